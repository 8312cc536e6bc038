# Searching: the form, its suggestions, its results.
search-label = 店内を検索
search-go = 検索
search-results = 「{ $query }」の検索結果
search-corrected = 「{ $corrected }」の結果を表示しています。
search-instead = 「{ $typed }」のまま検索
search-left-out = すべての言葉に合う品はありません。「{ $word }」を除くと、次の品があります。
search-nothing = 「{ $query }」は見つかりませんでした
search-nothing-text = 別の言葉で探すか、こちらから始めてください。
search-empty = 何をお探しですか
search-shelves = カテゴリー

search-ideas = 候補
search-ideas-count = { $count ->
   *[other] 候補{ $count }件
}
search-completions = 検索候補
search-goods = 品物
search-recent = 最近の検索
search-forget = この履歴を消す
search-cut = 検索に時間がかかりすぎたため打ち切りました。ほかにもあるかもしれません。言葉を減らすと速くなります。
