# Listas de desejos: de um navegador ou de uma conta, compartilhadas por um link, vigiadas para preços menores.
wishlists-title = Suas listas
wishlists-none = Ainda não há nenhuma lista. Ponha algo em uma a partir da página do produto, ou crie uma aqui.
wishlists-guest = Suas listas ficam guardadas só para este navegador, até meio ano depois da última mudança. Entre na sua conta para tê-las em todos os dispositivos.
wishlist-own = Minha lista
wishlist-put-in = Pôr em uma lista
wishlist-from-cart = Mover para uma lista
wishlist-holds = { $count ->
    [0] Ainda vazia
    [one] { $count } item
    [many] { $count } de itens
   *[other] { $count } itens
}
wishlist-make-name = Nome de uma lista nova
wishlist-make = Criar uma lista
wishlist-name = Nome
wishlist-save = Salvar
wishlist-settings = Sobre esta lista
wishlist-delete = Apagar a lista
wishlist-gone = A lista foi apagada.
wishlist-removed = O item saiu da lista.
wishlist-put = O item está nesta lista agora.
wishlist-known = O item já estava nesta lista.
wishlist-moved = O item está nesta lista agora e não está mais no carrinho.
wishlist-saved = Está salvo.
wishlist-back = Está de volta.
wishlist-unshared = O link foi encerrado. Ninguém mais vê a lista com ele.
wishlist-full = Uma lista tem { $count } itens diferentes. Tire um ou use outra lista.
wishlist-too-many = Você tem { $count } listas, e não guardamos mais. Apague uma para criar outra.
wishlist-no-name = Digite um nome para a lista.
wishlist-long-name = Um nome tem no máximo { $count } caracteres. Encurte-o, por favor.
wishlist-long-note = Uma nota tem no máximo { $count } caracteres. Encurte-a, por favor.
wishlist-empty = Ainda não há nada nesta lista.
wishlist-empty-now = No momento não há nada nesta lista.
wishlist-wanted = Desejados: { $count }
wishlist-note = Nota para você
wishlist-in = Na lista
wishlist-cheaper = Custa menos do que quando você pôs: era { $before }.
wishlist-dearer = Custa mais do que quando você pôs: era { $before }.
wishlist-buy-all = Pôr tudo no carrinho
wishlist-share-title = Compartilhar a lista
wishlist-share-text = Quem tem o link vê o nome da lista e o que há nela, e pode comprar. Não vê nada de você nem suas notas. O link vale até você encerrá-lo.
wishlist-share-there = Há um link. Outros veem a lista até você encerrá-lo.
wishlist-somebodys = Uma lista de desejos
wishlist-somebodys-text = Alguém compartilha esta lista com você. O que você põe no carrinho é você quem compra; ninguém é avisado.
account-joined-lists = { $lists ->
    [one] A lista que estava neste navegador agora está na sua conta.
    [many] { $lists } de listas que estavam neste navegador agora estão na sua conta.
   *[other] { $lists } listas que estavam neste navegador agora estão na sua conta.
}
wishlist-watch-title = Saber quando algo fica mais barato ou volta
wishlist-watch-text = Escrevemos quando um item desta lista custa menos ou pode ser comprado de novo: uma vez a cada queda, e nunca à noite. Cada mensagem tem um link que as encerra, e depois de um ano perguntamos de novo.
wishlist-watch-to = Escrevemos para { $email }.
wishlist-watch-button = Avisar-me por e-mail
wishlist-watch-on = Avisamos { $email }.
wishlist-watch-waits = Enviamos uma mensagem para { $email }. Abra o link que está nela e avisaremos você a partir daí.
wishlist-watch-end = Não me avisar mais
wishlist-asked = Uma mensagem com um link está a caminho. Abra o link e avisaremos você a partir daí.
wishlist-watched = Anotado: avisamos você a partir de agora.
wishlist-unwatched = Você não é mais avisado desta lista.
wishlist-over = Este link não vale mais: foi usado, tem mais de três dias ou um mais novo foi enviado.
wishlist-confirm-title = Avisos de uma lista
wishlist-confirm-text = Um toque, e escrevemos quando um item da lista custar menos ou voltar.
wishlist-privacy = Suas listas ficam guardadas para a sua conta, ou só para este navegador até meio ano depois da última mudança. Se você pede para ser avisado quando algo ficar mais barato ou voltar, guardamos seu e-mail para isso até você encerrar, um ano no máximo; um endereço que ninguém confirma, três dias.
letter-list_confirm-subject = Devemos avisar você da sua lista?
letter-list_confirm-heading = Devemos avisar você da sua lista?
letter-list_confirm-text = Alguém, esperamos que você, pediu que escrevêssemos para este endereço quando um item de uma lista custar menos ou voltar. Abra o link em três dias se quiser isso. Se não foi você, não há nada a fazer: sem isso não escrevemos mais.
letter-button-list_confirm = Sim, avisem-me
letter-price_fell-subject = { $count ->
    [one] { $thing } custa menos agora
    [many] { $count } de itens da sua lista custam menos agora
   *[other] { $count } itens da sua lista custam menos agora
}
letter-price_fell-heading = { $count ->
    [one] { $thing } custa menos agora
    [many] { $count } de itens da sua lista custam menos agora
   *[other] { $count } itens da sua lista custam menos agora
}
letter-price_fell-text = Você pediu para ser avisado. Os preços podem subir de novo, e nada está separado.
letter-price_fell-now = { $price } (antes: { $before })
letter-button-lists = Ver suas listas
message-kind-list_confirm = Confirmar um endereço
message-kind-price_fell = Um item da sua lista custa menos
