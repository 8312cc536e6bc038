# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = 已记住的卡
kept-text = 这些卡由我们的支付服务商为您保管；我们只知道这里写着的内容。结账时按一下即可付款。
kept-none = 没有已记住的卡。用卡付款时，可以在结账时选择记住它。
kept-card = { $brand }，尾号 { $tail }
kept-until = 有效期至 { $until }
kept-tick = 记住我付款用的卡
kept-tick-text = 由支付服务商保管，不是我们。您可以在账户中移除它。
account-card-forgotten = 卡已移除。支付服务商也会忘记它。
kept-privacy = 对于记住的卡，我们只保存品牌、最后四位数字、有效期以及支付服务商给它的名称。卡号只在服务商那里。
testpay-kept = 已记住的卡
testpay-pay-with = 用尾号 { $tail } 的卡支付 { $sum }
testpay-other-card = 另一张卡
testpay-keeps = 这张卡会记住，供下次使用。
