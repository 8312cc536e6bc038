# Ein Link, der anderen zeigt, wie weit eine Bestellung ist.
share-title = Ihren Weg teilen
share-text = Wartet jemand mit dir darauf? Ein Link zeigt, wie weit das Paket ist und wann es kommt. Zu sehen sind der Ort und der erste Buchstabe des Namens, aber keine Adresse, keine Waren und keine Preise. Er gilt 90 Tage oder bis du ihn beendest.
share-make = Link erstellen
share-anew = Anderen Link erstellen
share-end = Link beenden
share-link = Der Link
share-once = Kopiere ihn jetzt: Er wird nur dieses eine Mal gezeigt. Ein anderer Link beendet ihn.
share-there = Es gibt einen Link. Andere sehen damit, wie weit die Bestellung ist, bis du ihn beendest.
share-ended = Der Link gilt nicht mehr. Niemand sieht die Bestellung noch damit.
shared-title = Ein Paket ist unterwegs
shared-to = Für { $initial }. in { $town }, { $country }
shared-over-title = Dieser Link gilt nicht mehr
shared-over-text = Er wurde beendet oder ist nicht vollständig. Bitte um einen anderen, wer ihn dir geschickt hat.
