# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = Pārvadātājs saka, ka sūtījums kavējas, un jaunu dienu vēl nav nosaucis.
way-due = Bija jābūt klāt
way-late = Vēlāk, nekā solīts.
way-late-text = Atvainojamies. Ko par to uzzināsim, uzreiz būs šeit; ja vajag atbildi, pavaicā mums.
way-late-link = Pavaicāt mums
way-unsent = Tam bija jādodas ceļā līdz { $day }, bet tas vēl ir pie mums. Tas dosies ceļā, tiklīdz būs saiņots, un tad mēs uzrakstīsim.
way-van-before = Tas bija kurjera busiņā, un neviens mums vēl nav teicis, ka tas ir klāt.
wish-carriers-own = { $carrier } ceļā vēlēšanās no mums nepieņem. Vai var citu dienu vai vietu, saka tā paša lapa.
wish-carriers-page = Uz sūtījuma lapu pie { $carrier }
wish-carriers-none = { $carrier } ceļā vēlēšanās nepieņem: šī piegāde paliek, kā ir.
letter-late-attempt_failed = Neviena nebija mājās.
letter-late-exception = Kaut kas to aizkavēja pie pārvadātāja.
letter-delayed_undated-subject = Pasūtījums { $number }: sūtījums kavējas
letter-delayed_undated-heading = Tas būs vēlāk, nekā teicām
letter-delayed_undated-text = Pārvadātājs saka, ka sūtījums kavējas, un jaunu dienu vēl nav nosaucis. Atvainojiet par gaidīšanu. Tiklīdz diena būs zināma, tā būs pasūtījuma lapā.
sms-delayed_undated = Kavējas; jaunas dienas vēl nav.
