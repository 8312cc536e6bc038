# What somebody thinks of an order that has come.
opinion-title = ご注文 { $number }：いかがでしたか
opinion-text = お聞かせいただいた内容はここでご覧になれ、変更もできます。読むのは私たちだけで、公開はしません。
opinion-mark = いかがでしたか
opinion-5 = とてもよい
opinion-4 = よい
opinion-3 = ふつう
opinion-2 = あまりよくない
opinion-1 = まったくよくない
opinion-words = ご自由にお書きください
opinion-button = 送る
opinion-thanks = ありがとうございます。すべて読みます。
opinion-nothing = 評価を選ぶか、ひとことお書きください。
desk-opinions = いかがでしたか
desk-opinions-none = まだ誰からも届いていません。
letter-button-how_was_it = 感想を伝える
