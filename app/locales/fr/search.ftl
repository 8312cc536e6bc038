# Searching: the form, its suggestions, its results.
search-label = Chercher dans la boutique
search-go = Chercher
search-results = Résultats pour « { $query } »
search-corrected = Voici les résultats pour « { $corrected } ».
search-instead = Chercher plutôt « { $typed } »
search-left-out = Aucun objet n’a tous ces mots. Sans « { $word } », il y a ceux-ci.
search-nothing = Rien trouvé pour « { $query } »
search-nothing-text = Un autre mot aidera peut-être. Ou commencez par ici.
search-empty = Que cherchez-vous ?
search-shelves = Rayons

search-ideas = Suggestions
search-ideas-count = { $count ->
    [one] { $count } suggestion
    [many] { $count } de suggestions
   *[other] { $count } suggestions
}
search-completions = Recherches
search-goods = Objets
search-recent = Recherches récentes
search-forget = Oublier ces recherches
search-cut = Cette recherche a duré trop longtemps et a été arrêtée. Il y a peut-être autre chose : avec moins de mots, elle est plus rapide.
