# What is said before the checkout of when things leave, and of what delays them.
order-by = Bis { $time } Uhr am { $day } bestellt, geht es am selben Tag raus
order-by-ours = Bis { $time } Uhr (unserer Zeit) am { $day } bestellt, geht es am selben Tag raus
ready-in = { $count ->
    [one] Für Sie gefertigt: in { $count } Arbeitstag bereit
   *[other] Für Sie gefertigt: in { $count } Arbeitstagen bereit
}
delay-says = { $count ->
    [one] { $why }: Bis { $until } dauert die Lieferung { $count } Arbeitstag länger. In den genannten Tagen ist das enthalten.
   *[other] { $why }: Bis { $until } dauert die Lieferung { $count } Arbeitstage länger. In den genannten Tagen ist das enthalten.
}
delay-weather = Schlechtes Wetter
delay-strike = Streik
delay-peak = Mehr Pakete als sonst
delay-border = Kontrollen an der Grenze
delay-house = Arbeiten in unserem Lager
desk-delays = Verzögerungen
desk-new-delay = Verzögerung ankündigen
desk-delay-country = Land
desk-delay-postcode = Postleitzahlen, die beginnen mit
desk-delay-postcode-hint = Leer für das ganze Land. Buchstaben und Ziffern, etwa LV10.
desk-delay-days = Zusätzliche Arbeitstage
desk-delay-cause = Grund
desk-delay-words = Eigene Worte
desk-delay-words-hint = Eine Zeile je Sprache, etwa: de: Die Brücke ist gesperrt.
desk-delay-back = Zurücknehmen
desk-delay-none = Keine Verzögerung ist angekündigt.
desk-label-ready = Arbeitstage zur Fertigung
desk-delay-where = Wo
