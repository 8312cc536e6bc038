# Accounts: signing in, what came along, devices, passwords.
account-title = Sua conta
account-sign-in = Entrar
account-sign-in-text = Digite seu e-mail e enviaremos um link para entrar. Quem ainda não tem conta ganha uma com ele.
account-address = E-mail
account-link-button = Enviar um link
account-sent = Uma mensagem com um link está a caminho. O link vale uma vez, por 15 minutos. Ela pode cair no spam.
account-with-password = Com uma senha
account-password = Senha
account-forgotten = Esqueceu, ou ainda não tem? Peça um link: ele sempre funciona.
account-email = Digite um e-mail, como ada@example.org.
account-wait = Tentativas demais. Espere quinze minutos e tente de novo.
account-wrong = Este e-mail e esta senha não combinam. Tente de novo ou peça um link.
account-over = Este link não vale mais: foi usado, tem mais de 15 minutos ou um mais novo foi enviado.
account-link-again = Pedir outro link
account-enter-text = Um toque, e você entrou neste aparelho.
account-enter-button = Entrar
account-signed-in = Você entrou como { $email }.
account-sign-out = Sair
account-sign-out-all = Sair em todos os lugares
account-joined = { $orders ->
    [one] Um pedido feito com o seu e-mail agora está aqui.
    [many] { $orders } de pedidos feitos com o seu e-mail agora estão aqui.
   *[other] { $orders } pedidos feitos com o seu e-mail agora estão aqui.
}
account-joined-cart = O que estava no carrinho aqui agora está no seu.
account-undo = Desfazer
account-undone = Tudo voltou para onde estava. O que veio para o carrinho ficou guardado lá para depois.
account-orders = Seus pedidos
account-orders-none = Ainda não há pedidos.
account-search = Número do pedido ou produto
account-search-none = Nenhum pedido tem isso.
account-devices = Onde você entrou
account-device-here = este aparelho
account-device-days = Entrou em { $began }, visto em { $seen }
account-password-text = Com uma senha você entra sem esperar uma mensagem. Pelo menos 8 caracteres, os que quiser.
account-password-now = Senha atual
account-password-new = Nova senha
account-password-button = Guardar a senha
account-changed = A senha mudou. Você saiu em todos os outros aparelhos.
account-current = Essa não é a sua senha atual.
account-short = A nova senha é curta demais. Ela tem pelo menos 8 caracteres.
account-long = A nova senha é longa demais. Ela tem no máximo 512 caracteres.
account-leaked = Esta senha está em listas de senhas roubadas, que são tentadas primeiro. Escolha outra.
letter-sign_in-subject = Seu link para entrar
letter-sign_in-heading = Entrar
letter-sign_in-text = Alguém, esperamos que você, quer entrar com este endereço. O link vale uma vez, por 15 minutos. Se não foi você, não há nada a fazer: sem esta mensagem ninguém entra.
letter-button-sign_in = Entrar
message-kind-sign_in = Link para entrar
account-offer = Todos os seus pedidos em um só lugar
account-offer-text = Enviamos um link para { $email }. Com ele você tem uma conta com este pedido e todos os outros com este endereço.
