# Die Pause, bevor eine Bestellung gepackt wird.
change-until = Du kannst diese Bestellung bis { $time } ändern.
desk-packing-waits = Bis { $time } kann sie noch geändert werden. Dann wird sie gepackt.
desk-packing-now = Jetzt packen
