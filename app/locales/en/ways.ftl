# Changing how an order is sent, before it is packed.
way-link = Change how it is sent
way-title = How should order { $number } come?
way-text = Nobody has packed it yet. This is what each way costs, and when it comes.
way-rule = What you paid for the way it is sent now goes back; another way costs what it costs today. Things, their prices and offers stay.
way-only = There is no other way to send this order there.
way-was = Sent so far
way-then = Sent then
way-waits = The order is changed once this is paid. If it is not paid by { $until }, the order stays as it was.
event-way_changed = Delivery changed by you
items-not-not-there = It cannot be sent so. Choose another way.
place-title = How should order { $number } come there?
place-text = It goes to another country then: { $country }. This is what each way there costs, and when it comes.
place-rule = What you bought costs the same there; only the tax inside may be another. What you paid for the way it is sent now goes back.
place-was = Went to
place-then = Goes to
place-other = Another address
items-not-other-prices = Prices there hold other taxes than you paid, so this order cannot go there as it is. Nothing was changed. Write to us, or cancel the order and place it anew.
