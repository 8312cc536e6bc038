# How what was bought is looked after.
care-title = Kā par to rūpēties
care-of = Kā rūpēties: { $name }
desk-label-care = Kopšana
desk-hint-care = Tam, kas to nopircis: kā mazgāt, eļļot vai glabāt. Vienkāršas rindas; tās ir pasūtījuma lapā un vēstulē par sūtīšanu, nevis preces lapā.
