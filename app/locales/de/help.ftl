# Help. A blank line is a new paragraph.
help-label = Fragen und Antworten
help-delivery-title = Lieferung
help-delivery-text =
    Was an einem Arbeitstag bis 14:00 Uhr unserer Zeit bezahlt ist, geht noch am selben Tag hinaus; spätere Bestellungen am nächsten Arbeitstag. Wochenenden und Feiertage rechnen wir ein, unsere und Ihre.

    Sie haben die Wahl zwischen günstiger Lieferung, Standard und Express, in vielen Ländern auch Abholstellen und Paketautomaten. Preis und Dauer hängen davon ab, wohin es geht und wie schwer es ist. Beides sehen Sie auf der Seite jedes Artikels und im Warenkorb, für das Land, das Sie eingestellt haben.

    Nach dem Bezahlen zeigt die Seite Ihrer Bestellung live, wo das Paket ist.
help-returns-title = Rückgabe
help-returns-text =
    Ab der Lieferung haben Sie dreißig Tage Zeit, alles zurückzuschicken, unbenutzt und in seiner Verpackung.

    Schreiben Sie uns mit der Bestellnummer von der E-Mail-Adresse, mit der Sie bestellt haben. Das Geld geht auf demselben Weg zurück, an dem Tag, an dem das Paket bei uns eintrifft.

    Bis die Bestellung gepackt wird, können Sie sie auf ihrer Seite stornieren; danach können Sie dort darum bitten, solange das Paket nicht unterwegs ist. Alles Bezahlte geht zurück.
help-withdrawal-title = Widerrufsrecht
help-withdrawal-text =
    Wenn Sie als Verbraucher kaufen, haben Sie das Recht, den Vertrag ohne Angabe von Gründen innerhalb der Frist zu widerrufen, die das Recht Ihres Landes vorsieht; in der Europäischen Union sind das vierzehn Tage. Die Frist beginnt an dem Tag, an dem Sie oder ein von Ihnen benannter Dritter, der nicht der Beförderer ist, die Waren in Besitz nehmen.

    Um Ihr Widerrufsrecht auszuüben, teilen Sie uns Ihren Entschluss vor Ablauf der Frist in einer eindeutigen Erklärung mit, etwa in einem Brief oder einer E-Mail an withdrawal@cartwright.example: „Hiermit widerrufe ich den Vertrag über die Bestellung Nummer …“, mit Ihrem Namen und Ihrer Anschrift. Den Eingang des Widerrufs bestätigen wir unverzüglich.

    Wir zahlen alles zurück, was Sie gezahlt haben, einschließlich der Kosten der Standardlieferung, binnen vierzehn Tagen nach Ihrer Erklärung und mit demselben Zahlungsmittel, das Sie verwendet haben. Wir können die Rückzahlung verweigern, bis wir die Waren zurückerhalten haben oder Sie nachgewiesen haben, dass Sie sie abgesandt haben. Sie senden die Waren binnen vierzehn Tagen zurück und tragen die unmittelbaren Kosten der Rücksendung. Für einen Wertverlust müssen Sie nur aufkommen, wenn er auf einen Umgang mit den Waren zurückgeht, der zur Prüfung ihrer Beschaffenheit, Eigenschaften und Funktionsweise nicht notwendig war.

    Unsere eigene Rückgabefrist von dreißig Tagen kommt zu diesem Recht hinzu und schränkt es nicht ein.
help-payment-title = Zahlung
help-payment-text =
    Sie wählen unter den Zahlungsarten, die in Ihrem Land üblich sind. Kartendaten geben Sie auf der Seite des Zahlungsanbieters ein: Dieser Shop bekommt die Nummer nie zu sehen. Wo es geht, wird der Betrag nur vorgemerkt und erst abgebucht, wenn das Paket auf den Weg geht.

    Wenn Sie den Knopf drücken, wird Ihre Bestellung aufgenommen und die Ware reserviert: fünfzehn Minuten oder, wenn eine Überweisung oder die Zahlung am Schalter so lange braucht, mehrere Tage. Trifft die Zahlung in dieser Zeit nicht ein, ist die Ware wieder frei, und es wird nichts berechnet. Geld, das zu spät kommt, geht von selbst zurück.

    Bezahlt wird in der Währung, die auf dem Knopf steht. Preise in anderen Währungen als dem Euro legen wir entweder selbst fest oder rechnen sie zum Tageskurs der Europäischen Zentralbank um; der Kurs steht auf Ihrer Bestellung und ändert sich nicht mehr.

    Mit einem Gutschein bezahlen Sie alles hier außer einem weiteren Gutschein. Geben Sie seinen Code im Warenkorb oder vor dem Bezahlen ein; der Warenkorb zeigt, was darauf ist. Was übrig ist, bleibt darauf, und er läuft nicht ab. Wird aus einer Bestellung nichts, ist wieder darauf, was er bezahlt hat.
help-privacy-title = Datenschutz
help-privacy-text =
    Wir speichern, was eine Bestellung braucht: Ihre Adresse, Ihre E-Mail-Adresse und was Sie gekauft haben. Bestellungen bewahren wir so lange auf, wie es das Steuerrecht verlangt.

    Wir setzen bis zu fünf Cookies, und für keines brauchen wir Ihre Einwilligung: eines für den Warenkorb, eines, damit dieser Browser seine eigenen Bestellungen findet, eines für Sprache, Land und Währung, eines für Ihre Zeitzone und für eine Minute eines mit dem, was Sie eingegeben haben, wenn ein Formular einen Fehler meldet. Die ersten beiden halten dreißig Tage. Deshalb gibt es hier kein Cookie-Banner. Nichts auf diesen Seiten wird von anderswo geladen, und niemand verfolgt Sie hier.

    Der Link in Ihrer Bestätigung öffnet Ihre Bestellung ohne Passwort. Behandeln Sie ihn wie einen Schlüssel.

    Möchten Sie erfahren, wenn etwas wieder da ist, bewahren wir Ihre E-Mail-Adresse auf, bis Sie es erfahren haben, höchstens ein Jahr. Was Sie zuletzt angesehen und gesucht haben, merkt sich nur dieser Browser.

    Wenn Sie uns bitten, eine Adresse auf Ihrem Gerät zu merken, bewahren wir sie nur für diesen Browser auf: bis ein halbes Jahr nach der letzten Benutzung oder bis Sie sie vergessen lassen, beim Schritt „Adresse“ oder bei Ihren Bestellungen. Das Cookie, mit dem dieser Browser seine Bestellungen findet, hält dann ebenso lange.
help-imprint-title = Impressum
help-imprint-text =
    Cartwright, ein Shop zur Demonstration, Spīķeru iela 1, Riga, LV-1050, Lettland.

    E-Mail: hello@cartwright.example. Telefon: +371 2000 0000. Registernummer und Umsatzsteuer-Identifikationsnummer: Hier trägt ein echter Shop seine eigenen ein.

    Verantwortlich für den Inhalt: die Autoren von Cartwright.
