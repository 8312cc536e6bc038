# ほしいものリスト。ブラウザかアカウントに保存し、リンクで共有し、値下がりを見守ります。
wishlists-title = あなたのリスト
wishlists-none = まだリストがありません。商品のページから入れるか、ここで作ってください。
wishlists-guest = リストはこのブラウザのためだけに保存し、最後の変更から半年で消します。ログインすると、どの端末でも使えます。
wishlist-own = マイリスト
wishlist-put-in = リストに入れる
wishlist-from-cart = リストに移す
wishlist-holds = { $count ->
    [0] まだ何もありません
   *[other] { $count }点
}
wishlist-make-name = 新しいリストの名前
wishlist-make = リストを作る
wishlist-name = 名前
wishlist-save = 保存する
wishlist-settings = このリストについて
wishlist-delete = リストを削除する
wishlist-gone = リストを削除しました。
wishlist-removed = リストから外しました。
wishlist-put = このリストに入りました。
wishlist-known = すでにこのリストに入っています。
wishlist-moved = このリストに移しました。カートにはもうありません。
wishlist-saved = 保存しました。
wishlist-back = 元に戻しました。
wishlist-unshared = リンクを終了しました。このリンクではもう誰もリストを見られません。
wishlist-full = 一つのリストには{ $count }種類まで入ります。一つ外すか、別のリストをお使いください。
wishlist-too-many = リストが{ $count }個あり、これ以上は保存できません。一つ削除してから作ってください。
wishlist-no-name = リストの名前を入力してください。
wishlist-long-name = 名前は{ $count }文字までです。短くしてください。
wishlist-long-note = メモは{ $count }文字までです。短くしてください。
wishlist-empty = このリストにはまだ何もありません。
wishlist-empty-now = このリストには今、何もありません。
wishlist-wanted = 希望数：{ $count }
wishlist-note = 自分用のメモ
wishlist-in = 入っているリスト
wishlist-cheaper = 入れたときより安くなっています。そのときは{ $before }でした。
wishlist-dearer = 入れたときより高くなっています。そのときは{ $before }でした。
wishlist-buy-all = すべてカートに入れる
wishlist-share-title = リストを共有する
wishlist-share-text = リンクを持つ人は、リストの名前と中身を見て、買うことができます。あなたのこととメモは見えません。リンクは終了するまで使えます。
wishlist-share-there = リンクがあります。終了するまで、ほかの人がリストを見られます。
wishlist-somebodys = ほしいものリスト
wishlist-somebodys-text = このリストが共有されました。カートに入れたものは、あなたが買うものです。誰にも知らせません。
account-joined-lists = { $lists ->
   *[other] このブラウザにあった{ $lists }個のリストは、あなたのアカウントに入りました。
}
wishlist-watch-title = 値下がりや再入荷のお知らせ
wishlist-watch-text = このリストの商品が安くなったとき、また買えるようになったときにメールをお送りします。値下がり一回につき一度だけ、夜間にはお送りしません。どのメールにも停止のリンクがあり、一年たったら改めてお尋ねします。
wishlist-watch-to = { $email } にお送りします。
wishlist-watch-button = メールで知らせる
wishlist-watch-on = { $email } にお知らせしています。
wishlist-watch-waits = { $email } にメールをお送りしました。その中のリンクを押すと、以後お知らせします。
wishlist-watch-end = お知らせを止める
wishlist-asked = リンクの入ったメールをお送りしました。リンクを押すと、以後お知らせします。
wishlist-watched = 承りました。これからお知らせします。
wishlist-unwatched = このリストのお知らせを止めました。
wishlist-over = このリンクはもう使えません。使用済みか、三日を過ぎたか、新しいものが送られています。
wishlist-confirm-title = リストのお知らせ
wishlist-confirm-text = 一度押すだけで、リストの商品が安くなったり再入荷したりしたときにお知らせします。
wishlist-privacy = リストはアカウントのために、またはこのブラウザのためだけに最後の変更から半年まで保存します。値下がりや再入荷のお知らせを希望されると、そのためにメールアドレスを、停止されるまで、長くて一年保存します。確認されないアドレスは三日で消します。
letter-list_confirm-subject = リストのお知らせをお送りしますか
letter-list_confirm-heading = リストのお知らせをお送りしますか
letter-list_confirm-text = リストの商品が安くなったり再入荷したりしたときに、このアドレスへ知らせてほしいという依頼がありました。ご本人でしたら、三日以内にリンクを押してください。心当たりがなければ何もする必要はありません。押されなければ、これ以上お送りしません。
letter-button-list_confirm = はい、知らせてください
letter-price_fell-subject = { $count ->
    [1] { $thing }が値下がりしました
   *[other] リストの{ $count }点が値下がりしました
}
letter-price_fell-heading = { $count ->
    [1] { $thing }が値下がりしました
   *[other] リストの{ $count }点が値下がりしました
}
letter-price_fell-text = お知らせをご希望でした。価格はまた上がることがあり、お取り置きはしていません。
letter-price_fell-now = { $price }（以前：{ $before }）
letter-button-lists = リストを見る
message-kind-list_confirm = アドレスの確認
message-kind-price_fell = リストの商品の値下がり
