# Ways to pay, and paying an order that waits for its money.
method-card = Cartão
method-card-text = Você digita os dados do cartão na página do próprio provedor de pagamento. Esta loja nunca vê o número.
method-pay_by_bank = Pagamento pelo banco
method-pay_by_bank-text = Você escolhe seu banco, confirma lá o pagamento e volta.
method-bank_transfer = Transferência bancária
method-cash_on_delivery = Dinheiro na entrega
method-trial = Nesta demonstração o provedor é o TestPay: nem o cartão nem o dinheiro são de verdade.
flow-page = Você confirma com { $name } e volta.
flow-parts = Em { $count ->
    [one] uma parcela
    [many] { $count } de parcelas iguais
   *[other] { $count } parcelas iguais
}, sem juros:
flow-code = Você recebe um código para escanear ou copiar no seu aplicativo.
flow-slip = Você recebe um número para pagar no caixa em até três dias.
flow-transfer = Você recebe os dados de uma conta para fazer a transferência. Embalamos quando o dinheiro chegar.
flow-door = Você paga a quem trouxer a encomenda.
more-ways = Mais formas de pagamento
ways-none = Nenhuma das nossas formas de pagamento serve para este pedido. Escolha outra moeda ou outro tipo de entrega.

review-then-page = Você paga na página do provedor de pagamento. Os itens ficam reservados para você por 15 minutos.
review-then-parts = Você confirma as parcelas na página do provedor de pagamento. Os itens ficam reservados para você por 15 minutos.
review-then-code = Você recebe um código para pagar. Os itens ficam reservados para você por uma hora.
review-then-slip = Você recebe um número para pagar no caixa. Os itens ficam reservados para você até ele vencer.
review-then-transfer = Você recebe os dados de uma conta para fazer a transferência. Os itens ficam reservados para você por 7 dias.
review-then-door = Você paga quando receber a encomenda. Começamos a embalar na hora.

unpaid-waiting = Este pedido aguarda o pagamento. Os itens ficam reservados para você até { $until }.
unpaid-cancelled = Você voltou sem pagar. Os itens ficam reservados para você até { $until }.
unpaid-later = A página de pagamento não respondeu. Seu pedido está a salvo e os itens, reservados até { $until }; nada foi cobrado.
decline-refused = O banco recusou o pagamento.
decline-no_money = Não havia saldo suficiente na conta.
decline-by_owner = O pagamento não foi confirmado.
decline-expired = O prazo para pagar terminou.
decline-then = Nada foi cobrado. Tente de novo ou pague de outra forma.
paying-heading = Pagamento pendente: { $name }
paying-part = Recebemos { $came }. Ainda faltam { $missing }.
pay-otherwise = Pagar de outra forma
pay-otherwise-button = Pagar assim
until-moment = { $day }, { $time }
waiting-code = Escaneie este código ou abra-o no seu aplicativo. Você pode pagar até { $until }.
waiting-slip = Pague no caixa com este número até { $until }. Esta página avisa quando o dinheiro chegar.
waiting-account = Transfira o valor para esta conta até { $until }, com exatamente esta referência. Esta página avisa quando o dinheiro chegar.
waiting-scan = Código para pagar
waiting-app = Abrir o aplicativo
waiting-copy = Ou copie este código
waiting-page = Como pagar, na página do provedor
waiting-page-trial = Nesta demonstração ninguém recebe dinheiro: faça o papel do banco na página do TestPay
account-holder = Titular da conta
account-bank = Banco
account-iban = IBAN
account-bic = BIC
account-number = Número da conta
account-branch = Agência
account-clabe = CLABE
account-reference = Referência

paid-heading = Pagamento
paid-taken = Pago: { $sum } ({ $name })
paid-promised = Valor reservado: { $sum } ({ $name }). A cobrança é feita quando a encomenda sai.
paid-door = Você paga { $sum } quando receber a encomenda.
paid-going-back = Estamos devolvendo { $sum } a você.
paid-back = Devolvemos { $sum } a você.
event-payment_promised = Pagamento confirmado
event-payment_part = Chegou uma parte do pagamento
event-payment_unwanted = Chegou um pagamento que não é mais necessário; ele será devolvido
event-payment_broken = Não foi possível cobrar o pagamento
sum-due = Falta pagar
pay-button-nothing = Fazer o pedido
review-then-nothing = Não falta pagar nada. O pedido é feito na hora.
method-nothing = Nada mais a pagar
flow-nothing = Vales-presente e ofertas pagam tudo.
paid-nothing = Não faltava pagar nada.
event-refund_bounced = Um reembolso não pôde ser entregue. Você o tem como vale-presente nesta página
