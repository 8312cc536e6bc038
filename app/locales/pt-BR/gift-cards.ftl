# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Vale-presente ···{ $tail }
gift-card-holds = Ele tem { $sum }.
gift-card-empty = Ele não tem mais saldo.
gift-card-other-currency = Ele tem { $sum } e paga só nessa moeda.
gift-card-bought = Vale-presente de { $sum }
gift-card-given = { $sum } de crédito na loja em vez de reembolso
gift-card-left = Restam { $sum }.
gift-card-paid = Vale-presente { $sum }
gift-cards-heading = Seus vales-presente
gift-cards-use = Quem tiver o código pode pagar com ele: digite-o no carrinho ou antes de pagar. Ele não vence.
