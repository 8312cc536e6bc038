# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Visto hace poco
recently-text = Lo que mira lo recuerda cada uno de sus navegadores por su cuenta, salvo que usted quiera otra cosa.
recently-tick = Guardar lo que he mirado en todos mis dispositivos
recently-tick-text = Su cuenta guarda entonces qué artículos ha mirado y cuándo: { $most } como máximo, cada uno durante { $days } días. Un navegador se lo dice cuando abre en él su cuenta. Si desmarca la casilla, su cuenta los olvida al instante.
recently-button = Guardar
recently-none = Todavía nada. Lo que mire aparecerá aquí la próxima vez que abra su cuenta.
recently-forget = Olvidarlo todo
recently-came = { $count ->
    [one] { $count } artículo que miró en este navegador está ahora en su cuenta.
    [many] { $count } de artículos que miró en este navegador están ahora en su cuenta.
   *[other] { $count } artículos que miró en este navegador están ahora en su cuenta.
}
recently-take-out = No son míos: quitarlos
recently-kept = Su cuenta los guarda, como pidió.
account-seen-on = Desde ahora su cuenta guarda lo que mira.
account-seen-off = Su cuenta ya no guarda nada de lo que mira. Lo que había guardado se ha borrado.
account-seen-out = Ya no están en su cuenta.
account-seen-forgotten = Todo está olvidado.
recently-privacy = Si marca en su cuenta que lo que mira se guarde en todos sus dispositivos, guardamos qué artículos fueron y cuándo, 50 como máximo, cada uno durante 180 días, hasta que desmarque la casilla: entonces se borran al instante. Si no, solo los recuerda su navegador. Al salir, los olvida.
