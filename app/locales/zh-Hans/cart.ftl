# The cart.
cart-title = 购物车
cart-open = 打开购物车页面
cart-close = 关闭
cart-checkout = 以访客身份结算
cart-no-account = 无需注册。
cart-empty = 这里还没有东西。
cart-saved = 留着以后买
cart-count = { $count } 件
cart-says = { $count ->
    [0] 购物车是空的
   *[other] 购物车里有 { $count } 件，{ $total }
}
cart-changed = 放进购物车之后，价格或库存有了变化。变在哪里，下面各行写明了。
cart-accept = 按现在的来
cart-text = 您放进购物车的东西，连同送往您所在国家的运费和税费。无需注册。
cart-delivery-to = 送往{ $country }的运费
cart-delivery-none = 无法送达
cart-elsewhere = 换个国家或货币
summary-label = 金额
summary-title = 您的订单
free-left = 再买 { $left }，送往{ $country }免运费
free-reached = 送往{ $country }免运费

line-unit = 每件 { $price }
line-fewer = 减一件
line-more = 加一件
line-quantity = 数量
line-remove = 删除
line-removed = 已删除“{ $name }”
line-gone = 已从购物车拿出。
line-undo = 放回去
line-save = 以后再买
line-unsave = 放回购物车
line-sold-out = 放进来之后卖完了。留着以后买或者删除，才能继续。
line-short = 只剩 { $count } 件，减少数量才能继续。
line-price-changed = 放进来时的价格是 { $before }。

refused-only-left = 最多只能买 { $count } 件，数量没有改动。
refused-sold-out = 刚刚卖完，没有放进购物车。
refused-not-sold = 商品已停售，或者购物车已有变动。一切照旧。
refused-quantity = 请输入 1 到 999 之间的整数。
refused-full = 购物车最多放 { $count } 种商品。拿出一种，才能再放一种。

gift-title = 这是礼物
gift-note = 随包裹的留言
gift-hint = 最多 { $count } 个字。我们会写在卡片上；包裹里不放价格。
gift-paper = 包装
gift-no-paper = 不包装
gift-keep = 保存
refused-long-note = 留言最多 { $count } 个字，请缩短一些。
desk-gift-note = 礼物：放入这段留言，不放价格
