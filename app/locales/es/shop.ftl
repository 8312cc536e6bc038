# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Ir al contenido
menu-label = Tienda
menu-orders = Pedidos
footer-label = Ayuda
footer-about = Cosas bien hechas para la casa, el escritorio, la cocina, el jardín y el camino. Embaladas a mano en Riga.
footer-trial = Esto es una demostración: los pagos y los paquetes son simulados; no se cobra ni se envía nada.
to-the-shop = Dar una vuelta por la tienda
change = Cambiar

not-found-title = En esta dirección no hay nada
not-found-text = Puede que la página se haya mudado o que el enlace tenga una errata. Todo lo demás está donde estaba.
broken-title = Algo se ha roto por nuestra parte
broken-text = No se ha cobrado nada y tu carrito está a salvo. Inténtalo de nuevo en un minuto.
busy-title = La tienda está muy concurrida
busy-text = Tu carrito está a salvo. Inténtalo de nuevo en unos segundos.

delivery-free = Gratis
sum-goods = Artículos
sum-delivery = Envío
sum-delivery-so-far = Envío, desde
sum-total = Total
sum-tax-inside = IVA incluido: { $tax }
tax-inside = IVA del { $percent } incluido: { $tax }
tax-reverse-charge = Sin IVA: lo liquida el comprador (inversión del sujeto pasivo).
tax-export = Sin IVA: sale de la Unión Europea.
choose = Elegir

expect-label = Qué puedes esperar
expect-delivery-title = En tu puerta en unos días
expect-returns-title = Treinta días para cambiar de idea
expect-returns-text = Devuélvelo como llegó. El dinero sale el mismo día en que lo recibimos.
expect-following-title = Síguelo hasta la puerta
expect-following-text = Una página muestra en directo dónde está tu paquete, sin cuenta.

settings-title = Idioma, país y moneda
settings-text = Cada cosa se elige por separado. El país decide el envío y los impuestos; la moneda, en qué pagas.
settings-language = Idioma
settings-country = Enviar a
settings-country-hint = De ahí salen los precios, los días de entrega y los impuestos.
settings-currency = Moneda
settings-currency-hint = Se te cobra en esta moneda, al tipo de cambio del día.
settings-save = Guardar
settings-now = Envío a { $country }, pago en { $currency }
settings-unknown-currency = La tienda no conoce esa moneda. Los precios siguen en { $currency }.
settings-unknown-country = La tienda no envía allí. Los precios y los días siguen siendo los de { $country }.
settings-unknown-language = La tienda todavía no habla ese idioma. Todo sigue como estaba.
