# Listes d’envies : gardées par un navigateur ou un compte, partagées par un lien, surveillées pour les baisses de prix.
wishlists-title = Vos listes
wishlists-none = Il n’y a pas encore de liste. Mettez-y un article depuis sa page, ou créez-en une ici.
wishlists-guest = Vos listes sont gardées pour ce seul navigateur, jusqu’à six mois après votre dernier changement. Connectez-vous pour les avoir sur tous vos appareils.
wishlist-own = Ma liste
wishlist-put-in = Mettre dans une liste
wishlist-from-cart = Déplacer vers une liste
wishlist-holds = { $count ->
    [0] Encore rien
    [one] { $count } article
    [many] { $count } d’articles
   *[other] { $count } articles
}
wishlist-make-name = Nom d’une nouvelle liste
wishlist-make = Créer une liste
wishlist-name = Nom
wishlist-save = Enregistrer
wishlist-settings = À propos de cette liste
wishlist-delete = Supprimer la liste
wishlist-gone = La liste est supprimée.
wishlist-removed = L’article n’est plus dans la liste.
wishlist-put = L’article est maintenant dans cette liste.
wishlist-known = L’article était déjà dans cette liste.
wishlist-moved = L’article est maintenant dans cette liste et n’est plus dans le panier.
wishlist-saved = C’est enregistré.
wishlist-back = C’est remis en place.
wishlist-unshared = Le lien ne vaut plus. Plus personne ne voit la liste avec lui.
wishlist-full = Une liste contient { $count } articles différents. Retirez-en un, ou prenez une autre liste.
wishlist-too-many = Vous avez { $count } listes, et nous n’en gardons pas plus. Supprimez-en une pour en créer une autre.
wishlist-no-name = Donnez un nom à la liste.
wishlist-long-name = Un nom a { $count } caractères au plus. Raccourcissez-le.
wishlist-long-note = Une note a { $count } caractères au plus. Raccourcissez-la.
wishlist-empty = Il n’y a encore rien dans cette liste.
wishlist-empty-now = Il n’y a rien dans cette liste en ce moment.
wishlist-wanted = Souhaités : { $count }
wishlist-note = Note pour vous
wishlist-in = Dans la liste
wishlist-cheaper = Moins cher que lorsque vous l’avez mis : le prix était de { $before }.
wishlist-dearer = Plus cher que lorsque vous l’avez mis : le prix était de { $before }.
wishlist-buy-all = Tout mettre au panier
wishlist-share-title = Partager la liste
wishlist-share-text = Qui a le lien voit le nom de la liste et ce qu’elle contient, et peut l’acheter. On ne voit rien de vous ni de vos notes. Le lien vaut jusqu’à ce que vous y mettiez fin.
wishlist-share-there = Il y a un lien. D’autres voient la liste jusqu’à ce que vous y mettiez fin.
wishlist-somebodys = Une liste d’envies
wishlist-somebodys-text = Quelqu’un partage cette liste avec vous. Ce que vous mettez au panier, c’est vous qui l’achetez ; personne n’en est informé.
account-joined-lists = { $lists ->
    [one] La liste gardée dans ce navigateur est maintenant avec votre compte.
    [many] { $lists } de listes gardées dans ce navigateur sont maintenant avec votre compte.
   *[other] { $lists } listes gardées dans ce navigateur sont maintenant avec votre compte.
}
wishlist-watch-title = Être prévenu quand un article baisse ou revient
wishlist-watch-text = Nous écrivons quand un article de cette liste coûte moins cher ou peut de nouveau être acheté : une fois par baisse, et jamais la nuit. Chaque message a un lien qui y met fin, et au bout d’un an nous redemandons.
wishlist-watch-to = Nous écrivons à { $email }.
wishlist-watch-button = Me prévenir par e-mail
wishlist-watch-on = { $email } est prévenu.
wishlist-watch-waits = Nous avons envoyé un message à { $email }. Ouvrez le lien qu’il contient, et nous vous préviendrons.
wishlist-watch-end = Ne plus me prévenir
wishlist-asked = Un message avec un lien est en route. Ouvrez le lien, et nous vous préviendrons.
wishlist-watched = C’est noté : nous vous préviendrons désormais.
wishlist-unwatched = Vous n’êtes plus prévenu pour cette liste.
wishlist-over = Ce lien ne marche plus : il a servi, il a plus de trois jours, ou un plus récent a été envoyé.
wishlist-confirm-title = Être prévenu pour une liste
wishlist-confirm-text = Un clic, et nous vous écrivons quand un article de la liste coûte moins cher ou revient.
wishlist-privacy = Vos listes sont gardées pour votre compte, ou pour ce seul navigateur jusqu’à six mois après votre dernier changement. Si vous demandez à être prévenu quand un article baisse ou revient, nous gardons votre adresse e-mail pour cela jusqu’à ce que vous y mettiez fin, un an au plus ; une adresse que personne ne confirme, trois jours.
letter-list_confirm-subject = Vous prévenir pour votre liste ?
letter-list_confirm-heading = Vous prévenir pour votre liste ?
letter-list_confirm-text = Quelqu’un, vous espérons-le, nous a demandé d’écrire à cette adresse quand un article d’une liste coûte moins cher ou revient. Ouvrez le lien dans les trois jours si vous le voulez. Si ce n’était pas vous, il n’y a rien à faire : sans cela, nous n’écrirons plus.
letter-button-list_confirm = Oui, prévenez-moi
letter-price_fell-subject = { $count ->
    [one] { $thing } coûte moins cher
    [many] { $count } d’articles de votre liste coûtent moins cher
   *[other] { $count } articles de votre liste coûtent moins cher
}
letter-price_fell-heading = { $count ->
    [one] { $thing } coûte moins cher
    [many] { $count } d’articles de votre liste coûtent moins cher
   *[other] { $count } articles de votre liste coûtent moins cher
}
letter-price_fell-text = Vous nous avez demandé de vous prévenir. Les prix peuvent remonter, et rien n’est mis de côté.
letter-price_fell-now = { $price } (avant : { $before })
letter-button-lists = Voir vos listes
message-kind-list_confirm = Confirmer une adresse
message-kind-price_fell = Un article de votre liste coûte moins cher
