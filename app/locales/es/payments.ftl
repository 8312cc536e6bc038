# Ways to pay, and paying an order that waits for its money.
method-card = Tarjeta
method-card-text = Los datos de la tarjeta se escriben en la página de la pasarela de pago. Esta tienda nunca ve el número.
method-pay_by_bank = Banca online
method-pay_by_bank-text = Eliges tu banco, confirmas allí el pago y vuelves.
method-bank_transfer = Transferencia bancaria
method-cash_on_delivery = Contra reembolso
method-trial = En esta demostración la pasarela es TestPay: ni la tarjeta ni el dinero son de verdad.
flow-page = Lo confirmas con { $name } y vuelves.
flow-parts = En { $count ->
    [one] un plazo
    [many] { $count } de plazos iguales
   *[other] { $count } plazos iguales
}, sin intereses:
flow-code = Recibes un código para escanearlo o copiarlo en tu aplicación.
flow-slip = Recibes un número para pagar en ventanilla en un plazo de tres días.
flow-transfer = Recibes los datos de una cuenta para hacer la transferencia. Embalamos cuando llega el dinero.
flow-door = Pagas a quien te trae el paquete.
more-ways = Más formas de pago
ways-none = Ninguna de nuestras formas de pago sirve para este pedido. Elige otra moneda u otro tipo de envío.

review-then-page = Pagas en la página de la pasarela de pago. Te reservamos los artículos 15 minutos.
review-then-parts = Confirmas los plazos en la página de la pasarela de pago. Te reservamos los artículos 15 minutos.
review-then-code = Recibes un código para pagar. Te reservamos los artículos una hora.
review-then-slip = Recibes un número para pagar en ventanilla. Te reservamos los artículos hasta que caduque.
review-then-transfer = Recibes los datos de una cuenta para hacer la transferencia. Te reservamos los artículos 7 días.
review-then-door = Pagas cuando te entregan el paquete. Empezamos a embalar enseguida.

unpaid-waiting = Este pedido espera el pago. Te reservamos los artículos hasta el { $until }.
unpaid-cancelled = Has vuelto sin pagar. Te reservamos los artículos hasta el { $until }.
unpaid-later = La página de pago no ha respondido. Tu pedido está a salvo y los artículos, reservados hasta el { $until }; no se ha cobrado nada.
decline-refused = El banco ha rechazado el pago.
decline-no_money = No había saldo suficiente en la cuenta.
decline-by_owner = El pago no se confirmó.
decline-expired = Se acabó el tiempo para pagar.
decline-then = No se ha cobrado nada. Inténtelo de nuevo o pague de otra forma.
paying-heading = Pago pendiente: { $name }
paying-part = Han llegado { $came }. Faltan todavía { $missing }.
pay-otherwise = Pagar de otra forma
pay-otherwise-button = Pagar así
until-moment = { $day }, { $time }
waiting-code = Escanea este código o ábrelo en tu aplicación. Puedes pagar hasta el { $until }.
waiting-slip = Paga en ventanilla con este número, como muy tarde el { $until }. Esta página avisará cuando llegue el dinero.
waiting-account = Transfiere el importe a esta cuenta, como muy tarde el { $until } y con exactamente este concepto. Esta página avisará cuando llegue el dinero.
waiting-scan = Código para pagar
waiting-app = Abrir la aplicación
waiting-copy = O copia este código
waiting-page = Cómo pagar, en la página de la pasarela
waiting-page-trial = En esta demostración nadie cobra: haz de banco en la página de TestPay
account-holder = Titular de la cuenta
account-bank = Banco
account-iban = IBAN
account-bic = BIC
account-number = Número de cuenta
account-branch = Código de sucursal
account-clabe = CLABE
account-reference = Concepto

paid-heading = Pago
paid-taken = Pagado: { $sum } ({ $name })
paid-promised = Importe reservado: { $sum } ({ $name }). Se cobra cuando sale el paquete.
paid-door = Pagas { $sum } cuando te entregan el paquete.
paid-going-back = Te estamos devolviendo { $sum }.
paid-back = Te hemos devuelto { $sum }.
event-payment_promised = Pago confirmado
event-payment_part = Ha llegado una parte del pago
event-payment_unwanted = Ha llegado un pago que ya no hace falta; se devuelve
event-payment_broken = No se ha podido cobrar el pago
sum-due = Queda por pagar
pay-button-nothing = Hacer el pedido
review-then-nothing = No queda nada por pagar. El pedido se hace enseguida.
method-nothing = Nada más que pagar
flow-nothing = Las tarjetas regalo y las ofertas lo pagan todo.
paid-nothing = No quedaba nada por pagar.
event-refund_bounced = Un reembolso no pudo llegar. Lo tiene como tarjeta regalo en esta página
