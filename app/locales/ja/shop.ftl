# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = 本文へ移動
menu-label = お店
menu-orders = 注文
footer-label = ヘルプ
footer-about = 家、机、台所、庭、そして旅のための、ていねいに作られたもの。リガで一つずつ手で梱包しています。
footer-trial = ここはデモの店です。支払いも荷物も模擬で、請求も発送も行われません。
to-the-shop = 店内を見てまわる
change = 変更する

not-found-title = このアドレスには何もありません
not-found-text = ページが移ったか、リンクのどこかが違っているようです。ほかはすべて元の場所にあります。
broken-title = こちら側で何かが壊れました
broken-text = 請求はされていません。カートも無事です。1分ほどしてから、もう一度お試しください。
busy-title = 店がたいへん混み合っています
busy-text = カートは無事です。数秒後にもう一度お試しください。

delivery-free = 無料
sum-goods = 商品
sum-delivery = 送料
sum-delivery-so-far = 送料（最安）
sum-total = 合計
sum-tax-inside = うち付加価値税（VAT） { $tax }
tax-inside = 付加価値税（VAT）{ $percent }込み：{ $tax }
tax-reverse-charge = 付加価値税（VAT）なし：買い手が申告・納付します（リバースチャージ）。
tax-export = 付加価値税（VAT）なし：欧州連合（EU）の外へ出る品物です。
choose = 選ぶ

expect-label = この店のお約束
expect-delivery-title = 数日で玄関まで
expect-returns-title = 考え直すのに30日
expect-returns-text = 届いたままの状態で送り返してください。こちらに着いた日に返金します。
expect-following-title = 玄関まで追いかけられます
expect-following-text = 荷物がいまどこにあるか、一つのページでわかります。会員登録はいりません。

settings-title = 言語、国、通貨
settings-text = それぞれ別々に選べます。国で配送と税が、通貨でお支払いの単位が決まります。
settings-language = 言語
settings-country = お届け先の国
settings-country-hint = 価格、お届け日、税はこれで決まります。
settings-currency = 通貨
settings-currency-hint = この通貨で請求します。レートは当日のものです。
settings-save = 保存する
settings-now = お届け先：{ $country }、通貨：{ $currency }
settings-unknown-currency = その通貨は扱っていません。価格は{ $currency }のままです。
settings-unknown-country = そこへはお届けしていません。価格とお届け日は次の国のままです：{ $country }
settings-unknown-language = その言語はまだ話せません。何も変えていません。
