# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Carte cadeau ···{ $tail }
gift-card-holds = Elle contient { $sum }.
gift-card-empty = Elle est vide.
gift-card-other-currency = Elle contient { $sum } et ne paie que dans cette devise.
gift-card-bought = Carte cadeau de { $sum }
gift-card-given = Avoir de { $sum } au lieu d’un remboursement
gift-card-left = Il y reste { $sum }.
gift-card-paid = Carte cadeau { $sum }
gift-cards-heading = Vos cartes cadeaux
gift-cards-use = Toute personne qui a le code peut payer avec : saisissez-le dans le panier ou avant de payer. Elle n’expire pas.
