# Goods: the first page, lists, a product.
home-title = Labi darinātas lietas katrai dienai
home-heading = Lietas, kurām patīk strādāt
home-text = Krūzes, lampas, naži un somas no mazām darbnīcām: darinātas ilgam mūžam, godīgi aprakstītas un pēc dažām dienām pie jūsu durvīm.
home-button = Sākt ar virtuvi
home-categories = Pa istabām
home-liked = Iecienītas lietas
home-new = Jaunumi

price-from = no { $price }
price-was = iepriekš
rating-label = { $average } no 5 zvaigznēm, { $count ->
    [zero] { $count } vērtējumu
    [one] { $count } vērtējums
   *[other] { $count } vērtējumi
}
badge-sold-out = Izpārdots
badge-reduced = Ar atlaidi
badge-new = Jaunums
card-colours = { $count ->
    [zero] { $count } krāsu
    [one] { $count } krāsa
   *[other] { $count } krāsas
}

trail-label = Jūs esat šeit
trail-home = Sākums
list-count = { $count ->
    [0] Nekā nav
    [zero] { $count } preču
    [one] { $count } prece
   *[other] { $count } preces
}
list-count-more = Vismaz { $count } lietas
list-title-page = { $title }, { $page }. lapa
list-narrower = Sašaurināt
list-all = Visas
list-empty = Šis plaukts ir tukšs. Pārējie nav.
sort-label = Kārtot
sort-popular = Iecienītākās
sort-newest = Jaunākās
sort-price = Cena, vispirms zemākā
sort-price-down = Cena, vispirms augstākā
sort-rating = Augstāk vērtētās
sort-saving = Lielākā atlaide
sort-relevance = Atbilstošākās
filter-title = Filtrs
filter-title-count = Filtrs (izvēlēti: { $count })
filter-part = Veids
filter-price = Cena ({ $currency })
filter-price-least = No
filter-price-most = Līdz
filter-price-between = { $least } līdz { $most }
filter-price-to = līdz { $price }
filter-stars = Vērtējums
filter-stars-any = Jebkurš
filter-stars-least = { $count } zvaigznes un vairāk
filter-stock-title = Pieejamība
filter-stock = Ir noliktavā
filter-apply = Rādīt šīs preces
filter-whole = Rādīt visus ({ $count })
filter-chosen = Izvēlētie filtri
filter-remove = Noņemt filtru: { $filter }
filter-clear = Noņemt visus
filter-value = { $facet }: { $value }
filter-promoted = Bieži izvēlēts
filter-nothing = Nekas neatbilst visam reizē.
filter-looser = Bez { $filter }: { $things }
pages-label = Lapas
pages-previous = Iepriekšējā
pages-more = Rādīt vēl
pages-here = { $page }. lapa no { $last }

gallery-label = Attēli
gallery-view = Rādīt { $at }. attēlu
product-maker = darina { $maker }
product-tax = ar PVN { $percent }
product-tax-none = bez PVN; ievedot var nākt klāt importa nodokļi
price-unit-g = { $price } kilogramā
price-unit-ml = { $price } litrā
price-unit-cm = { $price } metrā
price-unit-piece = { $price } gabalā
price-lowest = Zemākā cena 30 dienās pirms atlaides: { $price }
product-quantity = Skaits
product-add = Ielikt grozā
product-story = Stāsts
product-facts = Fakti
product-related = Labi sader kopā
product-together = Bieži pērk kopā
product-sold-out = Šis variants ir izpārdots. Citi, iespējams, vēl ir; pārsvītroto nav.
product-gone = Šo preci vairs nepārdod.
restock-wish = Paziņot, kad atkal būs
restock-hint = Kad tas atkal būs, saņemsiet vienu e-pasta vēstuli. Pēc tam jūsu adresi aizmirsīsim; pēc gada — jebkurā gadījumā.
restock-kept = Pierakstīts. Kad tas atkal būs, saņemsiet vienu e-pasta vēstuli, un tad jūsu adresi aizmirsīsim.
restock-back = Tas jau atkal ir, nav jāgaida.
option-sold-out = izpārdots
option-not-made = šādā salikumā nedarina
stock-in = Ir noliktavā, izsūtām vienas darbdienas laikā
stock-low = { $count ->
    [zero] Palicis tikai { $count } gabalu
    [one] Palicis tikai { $count } gabals
   *[other] Palikuši tikai { $count } gabali
}
line-delivery = Piegāde ({ $country }): { $days }
line-delivery-cost = Piegāde { $price }, bez maksas no { $free }
line-delivery-price = Piegāde { $price }
line-delivery-none = Nepiegādājam (valsts: { $country })
line-delivery-none-text = Visiem pārvadātājiem, kas turp brauc, šī prece ir par smagu vai par lielu.
line-customs = Sūtījums šķērso robežu
line-customs-text = Saņemot var būt jāmaksā ievedmuita un importa nodokļi. Aptuvenu summu redzēsiet pirms apmaksas, kad noformēsiet pasūtījumu.
line-returns = Trīsdesmit dienas, lai nosūtītu atpakaļ
line-returns-how = Kā notiek atgriešana

reviews-title = Vērtējumi
reviews-none = To vēl neviens nav novērtējis.
seen-title = Nesen skatīts
seen-kept = Tās atceras tikai šī pārlūkprogramma.
seen-forget = Aizmirst tās
seen-forgotten = Aizmirstas
line-online = Uzreiz, pasūtījuma lapā
line-online-text = Paka nav vajadzīga, tāpēc piegāde neko nemaksā.
product-tax-voucher = Nodokļa vēl nav: tas jāmaksā, kad karti iztērē
