# What is said before the checkout of when things leave, and of what delays them.
order-by = Закажите до { $time }, { $day }, — отправим в тот же день
order-by-ours = Закажите до { $time } (по нашему времени), { $day }, — отправим в тот же день
ready-in = { $count ->
    [one] Сделаем для вас: готово через { $count } рабочий день
    [few] Сделаем для вас: готово через { $count } рабочих дня
    [many] Сделаем для вас: готово через { $count } рабочих дней
   *[other] Сделаем для вас: готово через { $count } рабочего дня
}
delay-says = { $count ->
    [one] { $why }: до { $until } доставка идёт на { $count } рабочий день дольше. Указанные дни это учитывают.
    [few] { $why }: до { $until } доставка идёт на { $count } рабочих дня дольше. Указанные дни это учитывают.
    [many] { $why }: до { $until } доставка идёт на { $count } рабочих дней дольше. Указанные дни это учитывают.
   *[other] { $why }: до { $until } доставка идёт на { $count } рабочего дня дольше. Указанные дни это учитывают.
}
delay-weather = Непогода
delay-strike = Забастовка
delay-peak = Посылок больше обычного
delay-border = Проверки на границе
delay-house = Работы на нашем складе
desk-delays = Задержки
desk-new-delay = Объявить о задержке
desk-delay-country = Страна
desk-delay-postcode = Индексы, которые начинаются с
desk-delay-postcode-hint = Пусто — вся страна. Буквы и цифры, например LV10.
desk-delay-days = Добавить рабочих дней
desk-delay-cause = Причина
desk-delay-words = Своими словами
desk-delay-words-hint = Строка на каждый язык, например: ru: Мост закрыт.
desk-delay-back = Отменить
desk-delay-none = Задержек не объявлено.
desk-label-ready = Рабочих дней на изготовление
desk-delay-where = Где
