# Goods: the first page, lists, a product.
home-title = Coisas bem-feitas para todo dia
home-heading = Coisas que gostam de ser usadas
home-text = Xícaras, luminárias, facas e bolsas de pequenas oficinas: feitas para durar, descritas com franqueza, na sua porta em poucos dias.
home-button = Começar pela cozinha
home-categories = Cômodo por cômodo
home-liked = Os mais queridos
home-new = Acabou de chegar

price-from = a partir de { $price }
price-was = antes
rating-label = { $average } de 5 estrelas, { $count ->
    [0] nenhuma avaliação
    [one] uma avaliação
    [many] { $count } de avaliações
   *[other] { $count } avaliações
}
badge-sold-out = Esgotado
badge-reduced = Em oferta
badge-new = Novidade
card-colours = { $count ->
    [one] Uma cor
    [many] { $count } de cores
   *[other] { $count } cores
}

trail-label = Onde você está
trail-home = Início
list-count = { $count ->
    [0] Nada
    [one] Um item
    [many] { $count } de itens
   *[other] { $count } itens
}
list-count-more = Pelo menos { $count } coisas
list-title-page = { $title }, página { $page }
list-narrower = Mais específico
list-all = Tudo
list-empty = Esta prateleira está vazia. As outras, não.
sort-label = Ordenar por
sort-popular = Mais queridos
sort-newest = Mais novos
sort-price = Menor preço
sort-price-down = Maior preço
sort-rating = Melhor avaliação
sort-saving = Maior desconto
sort-relevance = Mais relevantes
filter-title = Filtrar
filter-title-count = Filtrar (escolhidos: { $count })
filter-part = Tipo
filter-price = Preço ({ $currency })
filter-price-least = De
filter-price-most = Até
filter-price-between = de { $least } a { $most }
filter-price-to = até { $price }
filter-stars = Avaliação
filter-stars-any = Qualquer
filter-stars-least = { $count } estrelas ou mais
filter-stock-title = Disponibilidade
filter-stock = Em estoque
filter-apply = Mostrar estas coisas
filter-whole = Ver todos ({ $count })
filter-chosen = Filtros escolhidos
filter-remove = Remover o filtro: { $filter }
filter-clear = Remover todos
filter-value = { $facet }: { $value }
filter-promoted = Mais escolhidos
filter-nothing = Nada reúne tudo isso ao mesmo tempo.
filter-looser = Sem { $filter }: { $things }
pages-label = Páginas
pages-previous = Anterior
pages-more = Mostrar mais
pages-here = Página { $page } de { $last }

gallery-label = Fotos
gallery-view = Ver a foto { $at }
product-maker = por { $maker }
product-tax = com { $percent } de imposto (IVA) incluído
product-tax-none = sem imposto (IVA); pode haver tributos de importação
price-unit-g = { $price } por quilo
price-unit-ml = { $price } por litro
price-unit-cm = { $price } por metro
price-unit-piece = { $price } por peça
price-lowest = Menor preço dos 30 dias anteriores: { $price }
product-quantity = Quantidade
product-add = Pôr no carrinho
product-story = A história
product-facts = Os dados
product-related = Ficam bem juntos
product-together = Muitas vezes comprados juntos
product-sold-out = Este esgotou. Pode haver outras versões; as riscadas, não.
product-gone = Isto não está mais à venda.
restock-wish = Avisem quando voltar
restock-hint = Você recebe um único e-mail quando ele voltar. Depois esquecemos seu endereço; passado um ano, em qualquer caso.
restock-kept = Anotado. Você recebe um único e-mail quando ele voltar, e depois esquecemos seu endereço.
restock-back = Ele já voltou, não precisa esperar.
option-sold-out = esgotado
option-not-made = não se faz nesta combinação
stock-in = Em estoque, sai em até um dia útil
stock-low = { $count ->
    [one] Só resta uma unidade
    [many] Só restam { $count } de unidades
   *[other] Só restam { $count } unidades
}
line-delivery = Entrega ({ $country }): { $days }
line-delivery-cost = Frete { $price }, grátis a partir de { $free }
line-delivery-price = Frete { $price }
line-delivery-none = Não entregamos neste país: { $country }
line-delivery-none-text = É pesado ou grande demais para todas as transportadoras que chegam lá.
line-customs = Atravessa uma fronteira
line-customs-text = Na chegada podem ser cobrados imposto de importação e outros tributos. Antes de pagar, você vê uma estimativa.
line-returns = Trinta dias para devolver
line-returns-how = Como funciona a devolução

reviews-title = Avaliações
reviews-none = Ninguém avaliou ainda.
seen-title = Vistos há pouco
seen-kept = Só este navegador se lembra deles.
seen-forget = Esquecer
seen-forgotten = Esquecidos
line-online = Na hora, na página do pedido
line-online-text = Não precisa de pacote, então a entrega não custa nada.
product-tax-voucher = Ainda sem imposto: ele é devido quando o vale é usado
