# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Zum Inhalt springen
menu-label = Shop
menu-orders = Bestellungen
footer-label = Hilfe
footer-about = Gut gemachte Dinge für Wohnung, Schreibtisch, Küche, Garten und unterwegs. In Riga von Hand verpackt.
footer-trial = Dies ist eine Demonstration: Zahlungen und Pakete sind simuliert, es wird nichts abgebucht und nichts verschickt.
to-the-shop = Im Shop umsehen
change = Ändern

not-found-title = Unter dieser Adresse ist nichts
not-found-text = Die Seite ist vielleicht umgezogen, oder im Link steckt ein Tippfehler. Alles andere ist, wo es war.
broken-title = Bei uns ist etwas kaputtgegangen
broken-text = Es wurde nichts abgebucht, und Ihr Warenkorb ist sicher. Versuchen Sie es in einer Minute noch einmal.
busy-title = Im Shop ist gerade viel los
busy-text = Ihr Warenkorb ist sicher. Versuchen Sie es in ein paar Sekunden noch einmal.

delivery-free = Kostenlos
sum-goods = Waren
sum-delivery = Versand
sum-delivery-so-far = Versand, ab
sum-total = Gesamtbetrag
sum-tax-inside = inkl. { $tax } MwSt.
tax-inside = Enthaltene MwSt. ({ $percent }): { $tax }
tax-reverse-charge = Ohne MwSt.: Steuerschuldnerschaft des Leistungsempfängers (Reverse-Charge-Verfahren).
tax-export = Ohne MwSt.: Ausfuhr aus der Europäischen Union.
choose = Auswählen

expect-label = Was Sie erwarten dürfen
expect-delivery-title = In wenigen Tagen an Ihrer Tür
expect-returns-title = Dreißig Tage, um es sich anders zu überlegen
expect-returns-text = Schicken Sie es zurück, wie es kam. An dem Tag, an dem es bei uns eintrifft, ist Ihr Geld unterwegs.
expect-following-title = Bis zur Tür im Blick
expect-following-text = Eine Seite zeigt live, wo Ihr Paket ist, ohne Konto.

settings-title = Sprache, Land und Währung
settings-text = Jedes stellen Sie für sich ein. Das Land bestimmt Lieferung und Steuern, die Währung, worin Sie bezahlen.
settings-language = Sprache
settings-country = Lieferland
settings-country-hint = Danach richten sich Preise, Lieferzeit und Steuern.
settings-currency = Währung
settings-currency-hint = In dieser Währung wird abgebucht; es gilt der Tageskurs.
settings-save = Speichern
settings-now = Lieferland: { $country }, Währung: { $currency }
settings-unknown-currency = Diese Währung kennt der Shop nicht. Es bleibt bei: { $currency }.
settings-unknown-country = Dorthin liefert der Shop nicht. Preise und Lieferzeiten gelten weiter für: { $country }.
settings-unknown-language = Diese Sprache spricht der Shop noch nicht. Es wurde nichts geändert.
