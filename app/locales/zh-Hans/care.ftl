# How what was bought is looked after.
care-title = 如何保养
care-of = 如何保养 { $name }
desk-label-care = 保养
desk-hint-care = 给买了它的人：怎样清洗、上油或存放。普通的行；显示在订单页面和发货信中，不显示在商品页面上。
