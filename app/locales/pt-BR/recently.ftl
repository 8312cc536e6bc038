# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Vistos há pouco
recently-text = O que você olha só é lembrado por cada navegador seu, a menos que você queira diferente.
recently-tick = Guardar o que olhei em todos os meus aparelhos
recently-tick-text = Sua conta então guarda quais itens você olhou e quando: no máximo { $most }, cada um por { $days } dias. Um navegador conta isso quando você abre sua conta nele. Se você desmarcar, sua conta os esquece na hora.
recently-button = Salvar
recently-none = Nada ainda. O que você olhar aparece aqui quando abrir sua conta de novo.
recently-forget = Esquecer tudo
recently-came = { $count ->
    [one] { $count } item que você olhou neste navegador agora está na sua conta.
    [many] { $count } de itens que você olhou neste navegador agora estão na sua conta.
   *[other] { $count } itens que você olhou neste navegador agora estão na sua conta.
}
recently-take-out = Não são meus: tirar de novo
recently-kept = Sua conta os guarda, como você pediu.
account-seen-on = De agora em diante sua conta guarda o que você olha.
account-seen-off = Sua conta não guarda mais nada do que você olha. O que ela tinha guardado foi apagado.
account-seen-out = Eles saíram da sua conta.
account-seen-forgotten = Tudo foi esquecido.
recently-privacy = Se você marcar na sua conta que o que olha seja guardado em todos os seus aparelhos, guardamos quais itens foram e quando, no máximo 50, cada um por 180 dias, até você desmarcar: aí são apagados na hora. Senão, só o seu navegador se lembra deles. Ao sair, ele os esquece.
