# What somebody thinks of an order that has come.
opinion-title = 订单 { $number }：怎么样？
opinion-text = 您告诉过我们的话显示在这里，可以修改。只有我们会看，不会公开。
opinion-mark = 怎么样？
opinion-5 = 非常好
opinion-4 = 好
opinion-3 = 一般
opinion-2 = 不太好
opinion-1 = 很不好
opinion-words = 用您自己的话
opinion-button = 发送
opinion-thanks = 谢谢。每个字我们都会看。
opinion-nothing = 请选择一个评价或写一句话。
desk-opinions = 怎么样？
desk-opinions-none = 还没有人告诉我们什么。
letter-button-how_was_it = 告诉我们怎么样
