# Searching: the form, its suggestions, its results.
search-label = Im Laden suchen
search-go = Suchen
search-results = Ergebnisse für „{ $query }“
search-corrected = Gezeigt wird, was zu „{ $corrected }“ passt.
search-instead = Stattdessen nach „{ $typed }“ suchen
search-left-out = Kein Ding hat alle diese Wörter. Ohne „{ $word }“ gibt es diese.
search-nothing = Nichts gefunden zu „{ $query }“
search-nothing-text = Vielleicht hilft ein anderes Wort. Oder ein Anfang von hier aus.
search-empty = Was darf es sein?
search-shelves = Kategorien

search-ideas = Vorschläge
search-ideas-count = { $count ->
    [one] Ein Vorschlag
   *[other] { $count } Vorschläge
}
search-completions = Suchen
search-goods = Dinge
search-recent = Zuletzt gesucht
search-forget = Diese Suchen vergessen
search-cut = Diese Suche dauerte zu lange und wurde beendet. Vielleicht gibt es mehr: Mit weniger Wörtern geht es schneller.
