# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = Ir para o conteúdo
menu-label = Loja
menu-orders = Pedidos
footer-label = Ajuda
footer-about = Coisas bem-feitas para a casa, a escrivaninha, a cozinha, o jardim e a estrada. Embaladas à mão em Riga.
footer-trial = Isto é uma demonstração: pagamentos e encomendas são simulados, e nada é cobrado nem enviado.
to-the-shop = Dar uma volta pela loja
change = Mudar

not-found-title = Não há nada neste endereço
not-found-text = A página pode ter mudado de lugar, ou o link tem um deslize. Todo o resto está onde estava.
broken-title = Algo quebrou do nosso lado
broken-text = Nada foi cobrado e seu carrinho está a salvo. Tente de novo em um minuto.
busy-title = A loja está muito movimentada
busy-text = Seu carrinho está a salvo. Tente de novo em alguns segundos.

delivery-free = Grátis
sum-goods = Itens
sum-delivery = Frete
sum-delivery-so-far = Frete, a partir de
sum-total = Total
sum-tax-inside = Imposto (IVA) incluído: { $tax }
tax-inside = Imposto (IVA) de { $percent } incluído: { $tax }
tax-reverse-charge = Sem imposto (IVA): quem compra é que recolhe (autoliquidação).
tax-export = Sem imposto (IVA): sai da União Europeia.
choose = Escolher

expect-label = O que esperar
expect-delivery-title = Na sua porta em poucos dias
expect-returns-title = Trinta dias para mudar de ideia
expect-returns-text = Devolva como chegou. O dinheiro sai no mesmo dia em que recebemos.
expect-following-title = Acompanhe até a porta
expect-following-text = Uma página mostra ao vivo onde está sua encomenda, sem precisar de conta.

settings-title = Idioma, país e moeda
settings-text = Cada um se escolhe à parte. O país decide a entrega e os impostos; a moeda, em que você paga.
settings-language = Idioma
settings-country = País de entrega
settings-country-hint = Preços, prazos e impostos dependem dele.
settings-currency = Moeda
settings-currency-hint = A cobrança é nesta moeda, pela taxa do dia.
settings-save = Salvar
settings-now = Entrega: { $country }. Pagamento: { $currency }
settings-unknown-currency = A loja não conhece essa moeda. Os preços continuam em { $currency }.
settings-unknown-country = A loja não entrega lá. Preços e prazos continuam os deste país: { $country }.
settings-unknown-language = A loja ainda não fala esse idioma. Nada foi alterado.
