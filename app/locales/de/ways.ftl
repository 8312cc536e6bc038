# Changing how an order is sent, before it is packed.
way-link = Den Versand ändern
way-title = Wie soll Bestellung { $number } kommen?
way-text = Noch hat sie niemand gepackt. Das kostet jeder Weg, und dann kommt sie an.
way-rule = Der bisherige Versand geht zu dem zurück, was du dafür bezahlt hast; ein anderer kostet, was er heute kostet. Waren, ihre Preise und Angebote bleiben.
way-only = Anders lässt sich diese Bestellung dorthin nicht verschicken.
way-was = Versand bisher
way-then = Versand danach
way-waits = Die Bestellung wird geändert, sobald das bezahlt ist. Ist es bis { $until } nicht bezahlt, bleibt sie, wie sie war.
event-way_changed = Versand von dir geändert
items-not-not-there = So lässt sie sich nicht verschicken. Wähle einen anderen Weg.
