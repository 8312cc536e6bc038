# How what was bought is looked after.
care-title = So pflegen Sie es
care-of = So pflegen Sie { $name }
desk-label-care = Pflege
desk-hint-care = Für die, die es gekauft haben: wie man es wäscht, ölt oder aufbewahrt. Einfache Zeilen; sie stehen auf der Seite der Bestellung und im Versandbrief, nicht auf der Produktseite.
