# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Aller au contenu
menu-label = Boutique
menu-orders = Commandes
footer-label = Aide
footer-about = Des objets bien faits pour la maison, le bureau, la cuisine, le jardin et la route. Emballés à la main à Riga.
footer-trial = Ceci est une démonstration : paiements et colis sont simulés, rien n’est débité ni envoyé.
to-the-shop = Faire un tour dans la boutique
change = Modifier

not-found-title = Il n’y a rien à cette adresse
not-found-text = La page a peut-être changé de place, ou le lien contient une coquille. Tout le reste est où il était.
broken-title = Une panne de notre côté
broken-text = Rien n’a été débité et votre panier ne risque rien. Réessayez dans une minute.
busy-title = Il y a foule dans la boutique
busy-text = Votre panier ne risque rien. Réessayez dans quelques secondes.

delivery-free = Offerte
sum-goods = Articles
sum-delivery = Livraison
sum-delivery-so-far = Livraison, à partir de
sum-total = Total
sum-tax-inside = dont TVA : { $tax }
tax-inside = dont TVA { $percent } : { $tax }
tax-reverse-charge = Hors TVA : elle est due par l’acheteur (autoliquidation).
tax-export = Hors TVA : le colis quitte l’Union européenne.
choose = Choisir

expect-label = À quoi vous attendre
expect-delivery-title = Chez vous en quelques jours
expect-returns-title = Trente jours pour changer d’avis
expect-returns-text = Renvoyez l’article comme il est venu. L’argent repart le jour où il nous parvient.
expect-following-title = Suivi jusqu’à la porte
expect-following-text = Une page montre où est votre colis, en direct, sans compte.

settings-title = Langue, pays et devise
settings-text = Les trois se règlent séparément. Le pays décide de la livraison et des taxes, la devise de la monnaie dans laquelle vous payez.
settings-language = Langue
settings-country = Pays de livraison
settings-country-hint = Les prix, les délais et les taxes en dépendent.
settings-currency = Devise
settings-currency-hint = Vous payez dans cette devise, au cours du jour.
settings-save = Enregistrer
settings-now = Livraison : { $country } ; paiement : { $currency }
settings-unknown-currency = La boutique ne connaît pas cette devise. Celle des prix ne change pas : { $currency }.
settings-unknown-country = La boutique ne livre pas dans ce pays. Les prix et les délais ne changent pas : { $country }.
settings-unknown-language = La boutique ne parle pas encore cette langue. Rien n’a changé.
