# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = 礼品卡 ···{ $tail }
gift-card-holds = 余额为 { $sum }。
gift-card-empty = 卡内已无余额。
gift-card-other-currency = 余额为 { $sum }，只能用该货币付款。
gift-card-bought = { $sum } 礼品卡
gift-card-given = { $sum } 店铺余额（代替退款）
gift-card-left = 余额还有 { $sum }。
gift-card-paid = 礼品卡 { $sum }
gift-cards-heading = 您的礼品卡
gift-cards-use = 持有卡号的人都可以用它付款：在购物车中或付款前输入即可。永不过期。
