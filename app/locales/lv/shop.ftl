# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Pāriet uz saturu
menu-label = Veikals
menu-orders = Pasūtījumi
footer-label = Palīdzība
footer-about = Labi darinātas lietas mājām, rakstāmgaldam, virtuvei, dārzam un ceļam. Ar rokām saiņotas Rīgā.
footer-trial = Šis ir paraugveikals: maksājumi un sūtījumi ir simulēti, nekas netiek ne iekasēts, ne nosūtīts.
to-the-shop = Apskatīt veikalu
change = Mainīt

not-found-title = Šajā adresē nekā nav
not-found-text = Lapa varbūt pārcelta, vai arī saitē ieviesusies kļūda. Viss pārējais ir savā vietā.
broken-title = Kaut kas saplīsa mūsu pusē
broken-text = Nekas nav iekasēts, un grozam nekas nekait. Pēc minūtes mēģiniet vēlreiz.
busy-title = Veikalā ir ļoti daudz cilvēku
busy-text = Grozam nekas nekait. Pēc dažām sekundēm mēģiniet vēlreiz.

delivery-free = Bez maksas
sum-goods = Preces
sum-delivery = Piegāde
sum-delivery-so-far = Piegāde, no
sum-total = Kopā
sum-tax-inside = Tajā skaitā PVN { $tax }
tax-inside = Tajā skaitā PVN { $percent }: { $tax }
tax-reverse-charge = Bez PVN: nodokli maksā pircējs (nodokļa apgrieztā maksāšana).
tax-export = Bez PVN: preces tiek izvestas no Eiropas Savienības.
choose = Izvēlēties

expect-label = Ko varat sagaidīt
expect-delivery-title = Pēc dažām dienām pie jūsu durvīm
expect-returns-title = Trīsdesmit dienas pārdomām
expect-returns-text = Nosūtiet atpakaļ tādu, kādu saņēmāt. Nauda dodas ceļā tajā dienā, kad sūtījums ir pie mums.
expect-following-title = Sekojiet līdz pat durvīm
expect-following-text = Viena lapa reāllaikā rāda, kur ir jūsu sūtījums, un konts tai nav vajadzīgs.

settings-title = Valoda, valsts un valūta
settings-text = Katru izvēlaties atsevišķi. Valsts nosaka piegādi un nodokļus, valūta – kādā naudā maksājat.
settings-language = Valoda
settings-country = Piegādes valsts
settings-country-hint = No tās atkarīgas cenas, piegādes dienas un nodokļi.
settings-currency = Valūta
settings-currency-hint = Maksāsiet šajā valūtā, pēc tās dienas kursa.
settings-save = Saglabāt
settings-now = Piegāde: { $country }, valūta: { $currency }
settings-unknown-currency = Tādu valūtu veikals nepazīst. Cenas paliek līdzšinējā valūtā: { $currency }.
settings-unknown-country = Turp veikals nepiegādā. Cenas un dienas paliek līdzšinējai valstij: { $country }.
settings-unknown-language = Šajā valodā veikals vēl nerunā. Nekas netika mainīts.
