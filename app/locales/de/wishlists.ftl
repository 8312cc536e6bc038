# Merklisten: im Browser oder im Konto, mit einem Link geteilt, auf niedrigere Preise beobachtet.
wishlists-title = Ihre Merklisten
wishlists-none = Es gibt noch keine Liste. Legen Sie etwas von seiner Seite aus hinein, oder legen Sie hier eine an.
wishlists-guest = Ihre Listen liegen nur für diesen Browser bereit, bis ein halbes Jahr nach der letzten Änderung. Melden Sie sich an, um sie auf jedem Gerät zu haben.
wishlist-own = Meine Liste
wishlist-put-in = Auf die Merkliste
wishlist-from-cart = Auf eine Liste verschieben
wishlist-holds = { $count ->
    [0] Noch nichts darin
    [one] Ein Artikel
   *[other] { $count } Artikel
}
wishlist-make-name = Name einer neuen Liste
wishlist-make = Liste anlegen
wishlist-name = Name
wishlist-save = Speichern
wishlist-settings = Über diese Liste
wishlist-delete = Liste löschen
wishlist-gone = Die Liste ist gelöscht.
wishlist-removed = Der Artikel ist nicht mehr auf der Liste.
wishlist-put = Der Artikel steht jetzt auf dieser Liste.
wishlist-known = Der Artikel stand schon auf dieser Liste.
wishlist-moved = Der Artikel steht jetzt auf dieser Liste und liegt nicht mehr im Warenkorb.
wishlist-saved = Gespeichert.
wishlist-back = Es ist wieder da.
wishlist-unshared = Der Link gilt nicht mehr. Niemand sieht die Liste noch damit.
wishlist-full = Eine Liste fasst { $count } verschiedene Artikel. Nehmen Sie einen heraus, oder nutzen Sie eine andere Liste.
wishlist-too-many = Sie haben { $count } Listen, mehr werden nicht aufbewahrt. Löschen Sie eine, um eine neue anzulegen.
wishlist-no-name = Geben Sie der Liste einen Namen.
wishlist-long-name = Ein Name hat höchstens { $count } Zeichen. Bitte kürzen Sie ihn.
wishlist-long-note = Eine Notiz hat höchstens { $count } Zeichen. Bitte kürzen Sie sie.
wishlist-empty = Auf dieser Liste steht noch nichts.
wishlist-empty-now = Auf dieser Liste steht im Moment nichts.
wishlist-wanted = Gewünscht: { $count }
wishlist-note = Notiz für Sie selbst
wishlist-in = Auf der Liste
wishlist-cheaper = Günstiger als beim Merken: Der Preis war { $before }.
wishlist-dearer = Teurer als beim Merken: Der Preis war { $before }.
wishlist-buy-all = Alles in den Warenkorb legen
wishlist-share-title = Liste teilen
wishlist-share-text = Wer den Link hat, sieht den Namen der Liste und was darauf steht, und kann es kaufen. Von Ihnen und Ihren Notizen ist nichts zu sehen. Der Link gilt, bis Sie ihn beenden.
wishlist-share-there = Es gibt einen Link. Andere sehen die Liste, bis Sie ihn beenden.
wishlist-somebodys = Eine Merkliste
wishlist-somebodys-text = Jemand teilt diese Liste mit Ihnen. Was Sie in den Warenkorb legen, kaufen Sie selbst; niemand erfährt davon.
account-joined-lists = { $lists ->
    [one] Die Liste aus diesem Browser gehört jetzt zu Ihrem Konto.
   *[other] { $lists } Listen aus diesem Browser gehören jetzt zu Ihrem Konto.
}
wishlist-watch-title = Bescheid bekommen, wenn etwas günstiger wird oder wieder da ist
wishlist-watch-text = Wir schreiben, wenn ein Artikel auf dieser Liste weniger kostet oder wieder zu haben ist: einmal je Senkung und nie nachts. Jede Nachricht hat einen Link, der sie beendet, und nach einem Jahr fragen wir neu.
wishlist-watch-to = Wir schreiben an { $email }.
wishlist-watch-button = Per E-Mail Bescheid geben
wishlist-watch-on = { $email } bekommt Bescheid.
wishlist-watch-waits = Wir haben eine Nachricht an { $email } geschickt. Drücken Sie auf den Link darin, dann geben wir Bescheid.
wishlist-watch-end = Keinen Bescheid mehr geben
wishlist-asked = Eine Nachricht mit einem Link ist unterwegs. Drücken Sie auf den Link, dann geben wir Bescheid.
wishlist-watched = Notiert: Von jetzt an geben wir Bescheid.
wishlist-unwatched = Zu dieser Liste geben wir keinen Bescheid mehr.
wishlist-over = Dieser Link gilt nicht mehr: Er wurde benutzt, ist älter als drei Tage, oder ein neuerer wurde geschickt.
wishlist-confirm-title = Bescheid zu einer Liste
wishlist-confirm-text = Ein Druck, und wir schreiben Ihnen, wenn ein Artikel auf der Liste weniger kostet oder wieder da ist.
wishlist-privacy = Ihre Merklisten bewahren wir für Ihr Konto auf, oder nur für diesen Browser bis ein halbes Jahr nach der letzten Änderung. Wenn Sie Bescheid wünschen, sobald etwas günstiger wird oder wieder da ist, bewahren wir dafür Ihre E-Mail-Adresse auf, bis Sie es beenden, höchstens ein Jahr; eine Adresse, die niemand bestätigt, drei Tage.
letter-list_confirm-subject = Sollen wir zu Ihrer Liste Bescheid geben?
letter-list_confirm-heading = Sollen wir zu Ihrer Liste Bescheid geben?
letter-list_confirm-text = Jemand, hoffentlich Sie, hat uns gebeten, an diese Adresse zu schreiben, wenn ein Artikel auf einer Liste weniger kostet oder wieder da ist. Drücken Sie innerhalb von drei Tagen auf den Link, wenn Sie das möchten. Wenn Sie es nicht waren, ist nichts zu tun: Ohne ihn schreiben wir nicht mehr.
letter-button-list_confirm = Ja, Bescheid geben
letter-price_fell-subject = { $count ->
    [one] { $thing } kostet jetzt weniger
   *[other] { $count } Artikel auf Ihrer Liste kosten jetzt weniger
}
letter-price_fell-heading = { $count ->
    [one] { $thing } kostet jetzt weniger
   *[other] { $count } Artikel auf Ihrer Liste kosten jetzt weniger
}
letter-price_fell-text = Sie wollten Bescheid bekommen. Preise können wieder steigen, und zurückgelegt ist nichts.
letter-price_fell-now = { $price } (vorher: { $before })
letter-button-lists = Ihre Merklisten ansehen
message-kind-list_confirm = Adresse bestätigen
message-kind-price_fell = Ein Artikel auf Ihrer Liste kostet weniger
