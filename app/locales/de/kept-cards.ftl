# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Gemerkte Karten
kept-text = Diese Karten bewahrt unser Zahlungsanbieter für Sie auf; wir wissen nicht mehr von ihnen, als hier steht. An der Kasse zahlen Sie mit einem Druck.
kept-none = Es sind keine Karten gemerkt. Wer mit Karte zahlt, kann sie sich an der Kasse merken lassen.
kept-card = { $brand } mit den Endziffern { $tail }
kept-until = Gültig bis { $until }
kept-tick = Die Karte merken, mit der ich zahle
kept-tick-text = Unser Zahlungsanbieter bewahrt sie auf, nicht wir. In Ihrem Konto können Sie sie entfernen.
account-card-forgotten = Die Karte ist entfernt. Auch unser Zahlungsanbieter vergisst sie.
kept-privacy = Von einer gemerkten Karte behalten wir die Marke, die letzten vier Ziffern, die Gültigkeit und den Namen, den unser Zahlungsanbieter ihr gibt. Ihre Nummer hat allein der Anbieter.
testpay-kept = Gemerkte Karten
testpay-pay-with = { $sum } mit der Karte zahlen, die auf { $tail } endet
testpay-other-card = Eine andere Karte
testpay-keeps = Diese Karte wird für das nächste Mal gemerkt.
