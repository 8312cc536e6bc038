# Changing how an order is sent, before it is packed.
way-link = Changer le mode de livraison
way-title = Comment la commande { $number } doit-elle arriver ?
way-text = Personne ne l’a encore emballée. Voici ce que coûte chaque mode et quand elle arrive.
way-rule = Ce que vous avez payé pour le mode actuel vous est rendu ; un autre coûte ce qu’il coûte aujourd’hui. Les articles, leurs prix et les offres restent.
way-only = Il n’y a pas d’autre moyen d’y envoyer cette commande.
way-was = Livraison jusqu’ici
way-then = Livraison ensuite
way-waits = La commande est modifiée dès que la différence est payée. Si elle ne l’est pas avant { $until }, la commande reste telle quelle.
event-way_changed = Livraison modifiée par vous
items-not-not-there = Elle ne peut pas être envoyée ainsi. Choisissez un autre mode.
place-title = Comment la commande { $number } doit-elle y arriver ?
place-text = Elle part alors vers un autre pays : { $country }. Voici ce que coûte chaque mode et quand elle arrive.
place-rule = Ce que vous avez acheté y coûte le même prix ; seule la taxe comprise peut changer. Ce que vous avez payé pour le mode actuel vous est rendu.
place-was = Adresse jusqu’ici
place-then = Adresse ensuite
place-other = Une autre adresse
items-not-other-prices = Les prix y comportent d’autres taxes que celles que vous avez payées : cette commande ne peut donc pas y être envoyée telle quelle. Rien n’a été modifié. Écrivez-nous, ou annulez la commande et passez-la de nouveau.
