# Labels at the desk.
desk-print = Drukāt etiķeti
desk-print-zpl = ZPL formātā, etiķešu printerim
desk-print-refused = Pārvadātājam nav etiķetes, ko drukāt.
desk-print-unknown = Pārvadātājs neatbild. Pēc brīža mēģiniet vēlreiz.
