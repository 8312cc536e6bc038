# The cart.
cart-title = Carrinho
cart-open = Abrir a página do carrinho
cart-close = Fechar
cart-checkout = Comprar sem cadastro
cart-no-account = Não precisa de conta.
cart-empty = Ainda não tem nada aqui.
cart-saved = Guardado para depois
cart-count = { $count ->
    [0] nenhum item
    [one] um item
    [many] { $count } de itens
   *[other] { $count } itens
}
cart-says = { $count ->
    [0] O carrinho está vazio
    [one] Um item no carrinho, { $total }
    [many] { $count } de itens no carrinho, { $total }
   *[other] { $count } itens no carrinho, { $total }
}
cart-changed = Os preços ou o estoque mudaram desde que você encheu o carrinho. Veja abaixo o que mudou.
cart-accept = Aceitar como está agora
cart-text = O que você pôs no carrinho, com o frete e os impostos do seu país. Não precisa de conta.
cart-delivery-to = Entrega: { $country }
cart-delivery-none = não é possível
cart-elsewhere = Outro país ou outra moeda
summary-label = Valores
summary-title = Seu pedido
free-left = Mais { $left } e o frete sai grátis (entrega: { $country })
free-reached = O frete é grátis (entrega: { $country })

line-unit = { $price } cada
line-fewer = Um a menos
line-more = Um a mais
line-quantity = Quantidade
line-remove = Remover
line-removed = Você removeu: { $name }
line-gone = Já não está no carrinho.
line-undo = Pôr de volta
line-save = Guardar para depois
line-unsave = Pôr no carrinho
line-sold-out = Esgotou depois que você pôs no carrinho. Para continuar, guarde para depois ou remova.
line-short = { $count ->
    [one] Só resta uma unidade; diminua a quantidade para continuar.
    [many] Só restam { $count } de unidades; diminua a quantidade para continuar.
   *[other] Só restam { $count } unidades; diminua a quantidade para continuar.
}
line-price-changed = O preço era { $before } quando você pôs no carrinho.

refused-only-left = { $count ->
    [one] Só há uma unidade disponível; a quantidade ficou como estava.
    [many] Só há { $count } de unidades disponíveis; a quantidade ficou como estava.
   *[other] Só há { $count } unidades disponíveis; a quantidade ficou como estava.
}
refused-sold-out = Acabou de esgotar; nada foi para o carrinho.
refused-not-sold = Isto não está mais à venda, ou o carrinho mudou nesse meio-tempo. Nada foi alterado.
refused-quantity = Digite um número inteiro de 1 a 999.
refused-full = Cabem { $count } itens diferentes no carrinho. Remova um para pôr outro.

gift-title = É um presente
gift-note = Recado para o pacote
gift-hint = Até { $count } caracteres. Escrevemos em um cartão; nenhum preço vai no pacote.
gift-paper = Embrulho
gift-no-paper = Sem embrulho
gift-keep = Salvar
refused-long-note = Um recado tem no máximo { $count } caracteres. Encurte-o, por favor.
desk-gift-note = Um presente: inclua este recado, sem preços
