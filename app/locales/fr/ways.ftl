# Changing how an order is sent, before it is packed.
way-link = Changer le mode de livraison
way-title = Comment la commande { $number } doit-elle arriver ?
way-text = Personne ne l’a encore emballée. Voici ce que coûte chaque mode et quand elle arrive.
way-rule = Le mode actuel vous est rendu au prix que vous avez payé ; un autre coûte ce qu’il coûte aujourd’hui. Les articles, leurs prix et les offres restent.
way-only = Il n’y a pas d’autre moyen d’y envoyer cette commande.
way-was = Livraison jusqu’ici
way-then = Livraison ensuite
way-waits = La commande est modifiée dès que la différence est payée. Si elle ne l’est pas avant { $until }, la commande reste telle quelle.
event-way_changed = Livraison modifiée par vous
items-not-not-there = Elle ne peut pas être envoyée ainsi. Choisissez un autre mode.
