# Changing how an order is sent, before it is packed.
way-link = Mainīt piegādes veidu
way-title = Kā piegādāt pasūtījumu { $number }?
way-text = Neviens to vēl nav iesaiņojis. Lūk, cik katrs veids maksā un kad sūtījums pienāk.
way-rule = Par līdzšinējo veidu samaksātais atgriežas; cits maksā tik, cik šodien. Preces, to cenas un atlaides paliek.
way-only = Uz turieni šo pasūtījumu citādi nosūtīt nevar.
way-was = Piegāde līdz šim
way-then = Piegāde pēc tam
way-waits = Pasūtījums tiks mainīts, kad starpība būs samaksāta. Ja tā nebūs samaksāta līdz { $until }, pasūtījums paliks, kāds bija.
event-way_changed = Tu mainīji piegādi
items-not-not-there = Tā to nosūtīt nevar. Izvēlies citu veidu.
