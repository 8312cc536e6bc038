# What is said before the checkout of when things leave, and of what delays them.
order-by = Pasūtiet līdz { $time }, { $day }, un izsūtīsim tajā pašā dienā
order-by-ours = Pasūtiet līdz { $time } (pēc mūsu laika), { $day }, un izsūtīsim tajā pašā dienā
ready-in = { $count ->
    [zero] Gatavojam jums: gatavs { $count } darbdienās
    [one] Gatavojam jums: gatavs { $count } darbdienā
   *[other] Gatavojam jums: gatavs { $count } darbdienās
}
delay-says = { $count ->
    [zero] { $why }: līdz { $until } piegāde ilgst par { $count } darbdienām ilgāk. Norādītajās dienās tas jau ievērots.
    [one] { $why }: līdz { $until } piegāde ilgst par { $count } darbdienu ilgāk. Norādītajās dienās tas jau ievērots.
   *[other] { $why }: līdz { $until } piegāde ilgst par { $count } darbdienām ilgāk. Norādītajās dienās tas jau ievērots.
}
delay-weather = Slikti laikapstākļi
delay-strike = Streiks
delay-peak = Sūtījumu vairāk nekā parasti
delay-border = Pārbaudes uz robežas
delay-house = Darbi mūsu noliktavā
desk-delays = Kavējumi
desk-new-delay = Paziņot par kavējumu
desk-delay-country = Valsts
desk-delay-postcode = Pasta indeksi, kas sākas ar
desk-delay-postcode-hint = Tukšs, ja visa valsts. Burti un cipari, piemēram, LV10.
desk-delay-days = Pieskaitāmās darbdienas
desk-delay-cause = Iemesls
desk-delay-words = Jūsu vārdiem
desk-delay-words-hint = Rinda katrai valodai, piemēram: lv: Tilts ir slēgts.
desk-delay-back = Atsaukt
desk-delay-none = Neviens kavējums nav paziņots.
desk-label-ready = Darbdienas izgatavošanai
desk-delay-where = Kur
