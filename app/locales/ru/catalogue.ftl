# Goods: the first page, lists, a product.
home-title = Добротные вещи на каждый день
home-heading = Вещи, которые рады работе
home-text = Кружки, лампы, ножи и сумки из небольших мастерских: сделаны надолго, описаны честно, приедут за считаные дни.
home-button = Начать с кухни
home-categories = Комната за комнатой
home-liked = Любимое
home-new = Только что привезли

price-from = от { $price }
price-was = раньше
rating-label = { $average } из 5 звёзд, { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
    [many] { $count } оценок
   *[other] { $count } оценки
}
badge-sold-out = Распродано
badge-reduced = Дешевле
badge-new = Новинка
card-colours = { $count ->
    [1] Один цвет
    [one] { $count } цвет
    [few] { $count } цвета
    [many] { $count } цветов
   *[other] { $count } цвета
}

trail-label = Где вы сейчас
trail-home = Главная
list-count = { $count ->
    [0] Ничего нет
    [1] Одна вещь
    [one] { $count } вещь
    [few] { $count } вещи
    [many] { $count } вещей
   *[other] { $count } вещи
}
list-count-more = Не меньше { $count } вещей
list-title-page = { $title }, страница { $page }
list-narrower = Уточнить
list-all = Всё
list-empty = Эта полка пуста. Остальные — нет.
sort-label = Сначала
sort-popular = Любимое
sort-newest = Новое
sort-price = Дешёвое
sort-price-down = Дорогое
sort-rating = С лучшими оценками
sort-saving = С наибольшей скидкой
sort-relevance = Самые подходящие
filter-title = Фильтр
filter-title-count = Фильтр (выбрано: { $count })
filter-part = Вид
filter-price = Цена ({ $currency })
filter-price-least = От
filter-price-most = До
filter-price-between = от { $least } до { $most }
filter-price-to = до { $price }
filter-stars = Оценка
filter-stars-any = Любая
filter-stars-least = { $count } звезды и выше
filter-stock-title = Наличие
filter-stock = В наличии
filter-apply = Показать эти вещи
filter-whole = Показать все ({ $count })
filter-chosen = Выбранные фильтры
filter-remove = Убрать фильтр: { $filter }
filter-clear = Убрать все
filter-value = { $facet }: { $value }
filter-promoted = Часто выбирают
filter-nothing = Всему этому сразу ничего не соответствует.
filter-looser = Без «{ $filter }»: { $things }
pages-label = Страницы
pages-previous = Назад
pages-more = Показать ещё
pages-here = Страница { $page } из { $last }

gallery-label = Снимки
gallery-view = Показать снимок { $at }
product-maker = Мастерская { $maker }
product-tax = с НДС { $percent }
product-tax-none = без НДС; при ввозе могут добавиться налоги
price-unit-g = { $price } за килограмм
price-unit-ml = { $price } за литр
price-unit-cm = { $price } за метр
price-unit-piece = { $price } за штуку
price-lowest = Самая низкая цена за 30 дней до скидки: { $price }
product-quantity = Количество
product-add = Положить в корзину
product-story = История
product-facts = Подробности
product-related = Хорошо встанет рядом
product-together = Часто покупают вместе
product-sold-out = Этот вариант распродан. Возможно, есть другие; зачёркнутых точно нет.
product-gone = Больше не продаётся.
restock-wish = Сообщить, когда появится
restock-hint = Когда товар появится, придёт одно письмо, и мы забудем ваш адрес. Через год забудем его в любом случае.
restock-kept = Записали. Когда товар появится, придёт одно письмо, и мы забудем ваш адрес.
restock-back = Он уже снова есть, ждать не нужно.
option-sold-out = распродано
option-not-made = в таком сочетании не делают
stock-in = В наличии, отправим в течение рабочего дня
stock-low = { $count ->
    [1] Осталась всего одна штука
    [one] Осталась всего { $count } штука
    [few] Осталось всего { $count } штуки
    [many] Осталось всего { $count } штук
   *[other] Осталось всего { $count } штуки
}
line-delivery = { $country }: { $days }
line-delivery-cost = Доставка { $price }, от { $free } бесплатно
line-delivery-price = Доставка { $price }
line-delivery-none = Доставки нет: { $country }
line-delivery-none-text = Вещь слишком тяжёлая или большая для всех, кто туда возит.
line-customs = Посылка пересечёт границу
line-customs-text = При получении могут взять ввозные налоги и пошлину. Примерную сумму покажем при оформлении, до оплаты.
line-returns = Тридцать дней на возврат
line-returns-how = Как вернуть

reviews-title = Оценки
reviews-none = Пока никто не поставил оценку.
seen-title = Вы недавно смотрели
seen-kept = Их помнит только этот браузер.
seen-forget = Забыть их
seen-forgotten = Забыто
line-online = Сразу, на странице заказа
line-online-text = Посылка не нужна, поэтому доставка бесплатна.
product-tax-voucher = Пока без налога: он взимается, когда картой платят
