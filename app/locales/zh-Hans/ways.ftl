# Changing how an order is sent, before it is packed.
way-link = 更改配送方式
way-title = 订单 { $number } 怎么送？
way-text = 还没有人打包。以下是各种方式的费用和送达时间。
way-rule = 现在的方式按您所付的金额退回，另一种按今天的价格收取。商品、价格和优惠不变。
way-only = 没有别的方式可以把此订单寄到那里。
way-was = 之前的配送
way-then = 之后的配送
way-waits = 付清差额后订单才会更改。如果 { $until } 前没有付款，订单保持原样。
event-way_changed = 您更改了配送方式
items-not-not-there = 不能这样寄送。请选择其他方式。
place-title = 订单 { $number } 怎么送到那里？
place-text = 订单将寄往另一个国家或地区：{ $country }。以下是各种方式的费用和送达时间。
place-rule = 您买的东西在那里价格不变，只有所含税可能不同。您为现在的配送方式支付的费用会退回。
place-was = 之前的地址
place-then = 之后的地址
place-other = 其他地址
items-not-other-prices = 那里的价格所含税与您支付的不同，因此这个订单不能照原样寄往那里。没有做任何更改。请写信给我们，或取消订单后重新下单。
