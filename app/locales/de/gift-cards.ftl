# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Gutschein ···{ $tail }
gift-card-holds = Darauf sind { $sum }.
gift-card-empty = Darauf ist nichts mehr.
gift-card-other-currency = Darauf sind { $sum }; er zahlt nur in dieser Währung.
gift-card-bought = Gutschein über { $sum }
gift-card-given = Guthaben über { $sum } statt einer Erstattung
gift-card-left = { $sum } sind noch darauf.
gift-card-paid = Gutschein { $sum }
gift-cards-heading = Ihre Gutscheine
gift-cards-use = Wer den Code hat, kann damit bezahlen: im Warenkorb oder vor dem Bezahlen eingeben. Er läuft nicht ab.
