# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = 这份表单来自别处
notice-foreign-text = 请在店里打开这个页面，重新提交。
notice-slow = 连接太慢了
notice-slow-text = 一切照旧。请等网络好些再提交一次。
notice-large = 内容太大，收不下
notice-large-text = 请缩短文字，或者选一个小一些的文件。
notice-long = 这个地址太长了
notice-long-text = 请从首页重新开始。
notice-many = 慢一点
notice-many-text = 您的网络发来了许多请求。请稍等片刻再试，购物车完好。
notice-missing = 提交的内容没有去处
notice-missing-text = 一切照旧。请重新加载原来的页面，再提交一次。
notice-broken = 出了故障，是我们的问题
notice-broken-text = 购物车和订单都完好。请稍后再试。
notice-busy = 店里人太多了
notice-busy-text = 请稍等片刻再试，购物车完好。
notice-home = 去首页
