# What is said before the checkout of when things leave, and of what delays them.
order-by = Pida antes de las { $time }, { $day }, y sale ese mismo día
order-by-ours = Pida antes de las { $time } (hora nuestra), { $day }, y sale ese mismo día
ready-in = { $count ->
    [one] Hecho para usted: listo en { $count } día laborable
    [many] Hecho para usted: listo en { $count } de días laborables
   *[other] Hecho para usted: listo en { $count } días laborables
}
delay-says = { $count ->
    [one] { $why }: hasta el { $until }, la entrega tarda { $count } día laborable más. Los días indicados ya lo tienen en cuenta.
    [many] { $why }: hasta el { $until }, la entrega tarda { $count } de días laborables más. Los días indicados ya lo tienen en cuenta.
   *[other] { $why }: hasta el { $until }, la entrega tarda { $count } días laborables más. Los días indicados ya lo tienen en cuenta.
}
delay-weather = Mal tiempo
delay-strike = Huelga
delay-peak = Más paquetes de lo normal
delay-border = Controles en la frontera
delay-house = Obras en nuestro almacén
desk-delays = Retrasos
desk-new-delay = Anunciar un retraso
desk-delay-country = País
desk-delay-postcode = Códigos postales que empiezan por
desk-delay-postcode-hint = Vacío para todo el país. Letras y cifras, por ejemplo LV10.
desk-delay-days = Días laborables añadidos
desk-delay-cause = Motivo
desk-delay-words = Con sus palabras
desk-delay-words-hint = Una línea por idioma, por ejemplo: es: El puente está cerrado.
desk-delay-back = Retirar
desk-delay-none = No hay ningún retraso anunciado.
desk-label-ready = Días laborables de fabricación
desk-delay-where = Dónde
