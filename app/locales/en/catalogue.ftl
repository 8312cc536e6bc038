# Goods: the first page, lists, a product.
home-title = Well-made things for every day
home-heading = Things that are glad to be used
home-text = Mugs, lamps, knives and bags from small workshops: made to last, honestly described, at your door in days.
home-button = Start in the kitchen
home-categories = Room by room
home-liked = Well liked
home-new = Just in

price-from = from { $price }
price-was = before
rating-label = { $average } of 5 stars from { $count ->
    [one] one rating
   *[other] { $count } ratings
}
badge-sold-out = Sold out
badge-reduced = Reduced
badge-new = New
card-colours = { $count ->
    [one] One colour
   *[other] { $count } colours
}

trail-label = Where you are
trail-home = Home
list-count = { $count ->
    [0] Nothing
    [one] One thing
   *[other] { $count } things
}
list-count-more = At least { $count } things
list-title-page = { $title }, page { $page }
list-narrower = Narrower
list-all = All
list-empty = This shelf is empty. The others are not.
sort-label = Sort by
sort-popular = Well liked
sort-newest = Newest
sort-price = Price, low first
sort-price-down = Price, high first
sort-rating = Best rated
sort-saving = Most reduced
sort-relevance = Best match
filter-title = Filter
filter-title-count = Filter ({ $count } chosen)
filter-part = Kind
filter-price = Price ({ $currency })
filter-price-least = From
filter-price-most = To
filter-price-between = { $least } to { $most }
filter-price-to = up to { $price }
filter-stars = Rating
filter-stars-any = Any
filter-stars-least = { $count } stars and more
filter-stock-title = Availability
filter-stock = In stock
filter-apply = Show these things
filter-whole = Show all ({ $count })
filter-chosen = Chosen filters
filter-remove = Remove filter: { $filter }
filter-clear = Clear all
filter-value = { $facet }: { $value }
filter-promoted = Often chosen
filter-nothing = Nothing is all of that at once.
filter-looser = Without { $filter }: { $things }
pages-label = Pages
pages-previous = Previous
pages-more = Show more
pages-here = Page { $page } of { $last }

gallery-label = Pictures
gallery-view = Show picture { $at }
product-maker = by { $maker }
product-tax = incl. { $percent } VAT
product-tax-none = without VAT; import taxes may come on top
price-unit-g = { $price } per kilogram
price-unit-ml = { $price } per litre
price-unit-cm = { $price } per metre
price-unit-piece = { $price } per piece
price-lowest = Lowest price of the 30 days before: { $price }
product-quantity = Quantity
product-add = Put in cart
product-story = The story
product-facts = The facts
product-related = Stands well beside
product-together = Often bought together
product-sold-out = This one is sold out. Other variants may be here; what is struck through is not.
product-gone = This is no longer sold.
restock-wish = Tell me when it is back
restock-hint = You get one mail when it is back. Then we forget your address; after a year we forget it in any case.
restock-kept = It is noted. You get one mail when it is back, and then we forget your address.
restock-back = It is back already, nothing to wait for.
option-sold-out = sold out
option-not-made = not made in this combination
stock-in = In stock, leaves within one working day
stock-low = { $count ->
    [one] Only one left
   *[other] Only { $count } left
}
line-delivery = To { $country }: { $days }
line-delivery-cost = Delivery { $price }, free from { $free }
line-delivery-price = Delivery { $price }
line-delivery-none = Not delivered to { $country }
line-delivery-none-text = It is too heavy or too large for every carrier that goes there.
line-customs = It crosses a border
line-customs-text = Import taxes and duty may be asked for on arrival. The checkout shows an estimate before you pay.
line-returns = Thirty days to send it back
line-returns-how = How returns work

reviews-title = Ratings
reviews-none = Nobody has rated this yet.
seen-title = Seen last
seen-kept = Only this browser remembers them.
seen-forget = Forget them
seen-forgotten = Forgotten
line-online = On the order’s page, at once
line-online-text = It needs no parcel, so delivery costs nothing.
product-tax-voucher = No tax yet: it is due when the card is spent
