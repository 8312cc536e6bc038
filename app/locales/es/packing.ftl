# La pausa antes de preparar un pedido.
change-until = Puedes cambiar este pedido hasta: { $time }.
desk-packing-waits = El cliente puede cambiarlo hasta: { $time }. Después se prepara.
desk-packing-now = Preparar ahora
