# Goods: the first page, lists, a product.
home-title = Des objets bien faits pour tous les jours
home-heading = Des choses qui ne demandent qu’à servir
home-text = Tasses, lampes, couteaux et sacs de petits ateliers : faits pour durer, décrits sans détour, chez vous en quelques jours.
home-button = Commencer par la cuisine
home-categories = Une pièce après l’autre
home-liked = Les plus appréciés
home-new = Tout juste arrivés

price-from = à partir de { $price }
price-was = avant
rating-label = { $average } étoiles sur 5, d’après { $count ->
    [one] { $count } avis
    [many] { $count } d’avis
   *[other] { $count } avis
}
badge-sold-out = Épuisé
badge-reduced = Prix réduit
badge-new = Nouveau
card-colours = { $count ->
    [one] Un coloris
    [many] { $count } de coloris
   *[other] { $count } coloris
}

trail-label = Vous êtes ici
trail-home = Accueil
list-count = { $count ->
    [0] Rien
    [one] Un article
    [many] { $count } d’articles
   *[other] { $count } articles
}
list-count-more = Au moins { $count } objets
list-title-page = { $title }, page { $page }
list-narrower = Affiner
list-all = Tout
list-empty = Ce rayon est vide. Les autres ne le sont pas.
sort-label = Trier par
sort-popular = Les plus appréciés
sort-newest = Nouveautés
sort-price = Prix croissant
sort-price-down = Prix décroissant
sort-rating = Les mieux notés
sort-saving = Les plus remisés
sort-relevance = Les plus pertinents
filter-title = Filtrer
filter-title-count = Filtrer (choisis : { $count })
filter-part = Genre
filter-price = Prix ({ $currency })
filter-price-least = De
filter-price-most = À
filter-price-between = de { $least } à { $most }
filter-price-to = jusqu’à { $price }
filter-stars = Note
filter-stars-any = Toutes
filter-stars-least = { $count } étoiles et plus
filter-stock-title = Disponibilité
filter-stock = En stock
filter-apply = Voir ces objets
filter-whole = Tout voir ({ $count })
filter-chosen = Filtres choisis
filter-remove = Retirer le filtre : { $filter }
filter-clear = Tout retirer
filter-value = { $facet } : { $value }
filter-promoted = Souvent choisis
filter-nothing = Rien ne réunit tout cela.
filter-looser = Sans { $filter } : { $things }
pages-label = Pages
pages-previous = Précédente
pages-more = Voir plus
pages-here = Page { $page } sur { $last }

gallery-label = Photos
gallery-view = Afficher la photo { $at }
product-maker = par { $maker }
product-tax = TVA { $percent } incluse
product-tax-none = hors TVA ; des taxes à l’importation peuvent s’y ajouter
price-unit-g = { $price } le kilo
price-unit-ml = { $price } le litre
price-unit-cm = { $price } le mètre
price-unit-piece = { $price } la pièce
price-lowest = Prix le plus bas des 30 jours précédents : { $price }
product-quantity = Quantité
product-add = Ajouter au panier
product-story = Son histoire
product-facts = Ses caractéristiques
product-related = Va bien avec
product-together = Souvent achetés ensemble
product-sold-out = Cette version est épuisée. D’autres sont peut-être là ; celles qui sont barrées n’y sont plus.
product-gone = Cet article n’est plus vendu.
restock-wish = Me prévenir de son retour
restock-hint = Vous recevrez un seul e-mail à son retour. Ensuite, nous oublions votre adresse ; au bout d’un an, dans tous les cas.
restock-kept = C’est noté. Vous recevrez un seul e-mail à son retour, puis nous oublierons votre adresse.
restock-back = Il est déjà de retour, inutile d’attendre.
option-sold-out = épuisé
option-not-made = n’existe pas dans cette combinaison
stock-in = En stock, expédié sous un jour ouvré
stock-low = { $count ->
    [one] Plus qu’un exemplaire
    [many] Plus que { $count } d’exemplaires
   *[other] Plus que { $count } exemplaires
}
line-delivery = Chez vous ({ $country }) : { $days }
line-delivery-cost = Livraison { $price }, offerte dès { $free }
line-delivery-price = Livraison { $price }
line-delivery-none = Pas de livraison pour ce pays : { $country }
line-delivery-none-text = L’article est trop lourd ou trop grand pour tous les transporteurs qui y vont.
line-customs = Le colis passe une frontière
line-customs-text = Des droits de douane et des taxes peuvent être réclamés à l’arrivée. Vous en voyez une estimation avant de payer.
line-returns = Trente jours pour le renvoyer
line-returns-how = Comment faire un retour

reviews-title = Notes
reviews-none = Personne ne l’a encore noté.
seen-title = Vus récemment
seen-kept = Seul ce navigateur s’en souvient.
seen-forget = Les oublier
seen-forgotten = Oubliés
line-online = Aussitôt, sur la page de la commande
line-online-text = Aucun colis n’est nécessaire : la livraison est gratuite.
product-tax-voucher = Pas encore de taxe : elle est due quand la carte est utilisée
