# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Recently seen
recently-text = What you look at is remembered by each of your browsers alone, unless you want it otherwise.
recently-tick = Keep what I looked at on all my devices
recently-tick-text = Your account then keeps which things you looked at, and when: { $most } at most, each for { $days } days. A browser tells it whenever you open your account there. When you untick this, your account forgets them at once.
recently-button = Save
recently-none = Nothing yet. What you look at comes here when you next open your account.
recently-forget = Forget them all
recently-came = { $count ->
    [one] One thing you looked at in this browser is in your account now.
   *[other] { $count } things you looked at in this browser are in your account now.
}
recently-take-out = Not mine: take them out again
recently-kept = Your account keeps them, as you asked.
account-seen-on = From now on your account keeps what you look at.
account-seen-off = Your account keeps nothing of what you look at any more. What it had kept is deleted.
account-seen-out = They are out of your account again.
account-seen-forgotten = All of them are forgotten.
recently-privacy = If you tick in your account that what you look at is kept on all your devices, we keep which things those were and when, 50 at most, each for 180 days, until you untick it: then they are deleted at once. Otherwise only your browser remembers them. Signing out makes it forget.
