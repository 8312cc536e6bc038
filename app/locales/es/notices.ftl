# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = Este formulario venía de otro sitio
notice-foreign-text = Abre la página en la tienda y envíalo de nuevo.
notice-slow = La conexión iba demasiado lenta
notice-slow-text = Todo sigue como estaba. Envíalo otra vez cuando la red vaya mejor.
notice-large = Es más de lo que podemos recibir
notice-large-text = Acorta el texto o elige un archivo más pequeño.
notice-long = Esta dirección es demasiado larga
notice-long-text = Empieza de nuevo desde la página de inicio.
notice-many = Un poco más despacio
notice-many-text = Han llegado muchas peticiones desde tu red. Espera un momento e inténtalo de nuevo; tu carrito está a salvo.
notice-missing = Lo que has enviado no lleva a ninguna parte
notice-missing-text = Todo sigue como estaba. Recarga la página de la que venías y envíalo otra vez.
notice-broken = Algo se ha roto, y es cosa nuestra
notice-broken-text = Tu carrito y tus pedidos están a salvo. Inténtalo de nuevo en un momento.
notice-busy = La tienda está llena
notice-busy-text = Espera un momento e inténtalo de nuevo; tu carrito está a salvo.
notice-home = Ir a la página de inicio
