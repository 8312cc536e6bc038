# Die Pause, bevor eine Bestellung gepackt wird.
change-until = Du kannst diese Bestellung bis { $time } ändern.
desk-packing-waits = Bis { $time } kann sie noch geändert werden. Dann wird sie gepackt.
desk-packing-now = Jetzt packen
# A carrier that is to come for a parcel.
desk-collect = Von { $carrier } abholen lassen
desk-collect-day = Tag
desk-collect-from = Nicht vor (Stunde)
desk-collect-until = Nicht nach (Stunde)
desk-collect-button = Abholung bestellen
desk-collect-asked = { $carrier } wird gebeten zu kommen: { $when }
desk-collect-booked = { $carrier } kommt: { $when }
desk-collect-refused = { $carrier } kommt nicht: { $when }
desk-collect-wrong-moment = Diesen Tag oder diese Stunde gibt es nicht: Stunden gehen von 0 bis 23.
desk-collect-wrong-when = Wähle eine Zeit, die noch nicht begonnen hat, höchstens { $days } Tage von heute.
desk-collect-wrong-short = Ein Fahrer braucht mindestens { $hours } Stunden.
desk-collect-wrong-gone = Das Paket hat kein Etikett, oder der Zusteller hat es schon.
desk-collect-wrong-cannot = Der Zusteller holt keine Pakete ab.
desk-collect-wrong-again = Es ist schon zu einer anderen Zeit bestellt.
