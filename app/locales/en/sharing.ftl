# A link that shows others how far an order is.
share-title = Share its way
share-text = Somebody waits for it with you? A link shows them how far the parcel is and when it comes. They see the town and the first letter of the name: no address, no goods, no prices. It works for 90 days, or until you end it.
share-make = Make a link
share-anew = Make another link
share-end = End the link
share-link = The link
share-once = Copy it now: it is shown this once. Another link ends it.
share-there = There is a link. Others see how far the order is until you end it.
share-ended = The link is over. Nobody sees the order with it any more.
shared-title = A parcel on its way
shared-to = For { $initial }. in { $town }, { $country }
shared-over-title = This link is over
shared-over-text = It was ended, or it is not complete. Ask whoever sent it to you for another.
