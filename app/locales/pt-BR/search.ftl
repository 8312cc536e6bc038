# Searching: the form, its suggestions, its results.
search-label = Buscar na loja
search-go = Buscar
search-results = Resultados para “{ $query }”
search-corrected = Mostrando resultados para “{ $corrected }”.
search-instead = Buscar “{ $typed }” assim mesmo
search-left-out = Nenhuma coisa tem todas essas palavras. Sem “{ $word }” há estas.
search-nothing = Nada encontrado para “{ $query }”
search-nothing-text = Outra palavra pode ajudar. Ou comece por aqui.
search-empty = O que você procura?
search-shelves = Categorias

search-ideas = Sugestões
search-ideas-count = { $count ->
    [one] { $count } sugestão
    [many] { $count } de sugestões
   *[other] { $count } sugestões
}
search-completions = Buscas
search-goods = Coisas
search-recent = Buscas recentes
search-forget = Esquecer estas buscas
search-cut = Esta busca demorou demais e foi encerrada. Talvez haja mais: com menos palavras ela é mais rápida.
