# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Atcerētās kartes
kept-text = Šīs kartes jums glabā mūsu maksājumu pakalpojuma sniedzējs; mēs par tām zinām tikai to, kas šeit rakstīts. Kasē ar tādu maksā ar vienu pieskārienu.
kept-none = Neviena karte nav atcerēta. Kas maksā ar karti, var to likt atcerēties kasē.
kept-card = { $brand } ar beigām { $tail }
kept-until = Derīga līdz { $until }
kept-tick = Atcerēties karti, ar kuru maksāju
kept-tick-text = To glabā maksājumu pakalpojuma sniedzējs, nevis mēs. Savā kontā varat to noņemt.
account-card-forgotten = Karte ir noņemta. Arī maksājumu pakalpojuma sniedzējs to aizmirst.
kept-privacy = No kartes, ko likāt atcerēties, mēs glabājam, kā tā ir, pēdējos četrus ciparus, derīguma termiņu un pakalpojuma sniedzēja apzīmējumu. Tās numurs ir tikai pie sniedzēja.
testpay-kept = Atcerētās kartes
testpay-pay-with = Maksāt { $sum } ar karti, kas beidzas ar { $tail }
testpay-other-card = Cita karte
testpay-keeps = Šī karte tiek atcerēta nākamajai reizei.
