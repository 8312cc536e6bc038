# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Remembered cards
kept-text = Our payment provider keeps these cards for you; we know no more of them than stands here. At the checkout you pay with one by one press.
kept-none = No cards are remembered. Whoever pays by card can have it remembered, at the checkout.
kept-card = { $brand } ending in { $tail }
kept-until = Good until { $until }
kept-tick = Remember the card I pay with
kept-tick-text = Our payment provider keeps it, not we. You can remove it in your account.
account-card-forgotten = The card is removed. Our payment provider forgets it, too.
kept-privacy = Of a card you had remembered we keep whose it is, its last four digits, how long it is good, and our payment provider’s name for it. Its number is with the provider alone.
testpay-kept = Remembered cards
testpay-pay-with = Pay { $sum } with the card ending in { $tail }
testpay-other-card = Another card
testpay-keeps = This card is remembered for the next time.
