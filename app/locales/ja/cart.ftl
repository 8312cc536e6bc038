# The cart.
cart-title = カート
cart-open = カートのページを開く
cart-close = 閉じる
cart-checkout = ゲストとしてレジへ進む
cart-no-account = 会員登録はいりません。
cart-empty = まだ何も入っていません。
cart-saved = あとで買うもの
cart-count = { $count }点
cart-says = { $count ->
    [0] カートは空です
   *[other] カートに{ $count }点、{ $total }
}
cart-changed = カートに入れたあとで、価格か在庫が変わりました。どれが変わったかは下に示しています。
cart-accept = いまの内容で進める
cart-text = カートに入れた品と、お届け先の国の送料と税。会員登録はいりません。
cart-delivery-to = { $country }への送料
cart-delivery-none = お届け不可
cart-elsewhere = 別の国や通貨にする
summary-label = 金額
summary-title = ご注文の内容
free-left = あと{ $left }で、{ $country }への送料が無料になります
free-reached = { $country }への送料は無料です

line-unit = 1点{ $price }
line-fewer = 1つ減らす
line-more = 1つ増やす
line-quantity = 数量
line-remove = 削除する
line-removed = 「{ $name }」を削除しました
line-gone = カートから出しました。
line-undo = 元に戻す
line-save = あとで買う
line-unsave = カートに戻す
line-sold-out = カートに入れたあとで売り切れました。「あとで買う」に移すか、削除すると先へ進めます。
line-short = 残り{ $count }点です。数量を減らすと先へ進めます。
line-price-changed = カートに入れたときの価格は{ $before }でした。

refused-only-left = ご用意できるのは{ $count }点までです。数量は元のままです。
refused-sold-out = たったいま売り切れました。カートには何も入れていません。
refused-not-sold = 販売が終わったか、カートの中身が変わっています。何も変えていません。
refused-quantity = 1から999までの整数を入力してください。
refused-full = カートに入るのは{ $count }種類までです。1つ削除すると、別のものを入れられます。

gift-title = 贈り物です
gift-note = 荷物に添えるメッセージ
gift-hint = { $count } 文字まで。カードに書いてお入れします。荷物に価格は入りません。
gift-paper = ラッピング
gift-no-paper = ラッピングなし
gift-keep = 保存する
refused-long-note = メッセージは { $count } 文字までです。短くしてください。
desk-gift-note = 贈り物：このメッセージを入れ、価格は入れない
