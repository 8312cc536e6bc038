# Listas de deseos: de un navegador o una cuenta, compartidas con un enlace, vigiladas por si bajan los precios.
wishlists-title = Tus listas
wishlists-none = Aún no hay ninguna lista. Pon algo en una desde su página, o crea una aquí.
wishlists-guest = Tus listas se guardan solo para este navegador, hasta medio año después de tu último cambio. Inicia sesión para tenerlas en todos tus dispositivos.
wishlist-own = Mi lista
wishlist-put-in = Poner en una lista
wishlist-from-cart = Pasar a una lista
wishlist-holds = { $count ->
    [0] Aún no hay nada
    [one] Un artículo
    [many] { $count } de artículos
   *[other] { $count } artículos
}
wishlist-make-name = Nombre de una lista nueva
wishlist-make = Crear una lista
wishlist-name = Nombre
wishlist-save = Guardar
wishlist-settings = Sobre esta lista
wishlist-delete = Eliminar la lista
wishlist-gone = La lista está eliminada.
wishlist-removed = Ya no está en la lista.
wishlist-put = Ahora está en esta lista.
wishlist-known = Ya estaba en esta lista.
wishlist-moved = Ahora está en esta lista y ya no en el carrito.
wishlist-saved = Guardado.
wishlist-back = Está de vuelta.
wishlist-unshared = El enlace ha terminado. Nadie ve ya la lista con él.
wishlist-full = Una lista tiene { $count } artículos distintos. Quita uno o usa otra lista.
wishlist-too-many = Tienes { $count } listas y no se guardan más. Elimina una para crear otra.
wishlist-no-name = Escribe un nombre para la lista.
wishlist-long-name = Un nombre tiene como mucho { $count } caracteres. Acórtalo, por favor.
wishlist-long-note = Una nota tiene como mucho { $count } caracteres. Acórtala, por favor.
wishlist-empty = Aún no hay nada en esta lista.
wishlist-empty-now = Ahora mismo no hay nada en esta lista.
wishlist-wanted = Deseados: { $count }
wishlist-note = Nota para ti
wishlist-in = En la lista
wishlist-cheaper = Cuesta menos que cuando lo pusiste: era { $before }.
wishlist-dearer = Cuesta más que cuando lo pusiste: era { $before }.
wishlist-buy-all = Poner todo en el carrito
wishlist-share-title = Compartir la lista
wishlist-share-text = Quien tiene el enlace ve el nombre de la lista y lo que hay en ella, y puede comprarlo. No ve nada de ti ni tus notas. El enlace vale hasta que lo termines.
wishlist-share-there = Hay un enlace. Otros ven la lista hasta que lo termines.
wishlist-somebodys = Una lista de deseos
wishlist-somebodys-text = Alguien comparte esta lista contigo. Lo que pongas en el carrito lo compras tú; no se avisa a nadie.
account-joined-lists = { $lists ->
    [one] La lista que estaba en este navegador está ahora en tu cuenta.
    [many] { $lists } de listas que estaban en este navegador están ahora en tu cuenta.
   *[other] { $lists } listas que estaban en este navegador están ahora en tu cuenta.
}
wishlist-watch-title = Saber cuándo algo baja de precio o vuelve
wishlist-watch-text = Escribimos cuando un artículo de esta lista cuesta menos o se puede comprar otra vez: una vez por cada bajada, y nunca de noche. Cada mensaje tiene un enlace que los detiene, y al cabo de un año volvemos a preguntar.
wishlist-watch-to = Escribimos a { $email }.
wishlist-watch-button = Avisarme por correo
wishlist-watch-on = Avisamos a { $email }.
wishlist-watch-waits = Hemos enviado un mensaje a { $email }. Abre el enlace que contiene y te avisaremos desde entonces.
wishlist-watch-end = No avisarme más
wishlist-asked = Un mensaje con un enlace está en camino. Abre el enlace y te avisaremos desde entonces.
wishlist-watched = Anotado: te avisamos desde ahora.
wishlist-unwatched = Ya no te avisamos de esta lista.
wishlist-over = Este enlace ya no sirve: se usó, tiene más de tres días o se envió otro más reciente.
wishlist-confirm-title = Avisos de una lista
wishlist-confirm-text = Pulsa una vez y te escribiremos cuando un artículo de la lista cueste menos o vuelva.
wishlist-privacy = Tus listas se guardan para tu cuenta, o solo para este navegador hasta medio año después de tu último cambio. Si pides que te avisemos cuando algo baje de precio o vuelva, guardamos tu dirección de correo para eso hasta que lo detengas, un año como mucho; una dirección que nadie confirma, tres días.
letter-list_confirm-subject = ¿Te avisamos de tu lista?
letter-list_confirm-heading = ¿Te avisamos de tu lista?
letter-list_confirm-text = Alguien, esperamos que tú, nos pidió escribir a esta dirección cuando un artículo de una lista cueste menos o vuelva. Abre el enlace en tres días si lo quieres. Si no fuiste tú, no hay nada que hacer: sin eso no escribiremos más.
letter-button-list_confirm = Sí, avisadme
letter-price_fell-subject = { $count ->
    [one] { $thing } cuesta menos ahora
    [many] { $count } de artículos de tu lista cuestan menos ahora
   *[other] { $count } artículos de tu lista cuestan menos ahora
}
letter-price_fell-heading = { $count ->
    [one] { $thing } cuesta menos ahora
    [many] { $count } de artículos de tu lista cuestan menos ahora
   *[other] { $count } artículos de tu lista cuestan menos ahora
}
letter-price_fell-text = Nos pediste que te avisáramos. Los precios pueden volver a subir, y no hay nada apartado.
letter-price_fell-now = { $price } (antes: { $before })
letter-button-lists = Ver tus listas
message-kind-list_confirm = Confirmar una dirección
message-kind-price_fell = Un artículo de tu lista cuesta menos
