# Labels at the desk.
desk-print = Imprimir a etiqueta
desk-print-zpl = Em ZPL, para impressora de etiquetas
desk-print-refused = A transportadora não tem etiqueta para imprimir.
desk-print-unknown = A transportadora não responde. Tente de novo daqui a pouco.
