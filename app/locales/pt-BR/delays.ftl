# What is said before the checkout of when things leave, and of what delays them.
order-by = Peça até { $time }, { $day }, e sai no mesmo dia
order-by-ours = Peça até { $time } (nosso horário), { $day }, e sai no mesmo dia
ready-in = { $count ->
    [one] Feito para você: pronto em { $count } dia útil
    [many] Feito para você: pronto em { $count } de dias úteis
   *[other] Feito para você: pronto em { $count } dias úteis
}
delay-says = { $count ->
    [one] { $why }: até { $until }, a entrega leva { $count } dia útil a mais. Os dias mostrados já contam com isso.
    [many] { $why }: até { $until }, a entrega leva { $count } de dias úteis a mais. Os dias mostrados já contam com isso.
   *[other] { $why }: até { $until }, a entrega leva { $count } dias úteis a mais. Os dias mostrados já contam com isso.
}
delay-weather = Mau tempo
delay-strike = Greve
delay-peak = Mais pacotes que o normal
delay-border = Fiscalização na fronteira
delay-house = Obras em nosso depósito
desk-delays = Atrasos
desk-new-delay = Anunciar um atraso
desk-delay-country = País
desk-delay-postcode = CEPs que começam com
desk-delay-postcode-hint = Vazio para o país inteiro. Letras e números, como LV10.
desk-delay-days = Dias úteis acrescentados
desk-delay-cause = Motivo
desk-delay-words = Com suas palavras
desk-delay-words-hint = Uma linha por idioma, por exemplo: pt-BR: A ponte está fechada.
desk-delay-back = Retirar
desk-delay-none = Nenhum atraso anunciado.
desk-label-ready = Dias úteis de produção
desk-delay-where = Onde
