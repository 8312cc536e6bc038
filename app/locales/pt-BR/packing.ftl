# A pausa antes de embalar um pedido.
change-until = Você pode alterar este pedido até { $time }.
desk-packing-waits = O cliente pode alterá-lo até { $time }. Depois ele é embalado.
desk-packing-now = Embalar agora
# A carrier that is to come for a parcel.
desk-collect = Pedir que { $carrier } venha buscar
desk-collect-day = Dia
desk-collect-from = Não antes de (hora)
desk-collect-until = Não depois de (hora)
desk-collect-button = Pedir a coleta
desk-collect-asked = Pedido enviado a { $carrier }: { $when }
desk-collect-booked = { $carrier } vem: { $when }
desk-collect-refused = { $carrier } não vem: { $when }
desk-collect-wrong-moment = Esse dia ou essa hora não existe: as horas vão de 0 a 23.
desk-collect-wrong-when = Escolha um horário que ainda não começou, no máximo daqui a { $days } dias.
desk-collect-wrong-short = Um motorista precisa de pelo menos { $hours } horas.
desk-collect-wrong-gone = O pacote não tem etiqueta, ou a transportadora já está com ele.
desk-collect-wrong-cannot = Essa transportadora não coleta pacotes.
desk-collect-wrong-again = Já foi pedido, para outro horário.
