# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Tarjeta regalo ···{ $tail }
gift-card-holds = Tiene { $sum }.
gift-card-empty = Ya no tiene saldo.
gift-card-other-currency = Tiene { $sum } y solo paga en esa moneda.
gift-card-bought = Tarjeta regalo de { $sum }
gift-card-given = { $sum } de saldo en lugar de un reembolso
gift-card-left = Quedan { $sum }.
gift-card-paid = Tarjeta regalo { $sum }
gift-cards-heading = Sus tarjetas regalo
gift-cards-use = Quien tenga el código puede pagar con él: escríbalo en la cesta o antes de pagar. No caduca.
