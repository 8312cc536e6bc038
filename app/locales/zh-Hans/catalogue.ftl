# Goods: the first page, lists, a product.
home-title = 日常所用，做工用心
home-heading = 乐意派上用场的东西
home-text = 出自小作坊的杯子、灯、刀和包：做得耐用，说得实在，几天送到家门口。
home-button = 从厨房逛起
home-categories = 一间一间地逛
home-liked = 大家喜欢
home-new = 新到

price-from = { $price } 起
price-was = 原价
rating-label = 满分 5 星，得分 { $average }，共 { $count } 条评分
badge-sold-out = 售罄
badge-reduced = 降价
badge-new = 新品
card-colours = { $count } 种颜色

trail-label = 当前位置
trail-home = 首页
list-count = { $count ->
    [0] 这里还没有商品
   *[other] { $count } 件商品
}
list-title-page = { $title }，第 { $page } 页
list-narrower = 缩小范围
list-all = 全部
list-empty = 这个架子空着，别的没空。
sort-label = 排序
sort-popular = 最受欢迎
sort-newest = 最新
sort-price = 价格从低到高
sort-price-down = 价格从高到低
sort-rating = 评分最高
pages-label = 页码
pages-previous = 上一页
pages-next = 下一页
pages-here = 第 { $page } 页，共 { $last } 页

gallery-label = 图片
gallery-view = 查看第 { $at } 张图片
product-maker = 制作：{ $maker }
product-tax = 含 { $percent } 增值税
product-tax-none = 不含增值税，可能另缴进口税费
price-unit-g = 每千克 { $price }
price-unit-ml = 每升 { $price }
price-unit-cm = 每米 { $price }
price-unit-piece = 每件 { $price }
price-lowest = 降价前 30 天最低价：{ $price }
product-quantity = 数量
product-add = 加入购物车
product-story = 它的来历
product-facts = 规格
product-related = 摆在一起很合适
product-sold-out = 这一款已售罄。别的款式也许还有，划掉的就没有了。
product-gone = 这件商品已停售。
option-sold-out = 售罄
option-not-made = 没有这种搭配
stock-in = 有货，一个工作日内发出
stock-low = 仅剩 { $count } 件
stock-out = 售罄
line-delivery = 送往{ $country }：{ $days }
line-delivery-cost = 运费 { $price }，满 { $free } 免运费
line-delivery-price = 运费 { $price }
line-delivery-none = 不送往{ $country }
line-delivery-none-text = 对去那里的每家承运商来说，它都太重或太大。
line-customs = 这一路要过海关
line-customs-text = 到达时可能须缴关税和进口税。付款之前，结算页会列出估算金额。
line-returns = 三十天内可退货
line-returns-how = 如何退货
