# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = Tarjetas recordadas
kept-text = Estas tarjetas las guarda nuestro proveedor de pagos; nosotros no sabemos de ellas más que lo que dice aquí. En la caja se paga con una pulsación.
kept-none = No hay tarjetas recordadas. Quien paga con tarjeta puede hacer que se recuerde en la caja.
kept-card = { $brand } terminada en { $tail }
kept-until = Válida hasta { $until }
kept-tick = Recordar la tarjeta con la que pago
kept-tick-text = La guarda nuestro proveedor de pagos, no nosotros. Puede quitarla en su cuenta.
account-card-forgotten = La tarjeta se ha quitado. Nuestro proveedor de pagos también la olvida.
kept-privacy = De una tarjeta recordada guardamos la marca, las cuatro últimas cifras, la validez y el nombre que le da nuestro proveedor de pagos. Su número lo tiene solo el proveedor.
testpay-kept = Tarjetas recordadas
testpay-pay-with = Pagar { $sum } con la tarjeta terminada en { $tail }
testpay-other-card = Otra tarjeta
testpay-keeps = Esta tarjeta se recuerda para la próxima vez.
