# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Skip to content
menu-label = Shop
menu-orders = Orders
footer-label = Help
footer-about = Well-made things for home, desk, kitchen, garden and the road. Packed by hand in Riga.
footer-trial = This is a demonstration: payments and parcels are simulated, and nothing is charged or sent.
to-the-shop = Look around the shop
change = Change

not-found-title = There is nothing at this address
not-found-text = The page may have moved, or the link has a slip in it. Everything else is where it was.
broken-title = Something broke on our side
broken-text = Nothing was charged and your cart is safe. Try again in a minute.
busy-title = The shop is very busy
busy-text = Your cart is safe. Try again in a few seconds.

delivery-free = Free
sum-goods = Goods
sum-delivery = Delivery
sum-delivery-so-far = Delivery, from
sum-total = Total
sum-tax-inside = VAT of { $tax } included
tax-inside = { $percent } VAT included: { $tax }
tax-reverse-charge = Without VAT: the buyer accounts for it (reverse charge).
tax-export = Without VAT: it leaves the European Union.
choose = Choose

expect-label = What to expect
expect-delivery-title = At your door in days
expect-returns-title = Thirty days to change your mind
expect-returns-text = Send it back as it came. The money is on its way the day it reaches us.
expect-following-title = Follow it to the door
expect-following-text = One page shows where your parcel is, live, without an account.

settings-title = Language, country and currency
settings-text = Each is set by itself. The country decides delivery and taxes, the currency what you pay in.
settings-language = Language
settings-country = Deliver to
settings-country-hint = Prices, delivery days and taxes follow from it.
settings-currency = Currency
settings-currency-hint = You are charged in this currency; the rate is that of the day.
settings-save = Save
settings-now = Deliver to { $country }, pay in { $currency }
settings-unknown-currency = The shop does not know that currency. Prices stay in { $currency }.
settings-unknown-country = The shop does not deliver there. Prices and days stay those for { $country }.
settings-unknown-language = The shop does not speak that language yet. Nothing was changed.
