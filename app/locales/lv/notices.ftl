# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = Šī veidlapa nāk no citurienes
notice-foreign-text = Atveriet lapu veikalā un nosūtiet vēlreiz.
notice-slow = Savienojums bija par lēnu
notice-slow-text = Nekas netika mainīts. Nosūtiet vēlreiz, kad tīkls būs labāks.
notice-large = Tik daudz mēs nevaram pieņemt
notice-large-text = Saīsiniet tekstu vai izvēlieties mazāku failu.
notice-long = Šī adrese ir par garu
notice-long-text = Sāciet no sākumlapas.
notice-many = Mazliet lēnāk
notice-many-text = No jūsu tīkla nāca daudz pieprasījumu. Brīdi pagaidiet un mēģiniet vēlreiz; grozam nekas nekait.
notice-missing = Nosūtītais nekur neved
notice-missing-text = Nekas netika mainīts. Ielādējiet iepriekšējo lapu no jauna un nosūtiet vēlreiz.
notice-broken = Kaut kas saplīsa, un vaina ir mūsu
notice-broken-text = Grozam un pasūtījumiem nekas nekait. Pēc brīža mēģiniet vēlreiz.
notice-busy = Veikals ir ļoti pilns
notice-busy-text = Brīdi pagaidiet un mēģiniet vēlreiz; grozam nekas nekait.
notice-home = Doties uz sākumlapu
