# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Cartões lembrados
kept-text = Nosso provedor de pagamento guarda estes cartões para você; não sabemos deles mais do que está aqui. No caixa, um toque basta para pagar.
kept-none = Nenhum cartão lembrado. Quem paga com cartão pode pedir, no caixa, que ele seja lembrado.
kept-card = { $brand } com final { $tail }
kept-until = Válido até { $until }
kept-tick = Lembrar o cartão com que pago
kept-tick-text = Quem o guarda é nosso provedor de pagamento, não nós. Você pode removê-lo na sua conta.
account-card-forgotten = O cartão foi removido. Nosso provedor de pagamento também o esquece.
kept-privacy = De um cartão lembrado guardamos a bandeira, os quatro últimos dígitos, a validade e o nome que nosso provedor de pagamento lhe dá. O número fica só com o provedor.
testpay-kept = Cartões lembrados
testpay-pay-with = Pagar { $sum } com o cartão de final { $tail }
testpay-other-card = Outro cartão
testpay-keeps = Este cartão será lembrado na próxima vez.
