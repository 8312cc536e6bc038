# What somebody thinks of an order that has come.
opinion-title = Bestellung { $number }: Wie war es?
opinion-text = Hier sehen Sie, was Sie uns gesagt haben, und können es ändern. Nur wir lesen es; nichts davon wird veröffentlicht.
opinion-mark = Wie war es?
opinion-5 = Sehr gut
opinion-4 = Gut
opinion-3 = In Ordnung
opinion-2 = Nicht so gut
opinion-1 = Gar nicht gut
opinion-words = In Ihren Worten
opinion-button = Absenden
opinion-thanks = Danke. Wir lesen jedes Wort.
opinion-nothing = Bitte wählen Sie eine Note oder schreiben Sie ein Wort.
desk-opinions = Wie war es?
desk-opinions-none = Noch hat uns niemand etwas gesagt.
letter-button-how_was_it = Sagen, wie es war
