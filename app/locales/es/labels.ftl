# Labels at the desk.
desk-print = Imprimir la etiqueta
desk-print-zpl = En ZPL, para impresora de etiquetas
desk-print-refused = El transportista no tiene etiqueta que imprimir.
desk-print-unknown = El transportista no responde. Inténtelo de nuevo en un momento.
