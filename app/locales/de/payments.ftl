# Ways to pay, and paying an order that waits for its money.
method-card = Karte
method-card-text = Die Kartendaten geben Sie auf der Seite des Zahlungsanbieters ein. Dieser Shop bekommt die Nummer nie zu sehen.
method-pay_by_bank = Online-Banking
method-pay_by_bank-text = Sie wählen Ihre Bank, geben die Zahlung dort frei und kommen zurück.
method-bank_transfer = Überweisung
method-cash_on_delivery = Nachnahme
method-trial = In dieser Demonstration ist der Zahlungsanbieter TestPay: keine echte Karte, kein echtes Geld.
flow-page = Sie geben die Zahlung mit { $name } frei und kommen zurück.
flow-parts = In { $count ->
    [one] einer Rate
   *[other] { $count } gleichen Raten
}, ohne Zinsen:
flow-code = Sie bekommen einen Code zum Scannen oder zum Kopieren in Ihre App.
flow-slip = Sie bekommen eine Nummer, mit der Sie innerhalb von drei Tagen am Schalter bezahlen.
flow-transfer = Sie bekommen ein Konto, auf das Sie überweisen. Wir packen, sobald das Geld da ist.
flow-door = Sie bezahlen an der Tür, wenn das Paket kommt.
more-ways = Weitere Zahlungsarten
ways-none = Keine unserer Zahlungsarten passt zu dieser Bestellung. Wählen Sie eine andere Währung oder eine andere Lieferart.

review-then-page = Sie bezahlen auf der Seite des Zahlungsanbieters. Die Ware ist 15 Minuten lang für Sie reserviert.
review-then-parts = Die Raten bestätigen Sie auf der Seite des Zahlungsanbieters. Die Ware ist 15 Minuten lang für Sie reserviert.
review-then-code = Sie bekommen einen Code zum Bezahlen. Die Ware ist eine Stunde lang für Sie reserviert.
review-then-slip = Sie bekommen eine Nummer, mit der Sie am Schalter bezahlen. Die Ware ist für Sie reserviert, bis die Nummer abläuft.
review-then-transfer = Sie bekommen ein Konto, auf das Sie überweisen. Die Ware ist 7 Tage lang für Sie reserviert.
review-then-door = Sie bezahlen, wenn Sie das Paket entgegennehmen. Wir fangen gleich an zu packen.

unpaid-waiting = Diese Bestellung wartet auf ihre Bezahlung. Die Ware ist bis zum { $until } Uhr für Sie reserviert.
unpaid-cancelled = Sie sind zurückgekommen, ohne zu bezahlen. Die Ware ist bis zum { $until } Uhr für Sie reserviert.
unpaid-later = Die Zahlungsseite hat nicht geantwortet. Ihre Bestellung ist sicher und die Ware bis zum { $until } Uhr reserviert; abgebucht wurde nichts.
decline-refused = Die Bank hat die Zahlung abgelehnt.
decline-no_money = Auf dem Konto war nicht genug Geld.
decline-by_owner = Die Zahlung wurde nicht bestätigt.
decline-expired = Die Zeit zum Bezahlen ist abgelaufen.
decline-then = Abgebucht wurde nichts. Versuchen Sie es noch einmal oder bezahlen Sie auf andere Weise.
paying-heading = Offene Zahlung: { $name }
paying-part = { $came } sind angekommen. { $missing } fehlen noch.
pay-otherwise = Anders bezahlen
pay-otherwise-button = So bezahlen
until-moment = { $day }, { $time }
waiting-code = Scannen Sie diesen Code oder öffnen Sie ihn in Ihrer App. Bezahlen können Sie bis zum { $until } Uhr.
waiting-slip = Bezahlen Sie mit dieser Nummer bis zum { $until } Uhr am Schalter. Diese Seite meldet, wenn das Geld da ist.
waiting-account = Überweisen Sie den Betrag bis zum { $until } Uhr auf dieses Konto, mit genau diesem Verwendungszweck. Diese Seite meldet, wenn das Geld da ist.
waiting-scan = Code zum Bezahlen
waiting-app = App öffnen
waiting-copy = Oder diesen Code kopieren
waiting-page = Anleitung zum Bezahlen, beim Zahlungsanbieter
waiting-page-trial = In dieser Demonstration wird niemand bezahlt: Spielen Sie die Bank auf der Seite von TestPay
account-holder = Kontoinhaber
account-bank = Bank
account-iban = IBAN
account-bic = BIC
account-number = Kontonummer
account-branch = Bankleitzahl
account-clabe = CLABE
account-reference = Verwendungszweck

paid-heading = Zahlung
paid-taken = { $sum } bezahlt: { $name }
paid-promised = { $sum } sind vorgemerkt ({ $name }). Abgebucht wird, wenn das Paket auf den Weg geht.
paid-door = { $sum } bezahlen Sie, wenn Sie das Paket entgegennehmen.
paid-going-back = { $sum } sind auf dem Weg zurück zu Ihnen.
paid-back = { $sum } wurden zurückgezahlt.
event-payment_promised = Zahlung bestätigt
event-payment_part = Ein Teil der Zahlung ist eingegangen
event-payment_unwanted = Eine Zahlung kam, die nicht mehr gebraucht wird; sie geht zurück
event-payment_broken = Der Betrag konnte nicht abgebucht werden
sum-due = Noch zu zahlen
pay-button-nothing = Bestellung aufgeben
review-then-nothing = Es bleibt nichts zu zahlen. Die Bestellung wird sofort aufgegeben.
method-nothing = Nichts mehr zu zahlen
flow-nothing = Gutscheine und Angebote bezahlen alles.
paid-nothing = Es war nichts mehr zu zahlen.
event-refund_bounced = Eine Erstattung konnte nicht zugestellt werden. Sie haben sie stattdessen als Gutschein auf dieser Seite
