# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = This form came from elsewhere
notice-foreign-text = Open the page in the shop and send it again.
notice-slow = The connection was too slow
notice-slow-text = Nothing was changed. Send it again when the network is better.
notice-large = That is more than we can take
notice-large-text = Shorten the text or choose a smaller file.
notice-long = This address is too long
notice-long-text = Start again from the first page.
notice-many = A little slower
notice-many-text = Many requests came from your network. Wait a moment and try again; your cart is safe.
notice-missing = What you sent leads nowhere
notice-missing-text = Nothing was changed. Load the page it came from again and send it once more.
notice-broken = Something broke, and it is ours
notice-broken-text = Your cart and your orders are safe. Try again in a moment.
notice-busy = The shop is very full
notice-busy-text = Wait a moment and try again; your cart is safe.
notice-home = To the first page
