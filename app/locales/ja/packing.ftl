# 注文を梱包する前の時間。
change-until = このご注文は{ $time }まで変更できます。
desk-packing-waits = お客様は{ $time }まで変更できます。その後、梱包します。
desk-packing-now = 今すぐ梱包する
# A carrier that is to come for a parcel.
desk-collect = { $carrier }に集荷を頼む
desk-collect-day = 日
desk-collect-from = 開始（時）
desk-collect-until = 終了（時）
desk-collect-button = 集荷を依頼する
desk-collect-asked = { $carrier }に集荷を依頼しています: { $when }
desk-collect-booked = { $carrier }が集荷に来ます: { $when }
desk-collect-refused = { $carrier }は集荷に来ません: { $when }
desk-collect-wrong-moment = その日または時刻はありません。時は0から23までです。
desk-collect-wrong-when = まだ始まっていない、{ $days }日以内の時間を選んでください。
desk-collect-wrong-short = 集荷には少なくとも{ $hours }時間の幅が必要です。
desk-collect-wrong-gone = 荷物にラベルがないか、すでに配送業者が預かっています。
desk-collect-wrong-cannot = この配送業者は集荷をしません。
desk-collect-wrong-again = 別の時間ですでに依頼されています。
