# Pauze, pirms pasūtījumu saiņo.
change-until = Šo pasūtījumu vari mainīt līdz { $time }.
desk-packing-waits = Pircējs to var mainīt līdz { $time }. Pēc tam to saiņo.
desk-packing-now = Saiņot tūlīt
