# Пауза перед упаковкой заказа.
change-until = Этот заказ можно изменить до { $time }.
desk-packing-waits = Покупатель может изменить его до { $time }. Затем он упаковывается.
desk-packing-now = Упаковать сейчас
# A carrier that is to come for a parcel.
desk-collect = Вызвать курьера { $carrier }
desk-collect-day = День
desk-collect-from = Не раньше (час)
desk-collect-until = Не позже (час)
desk-collect-button = Заказать забор
desk-collect-asked = { $carrier }: просим приехать, { $when }
desk-collect-booked = { $carrier } приедет: { $when }
desk-collect-refused = { $carrier } не приедет: { $when }
desk-collect-wrong-moment = Такого дня или часа нет: часы от 0 до 23.
desk-collect-wrong-when = Выберите время, которое ещё не началось, не дальше чем через { $days } дн.
desk-collect-wrong-short = Водителю нужно не меньше { $hours } ч.
desk-collect-wrong-gone = У посылки нет этикетки, или она уже у перевозчика.
desk-collect-wrong-cannot = Этот перевозчик не забирает посылки.
desk-collect-wrong-again = Забор уже заказан на другое время.
