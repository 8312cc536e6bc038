# 心愿单：保存在浏览器或账户中，用链接分享，留意降价。
wishlists-title = 您的心愿单
wishlists-none = 还没有心愿单。请从商品页面加入，或在这里新建。
wishlists-guest = 您的心愿单只为此浏览器保存，到最后一次更改后半年为止。登录后可在所有设备上使用。
wishlist-own = 我的心愿单
wishlist-put-in = 加入心愿单
wishlist-from-cart = 移到心愿单
wishlist-holds = { $count ->
    [0] 还没有东西
   *[other] { $count } 件
}
wishlist-make-name = 新心愿单的名称
wishlist-make = 新建心愿单
wishlist-name = 名称
wishlist-save = 保存
wishlist-settings = 关于此心愿单
wishlist-delete = 删除心愿单
wishlist-gone = 心愿单已删除。
wishlist-removed = 已从心愿单中移除。
wishlist-put = 已加入此心愿单。
wishlist-known = 此心愿单中已有它。
wishlist-moved = 已移到此心愿单，不再在购物车中。
wishlist-saved = 已保存。
wishlist-back = 已放回。
wishlist-unshared = 链接已结束。再也没有人能用它查看心愿单。
wishlist-full = 一个心愿单可放 { $count } 种商品。请移除一种，或使用另一个心愿单。
wishlist-too-many = 您已有 { $count } 个心愿单，不能再多了。请删除一个再新建。
wishlist-no-name = 请输入心愿单的名称。
wishlist-long-name = 名称最多 { $count } 个字符，请缩短。
wishlist-long-note = 备注最多 { $count } 个字符，请缩短。
wishlist-empty = 此心愿单中还没有东西。
wishlist-empty-now = 此心愿单目前没有东西。
wishlist-wanted = 想要：{ $count }
wishlist-note = 给自己的备注
wishlist-in = 所在心愿单
wishlist-cheaper = 比加入时便宜：当时是 { $before }。
wishlist-dearer = 比加入时贵：当时是 { $before }。
wishlist-buy-all = 全部加入购物车
wishlist-share-title = 分享心愿单
wishlist-share-text = 有链接的人能看到心愿单的名称和内容，并可购买。他们看不到您的任何信息，也看不到您的备注。链接在您结束之前一直有效。
wishlist-share-there = 已有链接。在您结束之前，别人可以看到心愿单。
wishlist-somebodys = 一份心愿单
wishlist-somebodys-text = 有人与您分享这份心愿单。您放进购物车的由您购买，不会通知任何人。
account-joined-lists = { $lists ->
   *[other] 此浏览器中的 { $lists } 个心愿单现在归入您的账户。
}
wishlist-watch-title = 降价或到货时通知我
wishlist-watch-text = 心愿单里的东西降价或可以再买时，我们写信给您：每次降价一封，从不在夜里发送。每封信都有停止的链接，满一年我们会再问您。
wishlist-watch-to = 我们会写到 { $email }。
wishlist-watch-button = 用邮件通知我
wishlist-watch-on = 正在通知 { $email }。
wishlist-watch-waits = 我们已向 { $email } 发了一封信。点开其中的链接，之后我们就会通知您。
wishlist-watch-end = 不再通知我
wishlist-asked = 带链接的邮件正在路上。点开链接，之后我们就会通知您。
wishlist-watched = 已记下：从现在起我们会通知您。
wishlist-unwatched = 不再通知您此心愿单的消息。
wishlist-over = 此链接已失效：已使用过、超过三天，或已发出更新的链接。
wishlist-confirm-title = 心愿单通知
wishlist-confirm-text = 点一下，心愿单里的东西降价或到货时我们就写信给您。
wishlist-privacy = 您的心愿单为您的账户保存，或只为此浏览器保存到最后一次更改后半年。如果您要我们在降价或到货时通知，我们会为此保留您的邮箱地址，直到您停止，最长一年；无人确认的地址保留三天。
letter-list_confirm-subject = 要我们通知您心愿单的消息吗？
letter-list_confirm-heading = 要我们通知您心愿单的消息吗？
letter-list_confirm-text = 有人（希望是您）要我们在心愿单里的东西降价或到货时写信到这个地址。如果您愿意，请在三天内点开链接。如果不是您，什么也不用做：不点开，我们就不再写信。
letter-button-list_confirm = 好，通知我
letter-price_fell-subject = { $count ->
    [1] { $thing } 降价了
   *[other] 您心愿单里的 { $count } 件东西降价了
}
letter-price_fell-heading = { $count ->
    [1] { $thing } 降价了
   *[other] 您心愿单里的 { $count } 件东西降价了
}
letter-price_fell-text = 您要我们通知您。价格可能再涨，也没有预留。
letter-price_fell-now = { $price }（之前：{ $before }）
letter-button-lists = 查看心愿单
message-kind-list_confirm = 确认地址
message-kind-price_fell = 心愿单里的东西降价
