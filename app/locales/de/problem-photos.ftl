# Bilder davon, was mit einer Bestellung nicht stimmt.
problem-photos = Bilder (freiwillig)
problem-photos-hint = Bis zu { $most }: JPEG, PNG, WebP oder GIF, jedes höchstens { $size } MB. Nur wir und wer diese Bestellung öffnen kann, sehen sie. Wann und wo sie aufgenommen wurden, wird entfernt.
problem-photos-choose = Bilder auswählen
problem-photos-camera = Oder jetzt eins aufnehmen
problem-photo-kept = Dieses mitschicken
problem-photo-of = Bild { $at } von { $count }
problem-photo-large = { $name } hat mehr als { $most } MB.
problem-photo-kind = { $name } ist kein JPEG-, PNG-, WebP- oder GIF-Bild.
problem-photo-broken = { $name } ist beschädigt. Nimm es noch einmal auf oder wähle ein anderes.
problem-photo-pixels = { $name } hat zu viele Pixel oder gar keine.
problem-photo-misnamed = { $name } ist eine andere Art Bild, als sein Name sagt.
problem-photo-many = { $name } blieb weg: Mehr als { $most } Bilder gehen mit einer Meldung nicht mit.
problem-photo-ours = { $name } konnte gerade nicht aufbewahrt werden. Das liegt an uns; versuch es noch einmal.
