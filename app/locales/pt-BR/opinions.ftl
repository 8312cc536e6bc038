# What somebody thinks of an order that has come.
opinion-title = Pedido { $number }: o que achou?
opinion-text = Aqui você vê o que nos contou e pode mudar. Só nós lemos; nada é publicado.
opinion-mark = O que achou?
opinion-5 = Muito bom
opinion-4 = Bom
opinion-3 = Razoável
opinion-2 = Não muito bom
opinion-1 = Nada bom
opinion-words = Com suas palavras
opinion-button = Enviar
opinion-thanks = Obrigado. Lemos cada palavra.
opinion-nothing = Escolha uma nota ou escreva algo, por favor.
desk-opinions = O que acharam
desk-opinions-none = Ninguém contou nada ainda.
letter-button-how_was_it = Contar o que achou
