# The cart.
cart-title = Warenkorb
cart-open = Warenkorb öffnen
cart-close = Schließen
cart-checkout = Als Gast bestellen
cart-no-account = Ein Konto brauchen Sie nicht.
cart-empty = Noch nichts drin.
cart-saved = Für später gemerkt
cart-count = { $count ->
    [one] ein Artikel
   *[other] { $count } Artikel
}
cart-says = { $count ->
    [0] Der Warenkorb ist leer
    [one] Ein Artikel im Warenkorb, { $total }
   *[other] { $count } Artikel im Warenkorb, { $total }
}
cart-changed = Preise oder Bestand haben sich geändert, seit Sie diese Artikel hineingelegt haben. Welche es betrifft, steht unten.
cart-accept = So übernehmen
cart-text = Was in Ihrem Warenkorb liegt, mit Versand und Steuern für Ihr Land. Ein Konto brauchen Sie nicht.
cart-delivery-to = Versand ({ $country })
cart-delivery-none = nicht möglich
cart-elsewhere = Anderes Land oder andere Währung
summary-label = Summe
summary-title = Ihre Bestellung
free-left = Noch { $left } bis zum kostenlosen Versand ({ $country })
free-reached = Der Versand ist kostenlos ({ $country })

line-unit = je { $price }
line-fewer = Eins weniger
line-more = Eins mehr
line-quantity = Menge
line-remove = Entfernen
line-removed = { $name } entfernt
line-gone = Liegt nicht mehr im Warenkorb.
line-undo = Zurücklegen
line-save = Für später merken
line-unsave = Wieder in den Warenkorb legen
line-sold-out = Inzwischen ausverkauft. Merken Sie den Artikel für später oder entfernen Sie ihn, dann geht es weiter.
line-short = { $count ->
    [one] Nur noch ein Stück da; verringern Sie die Menge, dann geht es weiter.
   *[other] Nur noch { $count } Stück da; verringern Sie die Menge, dann geht es weiter.
}
line-price-changed = Als Sie den Artikel hineinlegten, kostete er { $before }.

refused-only-left = { $count ->
    [one] Davon ist nur noch ein Stück zu haben; die Menge bleibt, wie sie war.
   *[other] Davon sind nur noch { $count } Stück zu haben; die Menge bleibt, wie sie war.
}
refused-sold-out = Gerade eben ausverkauft; es kam nichts in den Warenkorb.
refused-not-sold = Das wird nicht mehr verkauft, oder der Warenkorb ist inzwischen ein anderer. Es wurde nichts geändert.
refused-quantity = Geben Sie eine ganze Zahl von 1 bis 999 ein.
refused-full = In den Warenkorb passen { $count } verschiedene Artikel. Entfernen Sie einen, um einen anderen hineinzulegen.

gift-title = Es ist ein Geschenk
gift-note = Gruß ins Paket
gift-hint = Bis zu { $count } Zeichen. Wir schreiben ihn auf eine Karte; Preise liegen dem Paket nicht bei.
gift-paper = Verpackung
gift-no-paper = Ohne Geschenkpapier
gift-keep = Übernehmen
refused-long-note = Ein Gruß hat höchstens { $count } Zeichen. Bitte kürzen Sie ihn.
desk-gift-note = Ein Geschenk: diesen Gruß beilegen, keine Preise
