# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = 跳到正文
menu-label = 店铺
menu-orders = 订单
footer-label = 帮助
footer-about = 用于居家、书桌、厨房、花园和旅途的好东西。在里加手工打包。
footer-trial = 这是一家演示店铺：付款和包裹都是模拟的，不扣款，也不发货。
to-the-shop = 逛逛店里
change = 更改

not-found-title = 这个地址没有内容
not-found-text = 页面可能搬了家，或者链接里有个笔误。其他东西都在原处。
broken-title = 我们这边出了故障
broken-text = 没有扣款，购物车也完好。请过一分钟再试。
busy-title = 店里正忙
busy-text = 购物车完好。请过几秒再试。

delivery-free = 免运费
sum-goods = 商品
sum-delivery = 运费
sum-delivery-so-far = 运费（最低）
sum-total = 合计
sum-tax-inside = 其中增值税 { $tax }
tax-inside = 已含 { $percent } 增值税：{ $tax }
tax-reverse-charge = 不含增值税：由买方自行申报缴纳（反向征收）。
tax-export = 不含增值税：商品将运出欧盟。
choose = 选择

expect-label = 在这里购物
expect-delivery-title = 几天就到家门口
expect-returns-title = 三十天内可以改主意
expect-returns-text = 按收到时的样子寄回。包裹到店当天，我们就退款。
expect-following-title = 一路看到家门口
expect-following-text = 一个页面，实时显示包裹到了哪里，无需注册。

settings-title = 语言、国家和货币
settings-text = 三项各自设置。国家决定配送和税费，货币决定您用什么付款。
settings-language = 语言
settings-country = 送往
settings-country-hint = 价格、送达日期和税费由此而定。
settings-currency = 货币
settings-currency-hint = 以此货币扣款，汇率按当天计算。
settings-save = 保存
settings-now = 送往{ $country }，以{ $currency }付款
settings-unknown-currency = 本店不收这种货币。价格仍以{ $currency }显示。
settings-unknown-country = 本店还送不到那里。价格和送达日期仍按这个国家计算：{ $country }。
settings-unknown-language = 本店还不会这门语言。一切照旧。
