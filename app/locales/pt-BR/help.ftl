# Help. A blank line is a new paragraph.
help-label = Perguntas e respostas
help-delivery-title = Entrega
help-delivery-text =
    O que é pago até as 14h de um dia útil, no nosso horário, sai no mesmo dia; o que vem depois sai no dia útil seguinte. Levamos em conta fins de semana e feriados, os daqui e os daí.

    Há entrega econômica, padrão e expressa e, em muitos países, pontos de retirada e armários automáticos. O preço e o prazo dependem do destino e do peso. Você vê os dois na página de cada produto e no carrinho, para o país que escolheu.

    Depois do pagamento, a página do seu pedido mostra ao vivo onde a encomenda está.
help-returns-title = Devoluções
help-returns-text =
    Você tem trinta dias a partir da entrega para devolver o que quiser, sem uso e na embalagem.

    Escreva do e-mail usado no pedido e informe o número dele. O dinheiro volta por onde veio, no dia em que a encomenda chega até nós.

    Até o pedido ser embalado, você pode cancelá-lo na página dele; depois, pode pedir isso ali enquanto a encomenda não sair. Tudo o que pagou volta para você.
help-withdrawal-title = Direito de arrependimento
help-withdrawal-text =
    Se você compra como consumidor, tem o direito de desistir do contrato, sem dar motivo, no prazo que a lei do seu país estabelece; na União Europeia, catorze dias. O prazo começa a contar no dia em que você, ou alguém indicado por você que não seja a transportadora, recebe o produto.

    Para exercer o direito de arrependimento, comunique sua decisão em uma declaração clara, por exemplo uma carta ou um e-mail para withdrawal@cartwright.example, antes do fim do prazo: “Desisto do contrato referente ao pedido número…”, com seu nome e endereço. Confirmamos o recebimento sem demora.

    Devolvemos tudo o que você pagou, inclusive o frete padrão, em até catorze dias da sua comunicação e pelo mesmo meio de pagamento. Podemos esperar até que o produto volte ou até você comprovar que o enviou. Você envia o produto de volta em até catorze dias e arca com o custo direto da devolução. Só responde pela perda de valor que venha de um manuseio além do necessário para ver o que o produto é e como funciona.

    Nossos trinta dias para devolução se somam a esse direito e não o limitam.
help-payment-title = Pagamento
help-payment-text =
    Você escolhe entre as formas de pagamento usuais no seu país. Os dados do cartão são digitados na página do próprio provedor de pagamento: esta loja nunca vê o número. Quando possível, o valor fica apenas reservado, e a cobrança é feita quando a encomenda sai.

    Quando você aperta o botão, o pedido fica registrado e os itens ficam reservados: por quinze minutos, ou por alguns dias quando uma transferência ou um pagamento no caixa leva esse tempo. Se o pagamento não chegar nesse tempo, os itens são liberados e nada é cobrado. Dinheiro que chega tarde volta sozinho.

    A cobrança é feita na moeda que o botão indica. Preços em moedas que não o euro são definidos por nós ou convertidos pela taxa do dia do Banco Central Europeu; a taxa fica registrada no seu pedido e não muda.

    Um vale-presente paga tudo o que há aqui, menos outro vale-presente. Digite o código no carrinho ou antes de pagar; o carrinho mostra o saldo. O que sobra fica no vale, e ele não vence. Se um pedido não der em nada, o que o vale pagou volta para ele.
help-privacy-title = Privacidade
help-privacy-text =
    Guardamos o que um pedido precisa: seu endereço, seu e-mail e o que você comprou. Os pedidos ficam guardados pelo tempo que a lei tributária exige.

    Usamos até cinco cookies, e nenhum precisa do seu consentimento: um para o carrinho, um para este navegador achar os próprios pedidos, um para idioma, país e moeda, um para o seu fuso horário e um que guarda por um minuto o que você digitou quando um formulário mostra um erro. Os dois primeiros duram trinta dias. É por isso que não há aviso de cookies. Nada nestas páginas é carregado de terceiros, e ninguém segue você por aqui.

    O link da confirmação abre seu pedido sem senha, então trate-o como uma chave.

    Se você pedir um aviso de quando algo voltar, guardamos seu e-mail até avisar, por um ano no máximo. O que você viu e buscou por último, só este navegador guarda.

    Se você pedir para lembrarmos um endereço no seu dispositivo, nós o guardamos só para este navegador, até meio ano depois do último uso ou até você nos mandar esquecê-lo, na etapa do endereço ou junto dos seus pedidos. O cookie com que este navegador acha os próprios pedidos dura então o mesmo tempo.
help-imprint-title = Informações legais
help-imprint-text =
    Cartwright, uma loja de demonstração, Spīķeru iela 1, Rīga, LV-1050, Letônia.

    E-mail: hello@cartwright.example. Telefone: +371 2000 0000. Número de registro e número de IVA: é aqui que uma loja de verdade põe os seus.

    Responsáveis pelo conteúdo: os autores da Cartwright.
