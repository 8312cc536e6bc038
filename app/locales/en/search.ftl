# Searching: the form, its suggestions, its results.
search-label = Search the shop
search-go = Search
search-results = Results for “{ $query }”
search-corrected = Showing results for “{ $corrected }”.
search-instead = Search instead for “{ $typed }”
search-left-out = No thing has all of these words. These do without “{ $word }”.
search-nothing = Nothing found for “{ $query }”
search-nothing-text = Another word may find it. Or begin with one of these.
search-empty = What are you looking for?
search-shelves = Categories

search-ideas = Suggestions
search-ideas-count = { $count ->
    [one] One suggestion
   *[other] { $count } suggestions
}
search-completions = Searches
search-goods = Goods
search-recent = Recent searches
search-forget = Forget these searches
search-cut = This search took too long and was ended. There may be more: fewer words are found faster.
