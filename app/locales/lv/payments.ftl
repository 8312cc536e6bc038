# Ways to pay, and paying an order that waits for its money.
method-card = Karte
method-card-text = Kartes datus ievadāt maksājumu pakalpojumu sniedzēja lapā. Šis veikals kartes numuru neredz.
method-pay_by_bank = Internetbanka
method-pay_by_bank-text = Izvēlaties savu banku, apstiprināt tur maksājumu un atgriežaties.
method-bank_transfer = Bankas pārskaitījums
method-cash_on_delivery = Skaidra nauda piegādes brīdī
method-trial = Šajā paraugveikalā maksājumus pieņem TestPay: ne īstas kartes, ne īstas naudas.
flow-page = Apstiprināt maksājumu sistēmā { $name } un atgriežaties.
flow-parts = { $count ->
    [zero] { $count } vienādās daļās
    [one] { $count } vienādā daļā
   *[other] { $count } vienādās daļās
}, bez procentiem:
flow-code = Saņemsiet kodu, ko noskenēt vai iekopēt savā lietotnē.
flow-slip = Saņemsiet numuru, ar kuru trīs dienu laikā samaksāt kasē.
flow-transfer = Saņemsiet rekvizītus pārskaitījumam. Iesaiņosim, kad nauda būs klāt.
flow-door = Samaksāsiet tam, kas atvedīs sūtījumu.
more-ways = Citi maksāšanas veidi
ways-none = Neviens no mūsu maksāšanas veidiem šim pasūtījumam neder. Izvēlieties citu valūtu vai citu piegādes veidu.

review-then-page = Maksāsiet maksājumu pakalpojumu sniedzēja lapā. Preces jums būs rezervētas 15 minūtes.
review-then-parts = Daļas apstiprināsiet maksājumu pakalpojumu sniedzēja lapā. Preces jums būs rezervētas 15 minūtes.
review-then-code = Saņemsiet kodu, ar ko samaksāt. Preces jums būs rezervētas stundu.
review-then-slip = Saņemsiet numuru, ar kuru samaksāt kasē. Preces jums būs rezervētas, kamēr tas ir derīgs.
review-then-transfer = Saņemsiet rekvizītus pārskaitījumam. Preces jums būs rezervētas 7 dienas.
review-then-door = Maksāsiet, kad jums izsniegs sūtījumu. Saiņot sāksim uzreiz.

unpaid-waiting = Šis pasūtījums gaida apmaksu. Preces jums ir rezervētas; rezervācija beidzas: { $until }.
unpaid-cancelled = Jūs atgriezāties, nesamaksājot. Preces jums ir rezervētas; rezervācija beidzas: { $until }.
unpaid-later = Maksājumu lapa neatbildēja. Pasūtījumam nekas nekait, nauda netika iekasēta. Preces ir rezervētas; rezervācija beidzas: { $until }.
decline-refused = Banka noraidīja maksājumu.
decline-no_money = Kontā nepietika naudas.
decline-by_owner = Maksājums netika apstiprināts.
decline-expired = Apmaksas laiks ir beidzies.
decline-then = Nekas netika iekasēts. Mēģiniet vēlreiz vai maksājiet citā veidā.
paying-heading = Gaidām maksājumu: { $name }
paying-part = Saņemts: { $came }. Vēl trūkst: { $missing }.
pay-otherwise = Maksāt citādi
pay-otherwise-button = Maksāt šādi
until-moment = { $day }, { $time }
waiting-code = Noskenējiet šo kodu vai atveriet to savā lietotnē. Apmaksas termiņš: { $until }.
waiting-slip = Samaksājiet ar šo numuru kasē. Apmaksas termiņš: { $until }. Kad nauda būs klāt, šī lapa to pateiks.
waiting-account = Pārskaitiet summu uz šo kontu, norādot tieši šādu maksājuma mērķi. Apmaksas termiņš: { $until }. Kad nauda būs klāt, šī lapa to pateiks.
waiting-scan = Apmaksas kods
waiting-app = Atvērt lietotni
waiting-copy = Vai nokopējiet šo kodu
waiting-page = Kā samaksāt: maksājumu pakalpojumu sniedzēja lapā
waiting-page-trial = Šajā paraugveikalā neviens naudu nesaņem: tēlojiet banku TestPay lapā
account-holder = Saņēmējs
account-bank = Banka
account-iban = IBAN
account-bic = BIC
account-number = Konta numurs
account-branch = Filiāles kods
account-clabe = CLABE
account-reference = Maksājuma mērķis

paid-heading = Apmaksa
paid-taken = Samaksāts: { $sum } ({ $name })
paid-promised = Rezervēts: { $sum } ({ $name }). Naudu noņemsim, kad sūtījums dosies ceļā.
paid-door = Kad jums izsniegs sūtījumu, būs jāmaksā { $sum }.
paid-going-back = { $sum } ir ceļā atpakaļ pie jums.
paid-back = Atmaksāts: { $sum }.
event-payment_promised = Maksājums apstiprināts
event-payment_part = Saņemta daļa maksājuma
event-payment_unwanted = Pienāca maksājums, kas vairs nav vajadzīgs; sūtām to atpakaļ
event-payment_broken = Maksājumu neizdevās iekasēt
sum-due = Vēl jāmaksā
pay-button-nothing = Pasūtīt
review-then-nothing = Vairs nekas nav jāmaksā. Pasūtījums tiek izdarīts uzreiz.
method-nothing = Vairs nekas nav jāmaksā
flow-nothing = Dāvanu kartes un piedāvājumi apmaksā visu.
paid-nothing = Vairs nekas nebija jāmaksā.
event-refund_bounced = Atmaksu neizdevās nogādāt. Tā vietā jums ir dāvanu karte šajā lapā
