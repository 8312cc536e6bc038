# Pauze, pirms pasūtījumu saiņo.
change-until = Šo pasūtījumu vari mainīt līdz { $time }.
desk-packing-waits = Pircējs to var mainīt līdz { $time }. Pēc tam to saiņo.
desk-packing-now = Saiņot tūlīt
# A carrier that is to come for a parcel.
desk-collect = Lai { $carrier } atbrauc pakaļ
desk-collect-day = Diena
desk-collect-from = Ne agrāk (stunda)
desk-collect-until = Ne vēlāk (stunda)
desk-collect-button = Izsaukt kurjeru
desk-collect-asked = { $carrier } tiek lūgts atbraukt: { $when }
desk-collect-booked = { $carrier } atbrauks: { $when }
desk-collect-refused = { $carrier } neatbrauks: { $when }
desk-collect-wrong-moment = Tādas dienas vai stundas nav: stundas ir no 0 līdz 23.
desk-collect-wrong-when = Izvēlieties laiku, kas vēl nav sācies, ne vairāk kā { $days } dienas uz priekšu.
desk-collect-wrong-short = Šoferim vajag vismaz { $hours } stundas.
desk-collect-wrong-gone = Sūtījumam nav uzlīmes, vai tas jau ir pie pārvadātāja.
desk-collect-wrong-cannot = Šis pārvadātājs sūtījumus nesavāc.
desk-collect-wrong-again = Tas jau ir pieteikts citam laikam.
