# 注文を梱包する前の時間。
change-until = このご注文は{ $time }まで変更できます。
desk-packing-waits = お客様は{ $time }まで変更できます。その後、梱包します。
desk-packing-now = 今すぐ梱包する
