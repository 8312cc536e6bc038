# Goods: the first page, lists, a product.
home-title = Cosas bien hechas para todos los días
home-heading = Cosas que agradecen el uso
home-text = Tazas, lámparas, cuchillos y bolsas de talleres pequeños: hechos para durar, descritos con franqueza y en tu puerta en unos días.
home-button = Empezar por la cocina
home-categories = Habitación por habitación
home-liked = Lo que más gusta
home-new = Recién llegado

price-from = desde { $price }
price-was = antes
rating-label = { $average } de 5 estrellas, { $count ->
    [one] una valoración
    [many] { $count } de valoraciones
   *[other] { $count } valoraciones
}
badge-sold-out = Agotado
badge-reduced = Rebajado
badge-new = Novedad
card-colours = { $count ->
    [one] Un color
    [many] { $count } de colores
   *[other] { $count } colores
}

trail-label = Dónde estás
trail-home = Inicio
list-count = { $count ->
    [0] Nada
    [one] Un artículo
    [many] { $count } de artículos
   *[other] { $count } artículos
}
list-count-more = Al menos { $count } cosas
list-title-page = { $title }, página { $page }
list-narrower = Más en concreto
list-all = Todo
list-empty = Este estante está vacío. Los demás, no.
sort-label = Ordenar por
sort-popular = Lo que más gusta
sort-newest = Lo más nuevo
sort-price = Precio, de menor a mayor
sort-price-down = Precio, de mayor a menor
sort-rating = Mejor valorado
sort-saving = Más rebajado
sort-relevance = Lo que mejor encaja
filter-title = Filtrar
filter-title-count = Filtrar ({ $count } elegidos)
filter-part = Tipo
filter-price = Precio ({ $currency })
filter-price-least = Desde
filter-price-most = Hasta
filter-price-between = de { $least } a { $most }
filter-price-to = hasta { $price }
filter-stars = Valoración
filter-stars-any = Cualquiera
filter-stars-least = { $count } estrellas o más
filter-stock-title = Disponibilidad
filter-stock = En existencias
filter-apply = Mostrar estas cosas
filter-whole = Ver todos ({ $count })
filter-chosen = Filtros elegidos
filter-remove = Quitar el filtro: { $filter }
filter-clear = Quitar todos
filter-value = { $facet }: { $value }
filter-promoted = Lo más elegido
filter-nothing = Nada cumple todo eso a la vez.
filter-looser = Sin { $filter }: { $things }
pages-label = Páginas
pages-previous = Anterior
pages-more = Mostrar más
pages-here = Página { $page } de { $last }

gallery-label = Fotos
gallery-view = Ver la foto { $at }
product-maker = de { $maker }
product-tax = IVA del { $percent } incluido
product-tax-none = sin IVA; pueden sumarse impuestos de importación
price-unit-g = { $price } por kilo
price-unit-ml = { $price } por litro
price-unit-cm = { $price } por metro
price-unit-piece = { $price } por pieza
price-lowest = Precio más bajo de los 30 días anteriores: { $price }
product-quantity = Cantidad
product-add = Poner en el carrito
product-story = La historia
product-facts = Los datos
product-related = Quedan bien juntos
product-together = A menudo se compran juntos
product-sold-out = Este está agotado. Puede que haya otras variantes; las tachadas, no.
product-gone = Esto ya no se vende.
restock-wish = Avisadme cuando vuelva
restock-hint = Recibirás un solo correo cuando vuelva. Después olvidamos tu dirección; al cabo de un año, en todo caso.
restock-kept = Anotado. Recibirás un solo correo cuando vuelva y después olvidamos tu dirección.
restock-back = Ya ha vuelto, no hace falta esperar.
option-sold-out = agotado
option-not-made = no se hace en esta combinación
stock-in = Disponible, sale en un día laborable
stock-low = { $count ->
    [one] Solo queda una unidad
    [many] Solo quedan { $count } de unidades
   *[other] Solo quedan { $count } unidades
}
line-delivery = A { $country }: { $days }
line-delivery-cost = Envío { $price }, gratis desde { $free }
line-delivery-price = Envío { $price }
line-delivery-none = No se envía a { $country }
line-delivery-none-text = Pesa o abulta demasiado para todos los transportistas que llegan hasta allí.
line-customs = Cruza una frontera
line-customs-text = Al llegar pueden pedirte impuestos de importación y aranceles. Antes de pagar verás una estimación.
line-returns = Treinta días para devolverlo
line-returns-how = Cómo se devuelve

reviews-title = Valoraciones
reviews-none = Todavía nadie lo ha valorado.
seen-title = Visto hace poco
seen-kept = Solo este navegador los recuerda.
seen-forget = Olvidarlos
seen-forgotten = Olvidados
line-online = Enseguida, en la página del pedido
line-online-text = No necesita paquete, así que el envío no cuesta nada.
product-tax-voucher = Aún sin impuesto: se debe cuando se gasta la tarjeta
