# What is said before the checkout of when things leave, and of what delays them.
order-by = Order by { $time } on { $day } and it leaves that day
order-by-ours = Order by { $time } (our time) on { $day } and it leaves that day
ready-in = { $count ->
    [one] Made for you: ready in { $count } working day
   *[other] Made for you: ready in { $count } working days
}
delay-says = { $count ->
    [one] { $why }: delivery takes { $count } working day longer until { $until }. The days shown allow for it.
   *[other] { $why }: delivery takes { $count } working days longer until { $until }. The days shown allow for it.
}
delay-weather = Bad weather
delay-strike = Strike
delay-peak = More parcels than usual
delay-border = Checks at the border
delay-house = Work at our warehouse
desk-delays = Delays
desk-new-delay = Announce a delay
desk-delay-country = Country
desk-delay-postcode = Postcodes that begin with
desk-delay-postcode-hint = Empty for the whole country. Letters and digits, such as LV10.
desk-delay-days = Working days added
desk-delay-cause = Reason
desk-delay-words = Your own words
desk-delay-words-hint = A line for each language, such as: en: The bridge is shut.
desk-delay-back = Take it back
desk-delay-none = No delay is announced.
desk-label-ready = Working days to make
desk-delay-where = Where
