# Un lien qui montre à d’autres où en est une commande.
share-title = Partager son trajet
share-text = Quelqu’un l’attend avec vous ? Un lien montre où en est le colis et quand il arrive. On y voit la ville et la première lettre du nom : ni adresse, ni articles, ni prix. Il vaut 90 jours, ou jusqu’à ce que vous y mettiez fin.
share-make = Créer un lien
share-anew = Créer un autre lien
share-end = Mettre fin au lien
share-link = Le lien
share-once = Copiez-le maintenant : il n’est montré que cette fois. Un autre lien y met fin.
share-there = Un lien existe. D’autres voient où en est la commande jusqu’à ce que vous y mettiez fin.
share-ended = Le lien ne vaut plus. Plus personne ne voit la commande avec lui.
shared-title = Un colis en route
shared-to = Pour { $initial }. à { $town }, { $country }
shared-over-title = Ce lien ne vaut plus
shared-over-text = On y a mis fin, ou il n’est pas complet. Demandez-en un autre à qui vous l’a envoyé.
