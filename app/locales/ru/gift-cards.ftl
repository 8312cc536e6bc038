# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Подарочная карта ···{ $tail }
gift-card-holds = На ней { $sum }.
gift-card-empty = На ней больше ничего нет.
gift-card-other-currency = На ней { $sum }, и платить ею можно только в этой валюте.
gift-card-bought = Подарочная карта на { $sum }
gift-card-given = { $sum } на счёт в магазине вместо возврата денег
gift-card-left = На ней осталось { $sum }.
gift-card-paid = Подарочная карта { $sum }
gift-cards-heading = Ваши подарочные карты
gift-cards-use = Платить может любой, у кого есть код: введите его в корзине или перед оплатой. Срок действия не ограничен.
