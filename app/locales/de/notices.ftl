# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = Dieses Formular kam von anderswo
notice-foreign-text = Öffnen Sie die Seite im Shop und senden Sie es von dort noch einmal.
notice-slow = Die Verbindung war zu langsam
notice-slow-text = Es wurde nichts geändert. Senden Sie es noch einmal, wenn das Netz besser ist.
notice-large = Das ist mehr, als wir annehmen können
notice-large-text = Kürzen Sie den Text oder wählen Sie eine kleinere Datei.
notice-long = Diese Internetadresse ist zu lang
notice-long-text = Beginnen Sie noch einmal auf der Startseite.
notice-many = Etwas langsamer
notice-many-text = Aus Ihrem Netz kamen viele Anfragen. Warten Sie einen Moment und versuchen Sie es noch einmal; Ihr Warenkorb ist sicher.
notice-missing = Was Sie gesendet haben, führt nirgendwohin
notice-missing-text = Es wurde nichts geändert. Laden Sie die Seite, von der es kam, neu und senden Sie es noch einmal.
notice-broken = Etwas ist kaputt, und es liegt an uns
notice-broken-text = Ihr Warenkorb und Ihre Bestellungen sind sicher. Versuchen Sie es gleich noch einmal.
notice-busy = Der Shop ist gerade sehr voll
notice-busy-text = Warten Sie einen Moment und versuchen Sie es noch einmal; Ihr Warenkorb ist sicher.
notice-home = Zur Startseite
