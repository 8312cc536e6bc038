# Accounts: signing in, what came along, devices, passwords.
account-title = Su cuenta
account-sign-in = Entrar
account-sign-in-text = Escriba su correo electrónico y le enviamos un enlace para entrar. Quien aún no tiene cuenta recibe una con él.
account-address = Correo electrónico
account-link-button = Enviarme un enlace
account-sent = Un mensaje con un enlace está en camino. El enlace sirve una vez, durante 15 minutos. Puede llegar al correo no deseado.
account-with-password = Con una contraseña
account-password = Contraseña
account-forgotten = ¿La olvidó, o aún no tiene? Pida un enlace: siempre funciona.
account-email = Escriba un correo electrónico, como ada@example.org.
account-wait = Demasiados intentos. Espere un cuarto de hora y vuelva a intentarlo.
account-wrong = Este correo electrónico y esta contraseña no van juntos. Vuelva a intentarlo o pida un enlace.
account-over = Este enlace ya no sirve: se usó, tiene más de 15 minutos o se envió uno más nuevo.
account-link-again = Pedir otro enlace
account-enter-text = Pulse una vez y habrá entrado en este dispositivo.
account-enter-button = Entrar
account-signed-in = Ha entrado como { $email }.
account-sign-out = Salir
account-sign-out-all = Salir en todas partes
account-joined = { $orders ->
    [one] Un pedido hecho con su correo electrónico está ahora aquí.
    [many] { $orders } de pedidos hechos con su correo electrónico están ahora aquí.
   *[other] { $orders } pedidos hechos con su correo electrónico están ahora aquí.
}
account-joined-cart = Lo que había aquí en el carrito está ahora en el suyo.
account-undo = Deshacer
account-undone = Todo está de nuevo donde estaba. Lo que llegó al carrito queda allí guardado para después.
account-orders = Sus pedidos
account-orders-none = Aún no hay pedidos.
account-search = Número de pedido o producto
account-search-none = Ningún pedido tiene eso.
account-devices = Dónde ha entrado
account-device-here = este dispositivo
account-device-days = Entró el { $began }, última vez el { $seen }
account-password-text = Con una contraseña entra sin esperar un mensaje. Al menos 8 caracteres, los que quiera.
account-password-now = Contraseña actual
account-password-new = Contraseña nueva
account-password-button = Guardar la contraseña
account-changed = La contraseña ha cambiado. Se ha salido en todos los demás dispositivos.
account-current = Esa no es su contraseña actual.
account-short = La contraseña nueva es demasiado corta. Tiene al menos 8 caracteres.
account-long = La contraseña nueva es demasiado larga. Tiene como mucho 512 caracteres.
account-leaked = Esta contraseña está en listas de contraseñas robadas, que se prueban primero. Elija otra.
letter-sign_in-subject = Su enlace para entrar
letter-sign_in-heading = Entrar
letter-sign_in-text = Alguien, esperamos que usted, quiere entrar con esta dirección. El enlace sirve una vez, durante 15 minutos. Si no fue usted, no hay nada que hacer: sin este mensaje no entra nadie.
letter-button-sign_in = Entrar
message-kind-sign_in = Enlace para entrar
account-offer = Todos sus pedidos en un solo lugar
account-offer-text = Enviamos un enlace a { $email }. Con él tiene una cuenta con este pedido y todos los demás con esta dirección.
