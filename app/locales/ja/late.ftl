# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = 運送会社から遅れの知らせがありました。新しい日はまだ決まっていません。
way-due = お届け予定だった日
way-late = お約束より遅れています。
way-late-text = 申し訳ありません。わかったことはすぐここに表示します。お返事が必要なときは、お問い合わせください。
way-late-link = この件を問い合わせる
way-unsent = { $day }までに発送するはずでしたが、まだこちらにあります。梱包しだい発送し、そのときお知らせします。
way-van-before = 配達に出ましたが、届いたという知らせはまだありません。
wish-carriers-own = { $carrier }は輸送中のご希望を当店からは受け付けません。別の日や場所にできるかどうかは、運送会社のページをご覧ください。
wish-carriers-page = { $carrier }のページへ
wish-carriers-none = { $carrier }は輸送中のご希望を受け付けません。このお届けはこのままです。
letter-late-attempt_failed = ご不在でした。
letter-late-exception = 運送会社で止まっていました。
letter-delayed_undated-subject = ご注文 { $number }：荷物が遅れています
letter-delayed_undated-heading = お届けが遅れます
letter-delayed_undated-text = 運送会社から、荷物が遅れているとの知らせがありました。新しい日はまだ決まっていません。お待たせして申し訳ありません。日が決まりしだい、ご注文のページに表示します。
sms-delayed_undated = 遅れています。新しい日は未定です。
