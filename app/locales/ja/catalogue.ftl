# Goods: the first page, lists, a product.
home-title = 毎日のための、ていねいに作られたもの
home-heading = 使われてうれしそうなもの
home-text = 小さな工房のマグ、ランプ、包丁、かばん。長くもつように作られ、ありのままに説明され、数日で玄関に届きます。
home-button = 台所から見る
home-categories = 部屋ごとに
home-liked = よく選ばれているもの
home-new = 入ったばかり

price-from = { $price }から
price-was = 値下げ前
rating-label = 5つ星のうち{ $average }、評価{ $count }件
badge-sold-out = 売り切れ
badge-reduced = 値下げ
badge-new = 新着
card-colours = { $count }色

trail-label = 現在のページ
trail-home = トップ
list-count = { $count ->
    [0] まだ何もありません
   *[other] { $count }点
}
list-title-page = { $title }、{ $page }ページ目
list-narrower = 絞り込む
list-all = すべて
list-empty = この棚は空です。ほかの棚は空ではありません。
sort-label = 並べ替え
sort-popular = 人気の順
sort-newest = 新しい順
sort-price = 価格の安い順
sort-price-down = 価格の高い順
sort-rating = 評価の高い順
pages-label = ページ
pages-previous = 前へ
pages-next = 次へ
pages-here = { $last }ページ中{ $page }ページ目

gallery-label = 写真
gallery-view = { $at }枚目の写真を見る
product-maker = 作り手：{ $maker }
product-tax = 付加価値税（VAT）{ $percent }込み
product-tax-none = 付加価値税（VAT）なし。輸入時の税が別にかかることがあります
price-unit-g = 1 kgあたり{ $price }
price-unit-ml = 1 Lあたり{ $price }
price-unit-cm = 1 mあたり{ $price }
price-unit-piece = 1点あたり{ $price }
price-lowest = 値下げ前30日間の最低価格：{ $price }
product-quantity = 数量
product-add = カートに入れる
product-story = この品のこと
product-facts = 仕様
product-related = 隣に置いて似合うもの
product-sold-out = これは売り切れです。ほかの色やサイズはあるかもしれません。線で消したものはありません。
product-gone = この品の販売は終わりました。
option-sold-out = 売り切れ
option-not-made = この組み合わせはありません
stock-in = 在庫あり、1営業日以内に発送
stock-low = 残り{ $count }点
stock-out = 売り切れ
line-delivery = { $country }へのお届け：{ $days }
line-delivery-cost = 送料{ $price }、{ $free }以上で無料
line-delivery-price = 送料{ $price }
line-delivery-none = { $country }へはお届けできません
line-delivery-none-text = そこへ行くどの運送会社にも、重すぎるか大きすぎます。
line-customs = 国境を越えます
line-customs-text = 到着時に関税や輸入税を求められることがあります。見積額は、お支払いの前にレジで表示します。
line-returns = 30日以内なら返品できます
line-returns-how = 返品のしかた
