# How what was bought is looked after.
care-title = Como cuidar
care-of = Como cuidar de { $name }
desk-label-care = Cuidados
desk-hint-care = Para quem comprou: como lavar, lubrificar ou guardar. Linhas simples; aparecem na página do pedido e na carta de envio, não na página do produto.
