# Help. A blank line is a new paragraph.
help-label = Preguntas y respuestas
help-delivery-title = Envíos
help-delivery-text =
    Lo que se paga antes de las 14:00, hora de la tienda, de un día laborable sale ese mismo día; lo que llega más tarde sale el siguiente día laborable. Tenemos en cuenta los fines de semana y los festivos, los de aquí y los de tu país.

    Hay envío económico, estándar y exprés, y en muchos países puntos de recogida y taquillas. El precio y los días dependen de adónde va el paquete y de cuánto pesa. Los ves en la página de cada producto y en el carrito, para el país que hayas elegido.

    Después de pagar, la página de tu pedido muestra en directo dónde está el paquete.
help-returns-title = Devoluciones
help-returns-text =
    Tienes treinta días desde la entrega para devolver lo que quieras, sin usar y en su embalaje.

    Escríbenos desde la dirección de correo del pedido e indica el número. El dinero vuelve por donde vino, el mismo día en que nos llega el paquete.

    Hasta que se empiece a preparar, puedes cancelarlo en la página de tu pedido; después puedes pedirlo allí mientras el paquete no haya salido. Se te devuelve todo lo pagado.
help-withdrawal-title = Derecho de desistimiento
help-withdrawal-text =
    Si compras como consumidor, tienes derecho a desistir del contrato sin necesidad de justificación en el plazo que te da la ley de tu país; en la Unión Europea, catorce días naturales. El plazo empieza el día en que recibes los bienes tú o un tercero que hayas indicado y que no sea el transportista.

    Para ejercer el derecho de desistimiento, comunícanoslo con una declaración inequívoca, por ejemplo una carta o un correo electrónico a withdrawal@cartwright.example, antes de que venza el plazo: «Desisto del contrato del pedido número…», con tu nombre y tu dirección. Te confirmamos sin demora que la hemos recibido.

    Te reembolsamos todo lo que pagaste, incluido el envío estándar, en un plazo de catorce días naturales desde tu comunicación y por el mismo medio de pago. Podemos retener el reembolso hasta haber recibido los bienes o hasta que demuestres que los has enviado. Tú los devuelves en un plazo de catorce días naturales y asumes el coste directo de la devolución. Solo respondes de la disminución de valor que resulte de una manipulación distinta a la necesaria para ver qué son y cómo funcionan.

    Nuestros treinta días de devolución se suman a este derecho y no lo limitan.
help-payment-title = Pago
help-payment-text =
    Eliges entre las formas de pago habituales en tu país. Los datos de la tarjeta se escriben en la página de la propia pasarela de pago: esta tienda nunca ve el número. Cuando es posible, el importe solo se reserva, y se cobra cuando sale el paquete.

    Cuando pulsas el botón, el pedido queda anotado y los artículos se reservan: quince minutos, o varios días si una transferencia o un pago en ventanilla tarda tanto. Si en ese tiempo no llega el pago, los artículos vuelven a quedar libres y no se cobra nada. El dinero que llega tarde se devuelve solo.

    Se te cobra en la moneda que indica el botón. Los precios en monedas distintas del euro los fijamos nosotros o se convierten al tipo de cambio del día del Banco Central Europeo; el tipo queda escrito en tu pedido y ya no cambia.

    Una tarjeta regalo paga todo lo que hay aquí, menos otra tarjeta regalo. Escriba su código en la cesta o antes de pagar; la cesta muestra lo que tiene. Lo que sobra queda en la tarjeta, y no caduca. Si un pedido no llega a nada, lo que pagó la tarjeta vuelve a ella.
help-privacy-title = Privacidad
help-privacy-text =
    Guardamos lo que un pedido necesita: tu dirección, tu correo electrónico y lo que compraste. Los pedidos se conservan el tiempo que exige la ley tributaria.

    Usamos hasta cinco cookies, y ninguna necesita tu consentimiento: una para el carrito, otra para que este navegador encuentre sus propios pedidos, otra para el idioma, el país y la moneda, otra para tu zona horaria y otra que guarda un minuto lo que escribiste cuando un formulario muestra un error. Las dos primeras duran treinta días. Por eso no hay aviso de cookies. Nada de lo que ves en estas páginas se carga de terceros, y aquí nadie te sigue.

    El enlace de la confirmación abre tu pedido sin contraseña, así que trátalo como una llave.

    Si pides que te avisemos cuando algo vuelva, guardamos tu correo electrónico hasta avisarte, un año como máximo. Lo último que miraste y buscaste lo guarda solo este navegador.

    Si pides que recordemos una dirección en tu dispositivo, la guardamos solo para este navegador, hasta medio año después de su último uso o hasta que nos digas que la olvidemos, en el paso de la dirección o junto a tus pedidos. La cookie con la que este navegador encuentra sus pedidos dura entonces lo mismo.
help-imprint-title = Aviso legal
help-imprint-text =
    Cartwright, una tienda de demostración, Spīķeru iela 1, Rīga, LV-1050, Letonia.

    Correo electrónico: hello@cartwright.example. Teléfono: +371 2000 0000. Número de registro y número de IVA: aquí pone los suyos una tienda de verdad.

    Responsables del contenido: los autores de Cartwright.
