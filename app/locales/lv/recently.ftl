# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Nesen skatīts
recently-text = To, ko skatāties, katra jūsu pārlūkprogramma atceras tikai pati, ja vien nevēlaties citādi.
recently-tick = Paturēt skatīto visās manās ierīcēs
recently-tick-text = Jūsu konts tad patur, kuras preces skatījāt un kad: ne vairāk kā { $most }, katru { $days } dienas. Pārlūkprogramma to paziņo, kad tajā atverat savu kontu. Noņemot ķeksīti, konts tās uzreiz aizmirst.
recently-button = Saglabāt
recently-none = Vēl nekā. Skatītais parādīsies šeit, kad nākamreiz atvērsiet savu kontu.
recently-forget = Aizmirst visas
recently-came = { $count ->
    [zero] { $count } preču, ko skatījāt šajā pārlūkprogrammā, tagad ir jūsu kontā.
    [one] { $count } prece, ko skatījāt šajā pārlūkprogrammā, tagad ir jūsu kontā.
   *[other] { $count } preces, ko skatījāt šajā pārlūkprogrammā, tagad ir jūsu kontā.
}
recently-take-out = Nav manas: izņemt tās
recently-kept = Jūsu konts tās patur, kā lūdzāt.
account-seen-on = No šī brīža jūsu konts patur skatīto.
account-seen-off = Jūsu konts skatīto vairs nepatur. Paturētais ir izdzēsts.
account-seen-out = Tās atkal ir ārpus jūsu konta.
account-seen-forgotten = Visas ir aizmirstas.
recently-privacy = Ja savā kontā atzīmējat, ka skatīto paturēt visās jūsu ierīcēs, mēs glabājam, kuras preces tās bija un kad, ne vairāk kā 50, katru 180 dienas, līdz noņemat ķeksīti: tad tās uzreiz izdzēš. Citādi tās atceras tikai jūsu pārlūkprogramma. Izejot no konta, tā tās aizmirst.
