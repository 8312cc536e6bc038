# Changing how an order is sent, before it is packed.
way-link = Cambiar la forma de envío
way-title = ¿Cómo debe llegar el pedido { $number }?
way-text = Aún no lo ha preparado nadie. Esto cuesta cada forma de envío y esto tarda.
way-rule = Se te devuelve lo que pagaste por el envío actual; otro cuesta lo que cuesta hoy. Los artículos, sus precios y las ofertas siguen igual.
way-only = No hay otra forma de enviar este pedido allí.
way-was = Envío hasta ahora
way-then = Envío después
way-waits = El pedido se cambia cuando esté pagada la diferencia. Si no se paga antes de { $until }, el pedido queda como estaba.
event-way_changed = Cambiaste el envío
items-not-not-there = No se puede enviar así. Elige otra forma.
place-title = ¿Cómo debe llegar allí el pedido { $number }?
place-text = Entonces va a otro país: { $country }. Esto cuesta cada forma de envío y cuándo llega.
place-rule = Lo que compraste cuesta lo mismo allí; solo puede cambiar el impuesto incluido. Se te devuelve lo que pagaste por el envío actual.
place-was = Dirección hasta ahora
place-then = Dirección después
place-other = Otra dirección
items-not-other-prices = Los precios allí llevan otros impuestos que los que pagaste, así que este pedido no puede ir allí tal como está. No se ha cambiado nada. Escríbenos, o cancela el pedido y hazlo de nuevo.
