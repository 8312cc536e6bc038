# Accounts: signing in, what came along, devices, passwords.
account-title = Jūsu konts
account-sign-in = Ienākt
account-sign-in-text = Ierakstiet savu e-pasta adresi, un mēs atsūtīsim saiti, ar kuru ienākt. Kam konta vēl nav, tas to līdz ar saiti iegūst.
account-address = E-pasta adrese
account-link-button = Atsūtīt man saiti
account-sent = Vēstule ar saiti ir ceļā. Saite derīga vienu reizi, 15 minūtes. Vēstule var nonākt mēstulēs.
account-with-password = Ar paroli
account-password = Parole
account-forgotten = Aizmirsāt, vai vēl nav? Lūdziet saiti: tā vienmēr derēs.
account-email = Ierakstiet e-pasta adresi, piemēram, ada@example.org.
account-wait = Pārāk daudz mēģinājumu. Pagaidiet ceturtdaļstundu un mēģiniet vēlreiz.
account-wrong = Šī e-pasta adrese un šī parole neder kopā. Mēģiniet vēlreiz vai lūdziet saiti.
account-over = Šī saite vairs neder: tā ir izmantota, vecāka par 15 minūtēm, vai arī ir nosūtīta jaunāka.
account-link-again = Lūgt citu saiti
account-enter-text = Vienreiz nospiediet, un šajā ierīcē esat ienācis.
account-enter-button = Ienākt
account-signed-in = Jūs esat ienācis kā { $email }.
account-sign-out = Iziet
account-sign-out-all = Iziet visur
account-joined = { $orders ->
    [zero] { $orders } pasūtījumu ar jūsu e-pasta adresi tagad ir šeit.
    [one] { $orders } pasūtījums ar jūsu e-pasta adresi tagad ir šeit.
   *[other] { $orders } pasūtījumi ar jūsu e-pasta adresi tagad ir šeit.
}
account-joined-cart = Tas, kas bija šejienes grozā, tagad ir jūsu grozā.
account-undo = Atsaukt
account-undone = Viss ir atpakaļ, kur bija. Grozā ienākušais tur ir atlikts vēlākam.
account-orders = Jūsu pasūtījumi
account-orders-none = Pasūtījumu vēl nav.
account-search = Pasūtījuma numurs vai prece
account-search-none = Nevienā pasūtījumā tā nav.
account-devices = Kur esat ienācis
account-device-here = šī ierīce
account-device-days = Ienācis { $began }, pēdējoreiz bijis { $seen }
account-password-text = Ar paroli ienākat, negaidot vēstuli. Vismaz 8 zīmes, kādas vien gribat.
account-password-now = Pašreizējā parole
account-password-new = Jaunā parole
account-password-button = Saglabāt paroli
account-changed = Parole ir nomainīta. Visās citās ierīcēs esat izgājis.
account-current = Tā nav jūsu pašreizējā parole.
account-short = Jaunā parole ir par īsu. Tajā ir vismaz 8 zīmes.
account-long = Jaunā parole ir par garu. Tajā ir augstākais 512 zīmes.
account-leaked = Šī parole ir nozagto sarakstos, kurus mēģina pirmos. Izvēlieties citu.
letter-sign_in-subject = Jūsu saite, ar kuru ienākt
letter-sign_in-heading = Ienākt
letter-sign_in-text = Kāds, cerams, jūs, grib ienākt ar šo adresi. Saite derīga vienu reizi, 15 minūtes. Ja tas nebijāt jūs, nekas nav jādara: bez šīs vēstules neviens netiek iekšā.
letter-button-sign_in = Ienākt
message-kind-sign_in = Saite, ar kuru ienākt
account-offer = Visi pasūtījumi vienuviet
account-offer-text = Mēs nosūtīsim saiti uz { $email }. Ar to jums būs konts, kurā ir šis pasūtījums un visi pārējie ar šo adresi.
