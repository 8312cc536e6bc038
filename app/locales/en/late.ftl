# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = The carrier says that it is delayed, and has named no new day yet.
way-due = Was to arrive
way-late = Later than promised.
way-late-text = We are sorry. What we hear of it stands here at once; if you need an answer, ask us.
way-late-link = Ask us about it
way-unsent = It was to leave us by { $day } and is still here. It leaves as soon as it is packed, and then we write to you.
way-van-before = It was in the van, and nobody has told us yet that it arrived.
wish-carriers-own = { $carrier } takes no wishes from us on the way. Whether another day or place can be had, its own page says.
wish-carriers-page = To its page at { $carrier }
wish-carriers-none = { $carrier } takes no wishes on the way: this delivery stays as it is.
letter-late-attempt_failed = Nobody was in.
letter-late-exception = Something held it up at the carrier.
letter-delayed_undated-subject = Order { $number }: your parcel is delayed
letter-delayed_undated-heading = It comes later than we said
letter-delayed_undated-text = The carrier says that your parcel is delayed, and has named no new day yet. We are sorry for the wait. Its page says the day as soon as there is one.
sms-delayed_undated = Delayed; no new day yet.
