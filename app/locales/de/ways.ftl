# Changing how an order is sent, before it is packed.
way-link = Den Versand ändern
way-title = Wie soll Bestellung { $number } kommen?
way-text = Noch hat sie niemand gepackt. Das kostet jeder Weg, und dann kommt sie an.
way-rule = Was du für den bisherigen Versand bezahlt hast, geht zurück; ein anderer kostet, was er heute kostet. Waren, ihre Preise und Angebote bleiben.
way-only = Anders lässt sich diese Bestellung dorthin nicht verschicken.
way-was = Versand bisher
way-then = Versand danach
way-waits = Die Bestellung wird geändert, sobald das bezahlt ist. Ist es bis { $until } nicht bezahlt, bleibt sie, wie sie war.
event-way_changed = Versand von dir geändert
items-not-not-there = So lässt sie sich nicht verschicken. Wähle einen anderen Weg.
place-title = Wie soll Bestellung { $number } dorthin kommen?
place-text = Sie geht dann in ein anderes Land: { $country }. Das kostet jeder Weg dorthin, und dann kommt sie an.
place-rule = Was du gekauft hast, kostet dort dasselbe; nur die enthaltene Steuer kann eine andere sein. Was du für den bisherigen Versand bezahlt hast, geht zurück.
place-was = Ging bisher an
place-then = Geht dann an
place-other = Eine andere Adresse
items-not-other-prices = Dort gelten Preise mit anderen Steuern, als du bezahlt hast, darum kann diese Bestellung so nicht dorthin gehen. Es wurde nichts geändert. Schreib uns, oder storniere die Bestellung und bestelle neu.
