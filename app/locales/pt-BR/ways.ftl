# Changing how an order is sent, before it is packed.
way-link = Mudar a forma de entrega
way-title = Como o pedido { $number } deve chegar?
way-text = Ninguém o embalou ainda. Veja quanto custa cada forma e quando chega.
way-rule = O que você pagou pela entrega atual volta; outra custa o que custa hoje. Os produtos, os preços e as ofertas ficam.
way-only = Não há outra forma de enviar este pedido para lá.
way-was = Entrega até agora
way-then = Entrega depois
way-waits = O pedido muda assim que a diferença for paga. Se não for paga até { $until }, o pedido fica como estava.
event-way_changed = Você mudou a entrega
items-not-not-there = Não dá para enviar assim. Escolha outra forma.
place-title = Como o pedido { $number } deve chegar lá?
place-text = Ele vai então para outro país: { $country }. Veja quanto custa cada forma e quando chega.
place-rule = O que você comprou custa o mesmo lá; só o imposto incluído pode ser outro. O que você pagou pela entrega atual volta.
place-was = Endereço até agora
place-then = Endereço depois
place-other = Outro endereço
items-not-other-prices = Os preços lá têm outros impostos que os que você pagou, por isso este pedido não pode ir para lá como está. Nada foi alterado. Escreva para nós, ou cancele o pedido e faça-o de novo.
