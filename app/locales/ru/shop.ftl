# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Перейти к содержанию
menu-label = Магазин
menu-orders = Заказы
footer-label = Помощь
footer-about = Добротные вещи для дома, рабочего стола, кухни, сада и дороги. Упаковываем вручную в Риге.
footer-trial = Это демонстрация: платежи и посылки ненастоящие, деньги не списываются, ничего не отправляется.
to-the-shop = Пройтись по магазину
change = Изменить

not-found-title = По этому адресу ничего нет
not-found-text = Страница могла переехать, или в ссылке опечатка. Всё остальное на своих местах.
broken-title = У нас что-то сломалось
broken-text = Деньги не списаны, корзина цела. Попробуйте ещё раз через минуту.
busy-title = В магазине сейчас очень людно
busy-text = Корзина цела. Попробуйте ещё раз через несколько секунд.

delivery-free = Бесплатно
sum-goods = Товары
sum-delivery = Доставка
sum-delivery-so-far = Доставка, от
sum-total = Итого
sum-tax-inside = В том числе НДС { $tax }
tax-inside = В том числе НДС { $percent }: { $tax }
tax-reverse-charge = Без НДС: налог исчисляет и уплачивает покупатель (обратное начисление).
tax-export = Без НДС: товар вывозится за пределы Европейского союза.
choose = Выбрать

expect-label = Чего ждать
expect-delivery-title = У вашей двери за считаные дни
expect-returns-title = Тридцать дней, чтобы передумать
expect-returns-text = Верните вещь такой, какой она приехала. Деньги отправим в тот же день, когда получим её.
expect-following-title = Видно до самой двери
expect-following-text = На одной странице видно, где сейчас посылка. Регистрация не нужна.

settings-title = Язык, страна и валюта
settings-text = Всё выбирается отдельно. От страны зависят доставка и налоги, от валюты — чем вы платите.
settings-language = Язык
settings-country = Куда доставить
settings-country-hint = От этого зависят цены, сроки доставки и налоги.
settings-currency = Валюта
settings-currency-hint = Деньги спишем в этой валюте по курсу дня.
settings-save = Сохранить
settings-now = Доставка: { $country }, валюта: { $currency }
settings-unknown-currency = Такой валюты в магазине нет. Цены остались как были: { $currency }.
settings-unknown-country = Туда магазин не доставляет. Цены и сроки остались как были: { $country }.
settings-unknown-language = На этом языке магазин пока не говорит. Ничего не изменилось.
