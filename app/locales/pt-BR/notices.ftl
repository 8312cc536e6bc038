# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = Este formulário veio de outro lugar
notice-foreign-text = Abra a página na loja e envie de novo.
notice-slow = A conexão estava lenta demais
notice-slow-text = Nada foi alterado. Envie de novo quando a rede melhorar.
notice-large = É mais do que conseguimos receber
notice-large-text = Encurte o texto ou escolha um arquivo menor.
notice-long = Este endereço é longo demais
notice-long-text = Recomece pela página inicial.
notice-many = Um pouco mais devagar
notice-many-text = Muitos pedidos de acesso vieram da sua rede. Espere um momento e tente de novo; seu carrinho está a salvo.
notice-missing = O que você enviou não leva a lugar nenhum
notice-missing-text = Nada foi alterado. Recarregue a página de onde isso veio e envie outra vez.
notice-broken = Algo quebrou, e a culpa é nossa
notice-broken-text = Seu carrinho e seus pedidos estão a salvo. Tente de novo daqui a pouco.
notice-busy = A loja está lotada
notice-busy-text = Espere um momento e tente de novo; seu carrinho está a salvo.
notice-home = Ir para a página inicial
