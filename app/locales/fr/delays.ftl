# What is said before the checkout of when things leave, and of what delays them.
order-by = Commandez avant { $time }, { $day } : départ le jour même
order-by-ours = Commandez avant { $time } (heure de chez nous), { $day } : départ le jour même
ready-in = { $count ->
    [one] Fabriqué pour vous : prêt en { $count } jour ouvré
    [many] Fabriqué pour vous : prêt en { $count } de jours ouvrés
   *[other] Fabriqué pour vous : prêt en { $count } jours ouvrés
}
delay-says = { $count ->
    [one] { $why } : jusqu’au { $until }, la livraison prend { $count } jour ouvré de plus. Les jours indiqués en tiennent compte.
    [many] { $why } : jusqu’au { $until }, la livraison prend { $count } de jours ouvrés de plus. Les jours indiqués en tiennent compte.
   *[other] { $why } : jusqu’au { $until }, la livraison prend { $count } jours ouvrés de plus. Les jours indiqués en tiennent compte.
}
delay-weather = Intempéries
delay-strike = Grève
delay-peak = Plus de colis que d’habitude
delay-border = Contrôles à la frontière
delay-house = Travaux dans notre entrepôt
desk-delays = Retards
desk-new-delay = Annoncer un retard
desk-delay-country = Pays
desk-delay-postcode = Codes postaux commençant par
desk-delay-postcode-hint = Vide pour tout le pays. Lettres et chiffres, par exemple LV10.
desk-delay-days = Jours ouvrés ajoutés
desk-delay-cause = Raison
desk-delay-words = Vos propres mots
desk-delay-words-hint = Une ligne par langue, par exemple : fr: Le pont est fermé.
desk-delay-back = Retirer
desk-delay-none = Aucun retard n’est annoncé.
desk-label-ready = Jours ouvrés de fabrication
desk-delay-where = Où
