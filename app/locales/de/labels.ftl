# Labels at the desk.
desk-print = Etikett drucken
desk-print-zpl = Als ZPL, für Etikettendrucker
desk-print-refused = Der Paketdienst hat kein Etikett zum Drucken.
desk-print-unknown = Der Paketdienst antwortet nicht. Versuchen Sie es gleich noch einmal.
