# Searching: the form, its suggestions, its results.
search-label = Buscar en la tienda
search-go = Buscar
search-results = Resultados de «{ $query }»
search-corrected = Mostramos los resultados de «{ $corrected }».
search-instead = Buscar «{ $typed }» tal cual
search-left-out = Ninguna cosa tiene todas estas palabras. Sin «{ $word }» hay estas.
search-nothing = No hay nada con «{ $query }»
search-nothing-text = Quizá sirva otra palabra. O se puede empezar por aquí.
search-empty = ¿Qué buscas?
search-shelves = Categorías

search-ideas = Sugerencias
search-ideas-count = { $count ->
    [one] Una sugerencia
    [many] { $count } de sugerencias
   *[other] { $count } sugerencias
}
search-completions = Búsquedas
search-goods = Cosas
search-recent = Búsquedas recientes
search-forget = Olvidar estas búsquedas
search-cut = Esta búsqueda tardó demasiado y se detuvo. Puede que haya más: con menos palabras es más rápida.
