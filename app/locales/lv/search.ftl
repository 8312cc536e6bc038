# Searching: the form, its suggestions, its results.
search-label = Meklēt veikalā
search-go = Meklēt
search-results = Atrasts: „{ $query }”
search-corrected = Rādām, kas atrasts ar „{ $corrected }”.
search-instead = Tomēr meklēt „{ $typed }”
search-left-out = Nevienā lietā nav visu šo vārdu. Bez „{ $word }” ir šīs.
search-nothing = Ar „{ $query }” nekas nav atrasts
search-nothing-text = Varbūt palīdzēs cits vārds. Vai sāciet ar kādu no šiem.
search-empty = Ko jūs meklējat?
search-shelves = Kategorijas

search-ideas = Ieteikumi
search-ideas-count = { $count ->
    [zero] { $count } ieteikumu
    [one] { $count } ieteikums
   *[other] { $count } ieteikumi
}
search-completions = Meklējumi
search-goods = Lietas
search-recent = Nesen meklēts
search-forget = Aizmirst šos meklējumus
search-cut = Šī meklēšana ieilga un tika pārtraukta. Varbūt ir vēl kas: ar mazāk vārdiem atrod ātrāk.
