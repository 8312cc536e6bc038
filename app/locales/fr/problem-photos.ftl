# Les photos de ce qui ne va pas dans une commande.
problem-photos = Photos (facultatif)
problem-photos-hint = Jusqu’à { $most } : JPEG, PNG, WebP ou GIF, de { $size } Mo au plus chacune. Nous seuls et les personnes qui peuvent ouvrir cette commande les voyons. La date et le lieu de prise de vue sont supprimés.
problem-photos-choose = Choisir des photos
problem-photos-camera = Ou en prendre une maintenant
problem-photo-kept = Envoyer celle-ci
problem-photo-of = Photo { $at } sur { $count }
problem-photo-large = { $name } dépasse { $most } Mo.
problem-photo-kind = { $name } n’est pas une image JPEG, PNG, WebP ou GIF.
problem-photo-broken = { $name } est endommagée. Reprenez la photo ou choisissez-en une autre.
problem-photo-pixels = { $name } a trop de pixels, ou aucun.
problem-photo-misnamed = { $name } est d’un autre type que ce que dit son nom.
problem-photo-many = { $name } a été laissée de côté : { $most } photos au plus accompagnent un signalement.
problem-photo-ours = { $name } n’a pas pu être conservée pour le moment. C’est notre faute ; réessayez.
