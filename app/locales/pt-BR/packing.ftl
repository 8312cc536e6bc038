# A pausa antes de embalar um pedido.
change-until = Você pode alterar este pedido até { $time }.
desk-packing-waits = O cliente pode alterá-lo até { $time }. Depois ele é embalado.
desk-packing-now = Embalar agora
