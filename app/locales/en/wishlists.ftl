# Wish lists: kept by a browser or an account, shared by a link, watched for lower prices.
wishlists-title = Your lists
wishlists-none = There is no list yet. Put something in one from its page, or make one here.
wishlists-guest = Your lists are kept for this browser alone, until half a year after you changed them last. Sign in to have them on every device.
wishlist-own = My list
wishlist-put-in = Put in a list
wishlist-from-cart = Move to a list
wishlist-holds = { $count ->
    [0] Nothing in it yet
    [one] One thing
   *[other] { $count } things
}
wishlist-make-name = Name of a new list
wishlist-make = Make a list
wishlist-name = Name
wishlist-save = Save
wishlist-settings = About this list
wishlist-delete = Delete the list
wishlist-gone = The list is deleted.
wishlist-removed = It is out of the list.
wishlist-put = It is in this list now.
wishlist-known = It was in this list already.
wishlist-moved = It is in this list now, and no longer in the cart.
wishlist-saved = It is saved.
wishlist-back = It is back.
wishlist-unshared = The link is over. Nobody sees the list with it any more.
wishlist-full = A list holds { $count } different things. Take one out, or use another list.
wishlist-too-many = You have { $count } lists, and more are not kept. Delete one to make another.
wishlist-no-name = Type a name for the list.
wishlist-long-name = A name has { $count } characters at most. Please shorten it.
wishlist-long-note = A note has { $count } characters at most. Please shorten it.
wishlist-empty = Nothing is in this list yet.
wishlist-empty-now = Nothing is in this list at the moment.
wishlist-wanted = Wanted: { $count }
wishlist-note = Note for yourself
wishlist-in = In the list
wishlist-cheaper = It costs less than when you put it in: it was { $before }.
wishlist-dearer = It costs more than when you put it in: it was { $before }.
wishlist-buy-all = Put everything in the cart
wishlist-share-title = Share the list
wishlist-share-text = Whoever has the link sees the name of the list and what is in it, and can buy it. They see nothing of you, and not your notes. The link works until you end it.
wishlist-share-there = There is a link. Others see the list until you end it.
wishlist-somebodys = A wish list
wishlist-somebodys-text = Somebody shares this list with you. What you put in the cart is yours to buy; nobody is told of it.
account-joined-lists = { $lists ->
    [one] The list that was kept in this browser is with your account now.
   *[other] { $lists } lists that were kept in this browser are with your account now.
}
wishlist-watch-title = Hear when something gets cheaper or is back
wishlist-watch-text = We write when a thing in this list costs less or can be bought again: once for each fall, and never at night. Every letter has a link that stops them, and after a year we ask you anew.
wishlist-watch-to = We write to { $email }.
wishlist-watch-button = Tell me by e-mail
wishlist-watch-on = { $email } is told.
wishlist-watch-waits = We have sent a letter to { $email }. Press the link in it, and we tell you from then on.
wishlist-watch-end = Tell me no more
wishlist-asked = A letter with a link is on its way. Press the link, and we tell you from then on.
wishlist-watched = It is noted: we tell you from now on.
wishlist-unwatched = You are told of this list no more.
wishlist-over = This link no longer works: it was used, it is older than three days, or a newer one was sent.
wishlist-confirm-title = Being told of a list
wishlist-confirm-text = One press, and we write to you when a thing in the list costs less or is back.
wishlist-privacy = Your lists are kept for your account, or for this browser alone until half a year after you changed them last. If you ask to be told when something in a list gets cheaper or is back, we keep your e-mail address for that until you stop it, a year at most; an address that nobody confirms, for three days.
letter-list_confirm-subject = Shall we tell you of your list?
letter-list_confirm-heading = Shall we tell you of your list?
letter-list_confirm-text = Somebody, you we hope, asked us to write to this address when a thing in a list costs less or is back. Press the link within three days if you want that. If it was not you, there is nothing to do: without it we write no more.
letter-button-list_confirm = Yes, tell me
letter-price_fell-subject = { $count ->
    [one] { $thing } costs less now
   *[other] { $count } things in your list cost less now
}
letter-price_fell-heading = { $count ->
    [one] { $thing } costs less now
   *[other] { $count } things in your list cost less now
}
letter-price_fell-text = You asked us to tell you. Prices may rise again, and nothing is set aside.
letter-price_fell-now = { $price } (before: { $before })
letter-button-lists = See your lists
message-kind-list_confirm = Confirming an address
message-kind-price_fell = A thing in your list costs less
