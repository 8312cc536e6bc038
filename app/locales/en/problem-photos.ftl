# Pictures of what is wrong with an order.
problem-photos = Pictures (optional)
problem-photos-hint = Up to { $most }: JPEG, PNG, WebP or GIF, each at most { $size } MB. Only we and whoever can open this order see them. When and where they were taken is removed.
problem-photos-choose = Choose pictures
problem-photos-camera = Or take one now
problem-photo-kept = Send this one
problem-photo-of = Picture { $at } of { $count }
problem-photo-large = { $name } has more than { $most } MB.
problem-photo-kind = { $name } is not a JPEG, PNG, WebP or GIF picture.
problem-photo-broken = { $name } is damaged. Take it again, or choose another.
problem-photo-pixels = { $name } has too many pixels, or none.
problem-photo-misnamed = { $name } is another kind of picture than its name says.
problem-photo-many = { $name } was left out: no more than { $most } pictures go with a report.
problem-photo-ours = { $name } could not be kept just now. It is our fault; try it once more.
