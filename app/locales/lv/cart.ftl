# The cart.
cart-title = Grozs
cart-open = Atvērt groza lapu
cart-close = Aizvērt
cart-checkout = Noformēt kā viesim
cart-no-account = Konts nav vajadzīgs.
cart-empty = Te vēl nekā nav.
cart-saved = Atlikts vēlākam
cart-count = { $count ->
    [zero] { $count } preču
    [one] { $count } prece
   *[other] { $count } preces
}
cart-says = { $count ->
    [0] Grozs ir tukšs
    [zero] Grozā ir { $count } preču, { $total }
    [one] Grozā ir { $count } prece, { $total }
   *[other] Grozā ir { $count } preces, { $total }
}
cart-changed = Kopš ielikāt preces grozā, mainījušās cenas vai krājumi. Kurām tieši, redzams zemāk.
cart-accept = Pieņemt, kā ir tagad
cart-text = Viss, ko ielikāt grozā, ar piegādi un nodokļiem jūsu valstij. Konts nav vajadzīgs.
cart-delivery-to = Piegāde: { $country }
cart-delivery-none = nav iespējama
cart-elsewhere = Cita valsts vai valūta
summary-label = Summa
summary-title = Jūsu pasūtījums
free-left = Vēl { $left }, un piegāde ir bez maksas (valsts: { $country })
free-reached = Piegāde ir bez maksas (valsts: { $country })

line-unit = { $price } gabalā
line-fewer = Par vienu mazāk
line-more = Par vienu vairāk
line-quantity = Skaits
line-remove = Izņemt
line-removed = Izņemts: { $name }
line-gone = Grozā šīs preces vairs nav.
line-undo = Ielikt atpakaļ
line-save = Atlikt vēlākam
line-unsave = Ielikt atpakaļ grozā
line-sold-out = Izpārdots, kopš ielikāt grozā. Lai turpinātu, atlieciet vēlākam vai izņemiet.
line-short = { $count ->
    [zero] Palicis tikai { $count } gabalu; lai turpinātu, samaziniet skaitu.
    [one] Palicis tikai { $count } gabals; lai turpinātu, samaziniet skaitu.
   *[other] Palikuši tikai { $count } gabali; lai turpinātu, samaziniet skaitu.
}
line-price-changed = Kad ielikāt grozā, cena bija { $before }.

refused-only-left = { $count ->
    [zero] Nopirkt var tikai { $count } gabalu; skaits palika iepriekšējais.
    [one] Nopirkt var tikai { $count } gabalu; skaits palika iepriekšējais.
   *[other] Nopirkt var tikai { $count } gabalus; skaits palika iepriekšējais.
}
refused-sold-out = Šī prece nupat izpārdota; grozā nekas netika ielikts.
refused-not-sold = Šo preci vairs nepārdod, vai arī grozs pa to laiku mainījies. Nekas netika mainīts.
refused-quantity = Ievadiet veselu skaitli no 1 līdz 999.
refused-full = { $count ->
    [zero] Grozā ietilpst { $count } dažādu preču. Lai ieliktu vēl kādu, vienu izņemiet.
    [one] Grozā ietilpst { $count } dažāda prece. Lai ieliktu vēl kādu, vienu izņemiet.
   *[other] Grozā ietilpst { $count } dažādas preces. Lai ieliktu vēl kādu, vienu izņemiet.
}

gift-title = Tā ir dāvana
gift-note = Zīmīte sūtījumam
gift-hint = Līdz { $count } rakstzīmēm. Uzrakstīsim to uz kartītes; cenu sūtījumā nebūs.
gift-paper = Iesaiņojums
gift-no-paper = Bez iesaiņojuma
gift-keep = Saglabāt
refused-long-note = Zīmītē ir ne vairāk kā { $count } rakstzīmju. Lūdzu, saīsiniet to.
desk-gift-note = Dāvana: ielieciet šo zīmīti, bet ne cenas
