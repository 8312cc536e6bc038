# What somebody thinks of an order that has come.
opinion-title = Pedido { $number }: ¿qué tal?
opinion-text = Aquí ve lo que nos contó y puede cambiarlo. Solo lo leemos nosotros; no se publica nada.
opinion-mark = ¿Qué tal?
opinion-5 = Muy bien
opinion-4 = Bien
opinion-3 = Normal
opinion-2 = No muy bien
opinion-1 = Nada bien
opinion-words = Con sus palabras
opinion-button = Enviar
opinion-thanks = Gracias. Leemos cada palabra.
opinion-nothing = Elija una nota o escriba algo, por favor.
desk-opinions = ¿Qué tal?
desk-opinions-none = Nadie nos ha contado nada todavía.
letter-button-how_was_it = Contar qué tal
