# The cart.
cart-title = Panier
cart-open = Ouvrir la page du panier
cart-close = Fermer
cart-checkout = Commander en invité
cart-no-account = Aucun compte à créer.
cart-empty = Rien ici pour l’instant.
cart-saved = Mis de côté pour plus tard
cart-count = { $count ->
    [one] { $count } article
    [many] { $count } d’articles
   *[other] { $count } articles
}
cart-says = { $count ->
    [0] Le panier est vide
    [one] Un article dans le panier, { $total }
    [many] { $count } d’articles dans le panier, { $total }
   *[other] { $count } articles dans le panier, { $total }
}
cart-changed = Des prix ou des stocks ont changé depuis que vous avez rempli ce panier. Les lignes ci-dessous disent lesquels.
cart-accept = Continuer avec ces changements
cart-text = Ce que vous avez mis au panier, avec la livraison et les taxes de votre pays. Aucun compte à créer.
cart-delivery-to = Livraison ({ $country })
cart-delivery-none = impossible
cart-elsewhere = Changer de pays ou de devise
summary-label = Récapitulatif
summary-title = Votre commande
free-left = Encore { $left } et la livraison est offerte ({ $country })
free-reached = Livraison offerte ({ $country })

line-unit = { $price } pièce
line-fewer = Un de moins
line-more = Un de plus
line-quantity = Quantité
line-remove = Retirer
line-removed = Retiré : { $name }
line-gone = L’article n’est plus dans le panier.
line-undo = Remettre
line-save = Garder pour plus tard
line-unsave = Remettre au panier
line-sold-out = Épuisé depuis que vous l’avez mis au panier. Gardez-le pour plus tard ou retirez-le pour continuer.
line-short = { $count ->
    [one] Il n’en reste qu’un exemplaire : réduisez la quantité pour continuer.
    [many] Il n’en reste que { $count } d’exemplaires : réduisez la quantité pour continuer.
   *[other] Il n’en reste que { $count } exemplaires : réduisez la quantité pour continuer.
}
line-price-changed = Le prix était de { $before } quand vous l’avez mis au panier.

refused-only-left = { $count ->
    [one] Un seul exemplaire disponible : la quantité n’a pas changé.
    [many] Seulement { $count } d’exemplaires disponibles : la quantité n’a pas changé.
   *[other] Seulement { $count } exemplaires disponibles : la quantité n’a pas changé.
}
refused-sold-out = Cet article vient d’être épuisé ; rien n’a été mis au panier.
refused-not-sold = Cet article n’est plus vendu, ou le panier a changé entre-temps. Rien n’a été modifié.
refused-quantity = Indiquez un nombre entier de 1 à 999.
refused-full = Un panier contient au plus { $count } articles différents. Retirez-en un pour en ajouter un autre.

gift-title = C’est un cadeau
gift-note = Mot à glisser dans le colis
gift-hint = Jusqu’à { $count } caractères. Nous l’écrivons sur une carte ; aucun prix dans le colis.
gift-paper = Emballage
gift-no-paper = Sans emballage
gift-keep = Enregistrer
refused-long-note = Un mot compte { $count } caractères au plus. Raccourcissez-le, s’il vous plaît.
desk-gift-note = Un cadeau : glissez ce mot, sans les prix
