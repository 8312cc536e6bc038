# Help. A blank line is a new paragraph.
help-label = Jautājumi un atbildes
help-delivery-title = Piegāde
help-delivery-text =
    Ja pasūtījums darbdienā samaksāts līdz plkst. 14.00 pēc mūsu laika, to izsūtām tajā pašā dienā; vēlākus – nākamajā darbdienā. Brīvdienas un svētku dienas ņemam vērā gan pie mums, gan pie jums.

    Piegāde ir ekonomiskā, standarta un ātrā, daudzās valstīs arī uz saņemšanas punktiem un pakomātiem. Cena un dienu skaits atkarīgs no tā, kurp un cik smagu sūtījumu vedam. Abus redzat katras preces lapā un grozā, aprēķinātus jūsu izvēlētajai valstij.

    Pēc apmaksas pasūtījuma lapa reāllaikā rāda, kur sūtījums ir.
help-returns-title = Atgriešana
help-returns-text =
    Trīsdesmit dienas pēc piegādes varat nosūtīt atpakaļ jebko, ja tas nav lietots un ir savā iepakojumā.

    Uzrakstiet mums no tās e-pasta adreses, uz kuru saņēmāt pasūtījuma apstiprinājumu, un norādiet pasūtījuma numuru. Nauda dodas atpakaļ pa to pašu ceļu tajā dienā, kad sūtījums ir pie mums.

    Kamēr pasūtījumu nesaiņo, varat to atcelt tā lapā; pēc tam, līdz sūtījums dodas ceļā, tur varat lūgt to atcelt. Viss samaksātais atgriezīsies pie jums.
help-withdrawal-title = Atteikuma tiesības
help-withdrawal-text =
    Ja pērkat kā patērētājs, jums ir atteikuma tiesības: varat, nenorādot iemeslu, atkāpties no līguma jūsu valsts likumā noteiktajā termiņā; Eiropas Savienībā tas ir četrpadsmit dienas. Termiņš sākas dienā, kad preci saņemat jūs vai jūsu norādīta persona, kas nav pārvadātājs.

    Lai izmantotu atteikuma tiesības, pirms termiņa beigām nosūtiet mums nepārprotamu paziņojumu, piemēram, vēstuli vai e-pastu uz withdrawal@cartwright.example: „Es atkāpjos no līguma par pasūtījumu Nr. …”, un pievienojiet vārdu, uzvārdu un adresi. Paziņojuma saņemšanu apstiprināsim nekavējoties.

    Visu samaksāto, arī standarta piegādes maksu, atmaksājam četrpadsmit dienu laikā pēc jūsu paziņojuma, tādā pašā veidā, kādā maksājāt. Atmaksu varam aizturēt, līdz prece ir atpakaļ vai līdz jūs apliecināt, ka tā ir nosūtīta. Prece jānosūta atpakaļ četrpadsmit dienu laikā, un ar atdošanu saistītās tiešās izmaksas sedzat jūs. Par preces vērtības samazināšanos atbildat tikai tad, ja tā lietota vairāk, nekā vajadzīgs, lai pārbaudītu tās veidu, īpašības un darbību.

    Mūsu pašu trīsdesmit dienas preču atgriešanai nāk klāt šīm tiesībām un tās neierobežo.
help-payment-title = Apmaksa
help-payment-text =
    Izvēlaties no maksāšanas veidiem, kas jūsu valstī ir ierasti. Kartes datus ievadāt maksājumu pakalpojumu sniedzēja lapā: šis veikals kartes numuru neredz. Kur iespējams, naudu vispirms tikai rezervējam, bet noņemam, kad sūtījums dodas ceļā.

    Kad nospiežat pogu, pasūtījums tiek pierakstīts un tā preces ir rezervētas: piecpadsmit minūtes vai vairākas dienas, ja pārskaitījums vai maksājums kasē prasa tik ilgu laiku. Ja maksājums šajā laikā nepienāk, preces atkal ir brīvas un nekas netiek iekasēts. Nauda, kas pienāk par vēlu, tiek automātiski nosūtīta atpakaļ.

    Maksājat valūtā, kas redzama uz pogas. Cenas valūtās, kas nav eiro, vai nu nosakām mēs, vai pārrēķinām pēc Eiropas Centrālās bankas dienas kursa; kurss ir ierakstīts pasūtījumā un nemainās.

    Ar dāvanu karti var apmaksāt visu, kas te ir, izņemot citu dāvanu karti. Ierakstiet tās kodu grozā vai pirms maksāšanas; grozs rāda, cik tajā ir. Atlikums paliek kartē, un tai nav termiņa. Ja no pasūtījuma nekas neiznāk, kartes samaksātais atkal ir kartē.
help-privacy-title = Privātums
help-privacy-text =
    Glabājam to, kas vajadzīgs pasūtījumam: jūsu adresi, e-pasta adresi un to, ko nopirkāt. Pasūtījumus glabājam tik ilgi, cik prasa nodokļu likumi.

    Izmantojam ne vairāk kā piecas sīkdatnes, un nevienai nav vajadzīga jūsu piekrišana: vienu grozam, vienu, lai šī pārlūkprogramma atrastu savus pasūtījumus, vienu valodai, valstij un valūtai, vienu jūsu laika joslai un uz minūti vienu, kurā ir ievadītais, ja veidlapā ir kļūda. Pirmās divas glabājas trīsdesmit dienas. Tāpēc te nav sīkdatņu paziņojuma. Nekas šajās lapās netiek ielādēts no citurienes, un neviens jums te neseko.

    Saite apstiprinājumā atver jūsu pasūtījumu bez paroles, tāpēc glabājiet to kā atslēgu.

    Ja lūdzat paziņot, kad kaut kas atkal būs, glabājam jūsu e-pasta adresi, līdz esam paziņojuši, bet ne ilgāk par gadu. Pēdējo skatīto un meklēto glabā tikai šī pārlūkprogramma.

    Ja lūdzat atcerēties adresi jūsu ierīcē, glabājam to tikai šai pārlūkprogrammai: pusgadu pēc pēdējās lietošanas vai līdz brīdim, kad liekat to aizmirst adreses solī vai pie saviem pasūtījumiem. Sīkdatne, ar kuru šī pārlūkprogramma atrod savus pasūtījumus, tad glabājas tikpat ilgi.
help-imprint-title = Rekvizīti
help-imprint-text =
    Cartwright, paraugveikals, Spīķeru iela 1, Rīga, LV-1050, Latvija.

    E-pasts: hello@cartwright.example. Tālrunis: +371 2000 0000. Reģistrācijas numurs un PVN reģistrācijas numurs: šeit īsts veikals raksta savējos.

    Par saturu atbild Cartwright autori.
