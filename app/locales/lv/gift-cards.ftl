# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = Dāvanu karte ···{ $tail }
gift-card-holds = Tajā ir { $sum }.
gift-card-empty = Tajā vairs nav naudas.
gift-card-other-currency = Tajā ir { $sum }, un ar to var maksāt tikai šajā valūtā.
gift-card-bought = Dāvanu karte { $sum }
gift-card-given = { $sum } veikala kredīta naudas atmaksas vietā
gift-card-left = Tajā vēl ir { $sum }.
gift-card-paid = Dāvanu karte { $sum }
gift-cards-heading = Jūsu dāvanu kartes
gift-cards-use = Ar kodu var maksāt ikviens, kam tas ir: ierakstiet to grozā vai pirms maksāšanas. Tam nav termiņa.
