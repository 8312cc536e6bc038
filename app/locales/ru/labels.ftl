# Labels at the desk.
desk-print = Напечатать этикетку
desk-print-zpl = В ZPL, для принтера этикеток
desk-print-refused = У перевозчика нет этикетки для печати.
desk-print-unknown = Перевозчик не отвечает. Попробуйте ещё раз чуть позже.
