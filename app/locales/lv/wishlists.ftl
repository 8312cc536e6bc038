# Vēlmju saraksti: glabāti pārlūkprogrammā vai kontā, rādīti citiem ar saiti, vērota cena.
wishlists-title = Jūsu saraksti
wishlists-none = Vēl nav neviena saraksta. Ielieciet kaut ko no preces lapas vai izveidojiet sarakstu šeit.
wishlists-guest = Jūsu sarakstus glabājam tikai šai pārlūkprogrammai, līdz pusgadam pēc pēdējām izmaiņām. Ierakstieties, lai tie būtu visās ierīcēs.
wishlist-own = Mans saraksts
wishlist-put-in = Ielikt sarakstā
wishlist-from-cart = Pārlikt sarakstā
wishlist-holds = { $count ->
    [0] Vēl nekā nav
    [zero] { $count } preču
    [one] { $count } prece
   *[other] { $count } preces
}
wishlist-make-name = Jauna saraksta nosaukums
wishlist-make = Izveidot sarakstu
wishlist-name = Nosaukums
wishlist-save = Saglabāt
wishlist-settings = Par šo sarakstu
wishlist-delete = Dzēst sarakstu
wishlist-gone = Saraksts ir dzēsts.
wishlist-removed = Prece ir izņemta no saraksta.
wishlist-put = Prece tagad ir šajā sarakstā.
wishlist-known = Prece šajā sarakstā jau bija.
wishlist-moved = Prece tagad ir šajā sarakstā un vairs nav grozā.
wishlist-saved = Saglabāts.
wishlist-back = Ielikts atpakaļ.
wishlist-unshared = Saite ir beigusies. Ar to sarakstu vairs neviens neredz.
wishlist-full = Sarakstā var būt { $count } dažādas preces. Izņemiet kādu vai izmantojiet citu sarakstu.
wishlist-too-many = Jums ir { $count } saraksti, vairāk neglabājam. Dzēsiet kādu, lai izveidotu jaunu.
wishlist-no-name = Ierakstiet saraksta nosaukumu.
wishlist-long-name = Nosaukumā var būt ne vairāk kā { $count } rakstzīmes. Lūdzu, saīsiniet to.
wishlist-long-note = Piezīmē var būt ne vairāk kā { $count } rakstzīmes. Lūdzu, saīsiniet to.
wishlist-empty = Šajā sarakstā vēl nekā nav.
wishlist-empty-now = Šajā sarakstā pašlaik nekā nav.
wishlist-wanted = Vajadzīgs: { $count }
wishlist-note = Piezīme sev
wishlist-in = Sarakstā
wishlist-cheaper = Tagad lētāk nekā tad, kad ielikāt: bija { $before }.
wishlist-dearer = Tagad dārgāk nekā tad, kad ielikāt: bija { $before }.
wishlist-buy-all = Ielikt visu grozā
wishlist-share-title = Dalīties ar sarakstu
wishlist-share-text = Kam ir saite, tas redz saraksta nosaukumu un to, kas tajā ir, un var to nopirkt. Par jums un jūsu piezīmēm neredz neko. Saite darbojas, līdz jūs to izbeidzat.
wishlist-share-there = Saite ir izveidota. Citi redz sarakstu, līdz jūs to izbeidzat.
wishlist-somebodys = Vēlmju saraksts
wishlist-somebodys-text = Kāds ar jums dalās šajā sarakstā. To, ko ieliekat grozā, pērkat jūs; nevienam par to neziņojam.
account-joined-lists = { $lists ->
    [zero] { $lists } saraksti, kas bija šajā pārlūkprogrammā, tagad ir jūsu kontā.
    [one] { $lists } saraksts, kas bija šajā pārlūkprogrammā, tagad ir jūsu kontā.
   *[other] { $lists } saraksti, kas bija šajā pārlūkprogrammā, tagad ir jūsu kontā.
}
wishlist-watch-title = Uzzināt, kad kaut kas kļūst lētāks vai atkal ir pieejams
wishlist-watch-text = Rakstīsim, kad kāda prece šajā sarakstā maksā mazāk vai ir atkal nopērkama: par katru kritumu vienreiz un nekad naktī. Katrā vēstulē ir saite, kas tās aptur, un pēc gada jautāsim no jauna.
wishlist-watch-to = Rakstīsim uz { $email }.
wishlist-watch-button = Paziņot man e-pastā
wishlist-watch-on = Paziņojam uz { $email }.
wishlist-watch-waits = Uz { $email } esam nosūtījuši vēstuli. Nospiediet tajā saiti, un turpmāk paziņosim.
wishlist-watch-end = Vairs nepaziņot
wishlist-asked = Vēstule ar saiti ir ceļā. Nospiediet saiti, un turpmāk paziņosim.
wishlist-watched = Pierakstīts: turpmāk paziņosim.
wishlist-unwatched = Par šo sarakstu vairs nepaziņosim.
wishlist-over = Šī saite vairs nedarbojas: tā ir izmantota, ir vecāka par trim dienām, vai ir nosūtīta jaunāka.
wishlist-confirm-title = Ziņas par sarakstu
wishlist-confirm-text = Viens spiediens, un rakstīsim jums, kad kāda prece sarakstā maksā mazāk vai ir atkal pieejama.
wishlist-privacy = Jūsu sarakstus glabājam jūsu kontam vai tikai šai pārlūkprogrammai, līdz pusgadam pēc pēdējām izmaiņām. Ja lūdzat paziņot, kad kaut kas sarakstā kļūst lētāks vai atkal ir pieejams, šim nolūkam glabājam jūsu e-pasta adresi, līdz to apturat, ne ilgāk kā gadu; adresi, ko neviens neapstiprina, — trīs dienas.
letter-list_confirm-subject = Vai paziņot jums par sarakstu?
letter-list_confirm-heading = Vai paziņot jums par sarakstu?
letter-list_confirm-text = Kāds, cerams, jūs, lūdza rakstīt uz šo adresi, kad kāda prece sarakstā maksā mazāk vai ir atkal pieejama. Ja to vēlaties, nospiediet saiti trīs dienu laikā. Ja tas nebijāt jūs, nekas nav jādara: bez tās vairs nerakstīsim.
letter-button-list_confirm = Jā, paziņojiet
letter-price_fell-subject = { $count ->
    [zero] Jūsu sarakstā tagad lētākas ir { $count } preces
    [one] { $thing } tagad maksā mazāk
   *[other] Jūsu sarakstā tagad lētākas ir { $count } preces
}
letter-price_fell-heading = { $count ->
    [zero] Jūsu sarakstā tagad lētākas ir { $count } preces
    [one] { $thing } tagad maksā mazāk
   *[other] Jūsu sarakstā tagad lētākas ir { $count } preces
}
letter-price_fell-text = Jūs lūdzāt paziņot. Cenas var atkal celties, un nekas nav atlikts.
letter-price_fell-now = { $price } (iepriekš: { $before })
letter-button-lists = Skatīt sarakstus
message-kind-list_confirm = Adreses apstiprināšana
message-kind-price_fell = Prece sarakstā maksā mazāk
