# Saite, kas citiem parāda, cik tālu pasūtījums ticis.
share-title = Dalies ar tā ceļu
share-text = Vai kāds to gaida kopā ar tevi? Saite parāda, cik tālu sūtījums ticis un kad pienāks. Redzama pilsēta un vārda pirmais burts, bet ne adrese, preces vai cenas. Tā darbojas 90 dienas vai līdz tu to izbeidz.
share-make = Izveidot saiti
share-anew = Izveidot citu saiti
share-end = Izbeigt saiti
share-link = Saite
share-once = Nokopē to tagad: tā ir redzama tikai šoreiz. Cita saite to izbeidz.
share-there = Saite ir izveidota. Citi redz, cik tālu pasūtījums ticis, līdz tu to izbeidz.
share-ended = Saite ir beigusies. Ar to pasūtījumu vairs neviens neredz.
shared-title = Sūtījums ceļā
shared-to = Saņēmējs: { $initial }., { $town }, { $country }
shared-over-title = Šī saite ir beigusies
shared-over-text = Tā ir izbeigta vai nav pilnīga. Palūdz citu tam, kurš tev to sūtīja.
