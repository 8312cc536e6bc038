# The cart.
cart-title = Carrito
cart-open = Abrir la página del carrito
cart-close = Cerrar
cart-checkout = Comprar sin registrarse
cart-no-account = No hace falta cuenta.
cart-empty = Aquí todavía no hay nada.
cart-saved = Guardado para luego
cart-count = { $count ->
    [one] un artículo
    [many] { $count } de artículos
   *[other] { $count } artículos
}
cart-says = { $count ->
    [0] El carrito está vacío
    [one] Un artículo en el carrito, { $total }
    [many] { $count } de artículos en el carrito, { $total }
   *[other] { $count } artículos en el carrito, { $total }
}
cart-changed = Los precios o las existencias han cambiado desde que llenaste el carrito. Abajo se ve qué ha cambiado.
cart-accept = Aceptar los cambios
cart-text = Lo que has puesto en el carrito, con el envío y los impuestos de tu país. No hace falta cuenta.
cart-delivery-to = Envío a { $country }
cart-delivery-none = no es posible
cart-elsewhere = Otro país u otra moneda
summary-label = Importe
summary-title = Tu pedido
free-left = { $left } más y el envío a { $country } sale gratis
free-reached = El envío a { $country } es gratis

line-unit = { $price } por unidad
line-fewer = Uno menos
line-more = Uno más
line-quantity = Cantidad
line-remove = Quitar
line-removed = Has quitado: { $name }
line-gone = Ya no está en el carrito.
line-undo = Devolver al carrito
line-save = Guardar para luego
line-unsave = Pasar al carrito
line-sold-out = Se ha agotado desde que lo pusiste. Para seguir, guárdalo para luego o quítalo.
line-short = { $count ->
    [one] Solo queda una unidad; baja la cantidad para seguir.
    [many] Solo quedan { $count } de unidades; baja la cantidad para seguir.
   *[other] Solo quedan { $count } unidades; baja la cantidad para seguir.
}
line-price-changed = Cuando lo pusiste, el precio era { $before }.

refused-only-left = { $count ->
    [one] Solo hay una unidad disponible; la cantidad sigue como estaba.
    [many] Solo hay { $count } de unidades disponibles; la cantidad sigue como estaba.
   *[other] Solo hay { $count } unidades disponibles; la cantidad sigue como estaba.
}
refused-sold-out = Se acaba de agotar; no se ha puesto nada en el carrito.
refused-not-sold = Esto ya no se vende, o el carrito ha cambiado entretanto. Todo sigue como estaba.
refused-quantity = Escribe un número entero del 1 al 999.
refused-full = En el carrito caben { $count } artículos distintos. Quita uno para poner otro.

gift-title = Es un regalo
gift-note = Nota para el paquete
gift-hint = Hasta { $count } caracteres. La escribimos en una tarjeta; en el paquete no van precios.
gift-paper = Envoltorio
gift-no-paper = Sin envolver
gift-keep = Guardar
refused-long-note = Una nota tiene como máximo { $count } caracteres. Acórtela, por favor.
desk-gift-note = Un regalo: incluir esta nota, sin precios
