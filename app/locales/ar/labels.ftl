# Labels at the desk.
desk-print = طباعة الملصق
desk-print-zpl = بصيغة ZPL لطابعة الملصقات
desk-print-refused = ليس لدى شركة الشحن ملصق للطباعة.
desk-print-unknown = شركة الشحن لا تجيب. حاول مجددًا بعد قليل.
