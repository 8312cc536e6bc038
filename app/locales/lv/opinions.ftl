# What somebody thinks of an order that has come.
opinion-title = Pasūtījums { $number }: kā patika?
opinion-text = Šeit redzams, ko mums pastāstījāt, un to var mainīt. To lasām tikai mēs; nekas netiek publicēts.
opinion-mark = Kā patika?
opinion-5 = Ļoti labi
opinion-4 = Labi
opinion-3 = Normāli
opinion-2 = Ne visai labi
opinion-1 = Nemaz nepatika
opinion-words = Jūsu vārdiem
opinion-button = Pastāstīt
opinion-thanks = Paldies. Mēs izlasām katru vārdu.
opinion-nothing = Lūdzu, izvēlieties vērtējumu vai uzrakstiet kaut vārdu.
desk-opinions = Kā patika?
desk-opinions-none = Neviens vēl neko nav pastāstījis.
letter-button-how_was_it = Pastāstīt, kā patika
