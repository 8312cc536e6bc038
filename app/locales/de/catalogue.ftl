# Goods: the first page, lists, a product.
home-title = Gut gemachte Dinge für jeden Tag
home-heading = Dinge, die sich gern benutzen lassen
home-text = Tassen, Leuchten, Messer und Taschen aus kleinen Werkstätten: gemacht, um zu halten, ehrlich beschrieben, in wenigen Tagen bei Ihnen.
home-button = In der Küche anfangen
home-categories = Raum für Raum
home-liked = Beliebt
home-new = Neu eingetroffen

price-from = ab { $price }
price-was = vorher
rating-label = { $average } von 5 Sternen aus { $count ->
    [one] einer Bewertung
   *[other] { $count } Bewertungen
}
badge-sold-out = Ausverkauft
badge-reduced = Reduziert
badge-new = Neu
card-colours = { $count ->
    [one] Eine Farbe
   *[other] { $count } Farben
}

trail-label = Wo Sie sind
trail-home = Startseite
list-count = { $count ->
    [0] Nichts
    [one] Ein Artikel
   *[other] { $count } Artikel
}
list-count-more = Mindestens { $count } Dinge
list-title-page = { $title }, Seite { $page }
list-narrower = Eingrenzen
list-all = Alle
list-empty = Dieses Regal ist leer. Die anderen sind es nicht.
sort-label = Sortierung
sort-popular = Beliebteste
sort-newest = Neueste
sort-price = Preis aufsteigend
sort-price-down = Preis absteigend
sort-rating = Beste Bewertung
sort-saving = Am stärksten reduziert
sort-relevance = Passt am besten
filter-title = Filter
filter-title-count = Filter ({ $count } gewählt)
filter-part = Art
filter-price = Preis ({ $currency })
filter-price-least = Von
filter-price-most = Bis
filter-price-between = { $least } bis { $most }
filter-price-to = bis { $price }
filter-stars = Bewertung
filter-stars-any = Beliebig
filter-stars-least = { $count } Sterne und mehr
filter-stock-title = Verfügbarkeit
filter-stock = Auf Lager
filter-apply = Diese Dinge zeigen
filter-whole = Alle zeigen ({ $count })
filter-chosen = Gewählte Filter
filter-remove = Filter entfernen: { $filter }
filter-clear = Alle entfernen
filter-value = { $facet }: { $value }
filter-promoted = Oft gewählt
filter-nothing = Nichts ist all das zugleich.
filter-looser = Ohne { $filter }: { $things }
pages-label = Seiten
pages-previous = Zurück
pages-more = Mehr zeigen
pages-here = Seite { $page } von { $last }

gallery-label = Bilder
gallery-view = Bild { $at } zeigen
product-maker = von { $maker }
product-tax = inkl. { $percent } MwSt.
product-tax-none = ohne MwSt.; Einfuhrabgaben können hinzukommen
price-unit-g = { $price } pro Kilogramm
price-unit-ml = { $price } pro Liter
price-unit-cm = { $price } pro Meter
price-unit-piece = { $price } pro Stück
price-lowest = Niedrigster Preis der 30 Tage vor der Ermäßigung: { $price }
product-quantity = Menge
product-add = In den Warenkorb legen
product-story = Die Geschichte
product-facts = Die Fakten
product-related = Passt gut dazu
product-together = Wird oft zusammen gekauft
product-sold-out = Diese Ausführung ist ausverkauft. Andere sind vielleicht noch da; was durchgestrichen ist, nicht.
product-gone = Dieser Artikel wird nicht mehr verkauft.
restock-wish = Sagt mir, wenn es wieder da ist
restock-hint = Sie bekommen eine einzige E-Mail, wenn es wieder da ist. Danach vergessen wir Ihre Adresse, nach einem Jahr auf jeden Fall.
restock-kept = Notiert. Sie bekommen eine einzige E-Mail, wenn es wieder da ist, dann vergessen wir Ihre Adresse.
restock-back = Es ist schon wieder da, Sie müssen nicht warten.
option-sold-out = ausverkauft
option-not-made = in dieser Kombination nicht gefertigt
stock-in = Auf Lager, Versand innerhalb eines Arbeitstags
stock-low = { $count ->
    [one] Nur noch ein Stück da
   *[other] Nur noch { $count } Stück da
}
line-delivery = Lieferung ({ $country }): { $days }
line-delivery-cost = Versand { $price }, kostenlos ab { $free }
line-delivery-price = Versand { $price }
line-delivery-none = Keine Lieferung in dieses Land: { $country }
line-delivery-none-text = Zu schwer oder zu groß für alle Paketdienste, die dorthin liefern.
line-customs = Geht über eine Zollgrenze
line-customs-text = Bei der Ankunft können Einfuhrsteuern und Zoll anfallen. An der Kasse sehen Sie eine Schätzung, bevor Sie bezahlen.
line-returns = Dreißig Tage Zeit zum Zurückschicken
line-returns-how = So funktioniert die Rückgabe

reviews-title = Bewertungen
reviews-none = Das hat noch niemand bewertet.
seen-title = Zuletzt angesehen
seen-kept = Nur dieser Browser merkt sie sich.
seen-forget = Vergessen
seen-forgotten = Vergessen
line-online = Sofort, auf der Seite der Bestellung
line-online-text = Es braucht kein Paket, die Lieferung kostet nichts.
product-tax-voucher = Noch keine Steuer: sie fällt an, wenn der Gutschein eingelöst wird
