# What somebody has looked at, kept with their account where they have asked for it.
recently-title = 最近見たもの
recently-text = ご覧になったものは、ご希望がないかぎり、そのブラウザだけが覚えています。
recently-tick = 見たものをすべてのデバイスで残す
recently-tick-text = アカウントが、どの商品をいつ見たかを残します。最大{ $most }点、それぞれ{ $days }日間です。ブラウザは、そこでアカウントを開いたときに知らせます。チェックを外すと、アカウントはすぐに忘れます。
recently-button = 保存
recently-none = まだありません。ご覧になったものは、次にアカウントを開いたときにここに入ります。
recently-forget = すべて忘れる
recently-came = { $count ->
   *[other] このブラウザで見た{ $count }点が、あなたのアカウントに入りました。
}
recently-take-out = 私のものではないので取り出す
recently-kept = ご希望どおり、アカウントが残しています。
account-seen-on = これからは、ご覧になったものをアカウントが残します。
account-seen-off = アカウントはもう、ご覧になったものを残しません。残していたものは削除しました。
account-seen-out = アカウントから取り出しました。
account-seen-forgotten = すべて忘れました。
recently-privacy = アカウントで、見たものをすべてのデバイスで残すようチェックすると、どの商品をいつ見たかを最大50点、それぞれ180日間、チェックを外すまで保存します。外すとすぐに削除します。そうでなければ、覚えているのはあなたのブラウザだけです。ログアウトすると忘れます。
