# Searching: the form, its suggestions, its results.
search-label = 在店内搜索
search-go = 搜索
search-results = “{ $query }”的搜索结果
search-corrected = 显示的是“{ $corrected }”的结果。
search-instead = 仍要搜索“{ $typed }”
search-left-out = 没有一件同时包含所有这些词。去掉“{ $word }”后有以下这些。
search-nothing = 没有找到“{ $query }”
search-nothing-text = 换个词试试，或者从这里开始。
search-empty = 想找点什么？
search-shelves = 分类

search-ideas = 搜索建议
search-ideas-count = { $count ->
   *[other] { $count } 条建议
}
search-completions = 搜索
search-goods = 商品
search-recent = 最近搜索
search-forget = 忘掉这些搜索
search-cut = 搜索时间过长，已中止。可能还有更多：词少一些会更快。
