# Accounts: signing in, what came along, devices, passwords.
account-title = Ваш аккаунт
account-sign-in = Войти
account-sign-in-text = Введите адрес электронной почты, и мы пришлём ссылку для входа. У кого ещё нет аккаунта, тот получит его вместе с ней.
account-address = Адрес электронной почты
account-link-button = Прислать ссылку
account-sent = Письмо со ссылкой уже в пути. Ссылка действует один раз, 15 минут. Письмо может попасть в спам.
account-with-password = С паролем
account-password = Пароль
account-forgotten = Забыли или ещё не выбрали? Попросите ссылку: она действует всегда.
account-email = Введите адрес электронной почты, например ada@example.org.
account-wait = Слишком много попыток. Подождите четверть часа и попробуйте снова.
account-wrong = Этот адрес и этот пароль не подходят друг к другу. Попробуйте снова или попросите ссылку.
account-over = Эта ссылка больше не действует: её использовали, ей больше 15 минут или отправлена более новая.
account-link-again = Попросить другую ссылку
account-enter-text = Одно нажатие, и вы вошли на этом устройстве.
account-enter-button = Войти
account-signed-in = Вы вошли как { $email }.
account-sign-out = Выйти
account-sign-out-all = Выйти везде
account-joined = { $orders ->
    [one] { $orders } заказ с вашим адресом теперь здесь.
    [few] { $orders } заказа с вашим адресом теперь здесь.
    [many] { $orders } заказов с вашим адресом теперь здесь.
   *[other] { $orders } заказа с вашим адресом теперь здесь.
}
account-joined-cart = Всё, что лежало здесь в корзине, теперь в вашей корзине.
account-undo = Отменить
account-undone = Всё снова там, где было. То, что попало в корзину, отложено в ней на потом.
account-orders = Ваши заказы
account-orders-none = Заказов пока нет.
account-search = Номер заказа или товар
account-search-none = Ни в одном заказе этого нет.
account-devices = Где вы вошли
account-device-here = это устройство
account-device-days = Вход { $began }, последний раз { $seen }
account-password-text = С паролем вы входите, не дожидаясь письма. Не меньше 8 знаков, любых.
account-password-now = Нынешний пароль
account-password-new = Новый пароль
account-password-button = Сохранить пароль
account-changed = Пароль изменён. На всех других устройствах выполнен выход.
account-current = Это не ваш нынешний пароль.
account-short = Новый пароль слишком короткий. В нём не меньше 8 знаков.
account-long = Новый пароль слишком длинный. В нём не больше 512 знаков.
account-leaked = Этот пароль есть в списках украденных, их пробуют первыми. Выберите другой.
letter-sign_in-subject = Ваша ссылка для входа
letter-sign_in-heading = Войти
letter-sign_in-text = Кто-то, надеемся, вы, хочет войти с этим адресом. Ссылка действует один раз, 15 минут. Если это были не вы, делать ничего не нужно: без этого письма никто не войдёт.
letter-button-sign_in = Войти
message-kind-sign_in = Ссылка для входа
account-offer = Все заказы в одном месте
account-offer-text = Мы пришлём ссылку на { $email }. С ней у вас будет аккаунт, где есть этот заказ и все остальные с этим адресом.
