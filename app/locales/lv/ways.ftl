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
place-title = Kā pasūtījumu { $number } nogādāt uz turieni?
place-text = Tas tad dodas uz citu valsti: { $country }. Lūk, cik maksā katrs veids uz turieni un kad sūtījums pienāk.
place-rule = Nopirktais tur maksā tikpat; citāds var būt tikai cenā iekļautais nodoklis. Par līdzšinējo veidu samaksātais atgriežas.
place-was = Adrese līdz šim
place-then = Adrese pēc tam
place-other = Cita adrese
items-not-other-prices = Tur cenās ir citi nodokļi, nekā esi samaksājis, tāpēc šis pasūtījums turp doties nevar. Nekas nav mainīts. Raksti mums vai atcel pasūtījumu un pasūti no jauna.
