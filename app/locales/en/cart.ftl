# The cart.
cart-title = Cart
cart-open = Open the cart page
cart-close = Close
cart-checkout = Check out as a guest
cart-no-account = No account needed.
cart-empty = Nothing in here yet.
cart-saved = Put aside for later
cart-count = { $count ->
    [one] one thing
   *[other] { $count } things
}
cart-says = { $count ->
    [0] The cart is empty
    [one] One thing in the cart, { $total }
   *[other] { $count } things in the cart, { $total }
}
cart-changed = Prices or stock have changed since you put these in. The lines below say which.
cart-accept = Take it as it is now
cart-text = What you have put in the cart, with delivery and taxes for your country. No account needed.
cart-delivery-to = Delivery to { $country }
cart-delivery-none = not possible
cart-elsewhere = Another country or currency
summary-label = Sum
summary-title = Your order
free-left = { $left } more and delivery to { $country } is free
free-reached = Delivery to { $country } is free

line-unit = { $price } each
line-fewer = One fewer
line-more = One more
line-quantity = Quantity
line-remove = Remove
line-removed = Removed { $name }
line-gone = It is out of the cart.
line-undo = Put it back
line-save = Save for later
line-unsave = Put back in cart
line-sold-out = Sold out since you put it in. Save it for later or remove it to go on.
line-short = { $count ->
    [one] Only one is left; lower the quantity to go on.
   *[other] Only { $count } are left; lower the quantity to go on.
}
line-price-changed = The price was { $before } when you put it in.

refused-only-left = { $count ->
    [one] Only one of these can be had; the quantity is as it was.
   *[other] Only { $count } of these can be had; the quantity is as it was.
}
refused-sold-out = This has just sold out; nothing was put in the cart.
refused-not-sold = This is not sold any more, or the cart has moved on. Nothing was changed.
refused-quantity = Enter a whole number from 1 to 999.
refused-full = A cart holds { $count } different things. Remove one to put in another.

gift-title = It’s a gift
gift-note = Note for the parcel
gift-hint = Up to { $count } characters. We put it on a card; no prices go into the parcel.
gift-paper = Wrapping
gift-no-paper = No wrapping
gift-keep = Keep
refused-long-note = A note has { $count } characters at most. Please shorten it.
desk-gift-note = A gift: lay this note in, and no prices
