# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Cartes retenues
kept-text = Notre prestataire de paiement garde ces cartes pour vous ; nous n’en savons pas plus que ce qui est écrit ici. À la caisse, un appui suffit pour payer.
kept-none = Aucune carte n’est retenue. Qui paie par carte peut la faire retenir à la caisse.
kept-card = { $brand } finissant par { $tail }
kept-until = Valable jusqu’au { $until }
kept-tick = Retenir la carte avec laquelle je paie
kept-tick-text = C’est notre prestataire de paiement qui la garde, pas nous. Vous pouvez la retirer dans votre compte.
account-card-forgotten = La carte est retirée. Notre prestataire de paiement l’oublie aussi.
kept-privacy = D’une carte retenue, nous gardons la marque, les quatre derniers chiffres, la validité et le nom que lui donne notre prestataire de paiement. Lui seul a son numéro.
testpay-kept = Cartes retenues
testpay-pay-with = Payer { $sum } avec la carte finissant par { $tail }
testpay-other-card = Une autre carte
testpay-keeps = Cette carte est retenue pour la prochaine fois.
