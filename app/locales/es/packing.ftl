# La pausa antes de preparar un pedido.
change-until = Puedes cambiar este pedido hasta: { $time }.
desk-packing-waits = El cliente puede cambiarlo hasta: { $time }. Después se prepara.
desk-packing-now = Preparar ahora
# A carrier that is to come for a parcel.
desk-collect = Que { $carrier } venga a recogerlo
desk-collect-day = Día
desk-collect-from = No antes de (hora)
desk-collect-until = No después de (hora)
desk-collect-button = Pedir la recogida
desk-collect-asked = Se pide a { $carrier } que venga: { $when }
desk-collect-booked = { $carrier } viene: { $when }
desk-collect-refused = { $carrier } no viene: { $when }
desk-collect-wrong-moment = Ese día o esa hora no existe: las horas van de 0 a 23.
desk-collect-wrong-when = Elija un momento que no haya empezado, a { $days } días como máximo.
desk-collect-wrong-short = Un conductor necesita al menos { $hours } horas.
desk-collect-wrong-gone = El paquete no tiene etiqueta, o su transportista ya lo tiene.
desk-collect-wrong-cannot = Este transportista no recoge paquetes.
desk-collect-wrong-again = Ya está pedido, para otro momento.
