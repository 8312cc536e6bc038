# Changing how an order is sent, before it is packed.
way-link = 配送方法を変更する
way-title = 注文 { $number } をどのようにお届けしますか？
way-text = まだ梱包されていません。各方法の料金とお届け日は次のとおりです。
way-rule = 現在の配送方法は、お支払いいただいた金額で取り消されます。別の方法には本日の料金がかかります。商品、価格、特典はそのままです。
way-only = この注文をそこへお届けするほかの方法はありません。
way-was = これまでの配送
way-then = 変更後の配送
way-waits = 差額のお支払いが済むと、ご注文が変更されます。{ $until } までにお支払いがなければ、ご注文は元のままです。
event-way_changed = お客様による配送の変更
items-not-not-there = その方法ではお届けできません。ほかの方法をお選びください。
