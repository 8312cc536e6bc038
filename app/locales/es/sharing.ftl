# Un enlace que muestra a otros por dónde va un pedido.
share-title = Compartir su camino
share-text = ¿Alguien lo espera contigo? Un enlace muestra por dónde va el paquete y cuándo llega. Se ven la ciudad y la primera letra del nombre: ni dirección, ni productos, ni precios. Vale 90 días, o hasta que lo termines.
share-make = Crear un enlace
share-anew = Crear otro enlace
share-end = Terminar el enlace
share-link = El enlace
share-once = Cópialo ahora: solo se muestra esta vez. Otro enlace lo termina.
share-there = Hay un enlace. Otros ven por dónde va el pedido hasta que lo termines.
share-ended = El enlace ha terminado. Nadie ve ya el pedido con él.
shared-title = Un paquete en camino
shared-to = Para { $initial }. en { $town }, { $country }
shared-over-title = Este enlace ha terminado
shared-over-text = Se terminó o no está completo. Pide otro a quien te lo envió.
