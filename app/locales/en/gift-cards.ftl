# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Gift card ···{ $tail }
gift-card-holds = It holds { $sum }.
gift-card-empty = It holds nothing more.
gift-card-other-currency = It holds { $sum }, and pays in that currency only.
gift-card-bought = Gift card of { $sum }
gift-card-given = { $sum } of store credit, in place of money back
gift-card-left = { $sum } is left on it.
gift-card-paid = Gift card { $sum }
gift-cards-heading = Your gift cards
gift-cards-use = Whoever has the code can pay with it: type it in the cart or before paying. It does not run out.
