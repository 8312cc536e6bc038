# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = このフォームはよそから来ました
notice-foreign-text = 店のページを開いて、もう一度送信してください。
notice-slow = 接続が遅すぎました
notice-slow-text = 何も変えていません。通信の調子がよいときに、もう一度送信してください。
notice-large = 大きすぎて受け取れません
notice-large-text = 文章を短くするか、もっと小さいファイルを選んでください。
notice-long = アドレスが長すぎます
notice-long-text = トップページから始めてください。
notice-many = もう少しゆっくり
notice-many-text = お使いのネットワークから多くの要求が届きました。少し待ってから、もう一度お試しください。カートは無事です。
notice-missing = 送信の行き先がありません
notice-missing-text = 何も変えていません。元のページを読み込み直して、もう一度送信してください。
notice-broken = こちらの何かが壊れました
notice-broken-text = カートも注文も無事です。少ししてから、もう一度お試しください。
notice-busy = 店がいっぱいです
notice-busy-text = 少し待ってから、もう一度お試しください。カートは無事です。
notice-home = トップページへ
