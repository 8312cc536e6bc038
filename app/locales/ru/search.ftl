# Searching: the form, its suggestions, its results.
search-label = Поиск по магазину
search-go = Найти
search-results = Найдено по запросу «{ $query }»
search-corrected = Показываем то, что нашлось по запросу «{ $corrected }».
search-instead = Всё-таки искать «{ $typed }»
search-left-out = Вещи со всеми этими словами нет. Без слова «{ $word }» есть такие.
search-nothing = По запросу «{ $query }» ничего не нашлось
search-nothing-text = Может быть, поможет другое слово. Или начните отсюда.
search-empty = Что вы ищете?
search-shelves = Разделы

search-ideas = Подсказки
search-ideas-count = { $count ->
    [one] { $count } подсказка
    [few] { $count } подсказки
    [many] { $count } подсказок
   *[other] { $count } подсказки
}
search-completions = Запросы
search-goods = Вещи
search-recent = Недавние запросы
search-forget = Забыть эти запросы
search-cut = Поиск шёл слишком долго и был остановлен. Возможно, есть ещё: чем меньше слов, тем быстрее.
