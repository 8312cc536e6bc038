# 让别人看到订单进度的链接。
share-title = 分享包裹行程
share-text = 有人和您一起等它吗？通过链接可以看到包裹到了哪里、何时送达。只显示城市和姓名的第一个字，没有地址、商品和价格。有效期 90 天，或直到您结束它。
share-make = 创建链接
share-anew = 创建新链接
share-end = 结束链接
share-link = 链接
share-once = 请现在复制：只显示这一次。创建新链接会使它失效。
share-there = 已有一个链接。在您结束之前，别人可以看到订单的进度。
share-ended = 链接已结束。再也没有人能用它查看订单。
shared-title = 运送中的包裹
shared-to = 寄往 { $country } { $town }，收件人 { $initial }.
shared-over-title = 此链接已失效
shared-over-text = 它已被结束，或者不完整。请向发给您的人再要一个。
