# 注文の問題を写した写真。
problem-photos = 写真（任意）
problem-photos-hint = { $most }枚まで。JPEG、PNG、WebP、GIFで、1枚{ $size } MB以内。見られるのは当店と、この注文を開ける方だけです。撮影の日時と場所の情報は取り除かれます。
problem-photos-choose = 写真を選ぶ
problem-photos-camera = または今撮る
problem-photo-kept = この写真を送る
problem-photo-of = 写真 { $at } / { $count }
problem-photo-large = { $name }は{ $most } MBを超えています。
problem-photo-kind = { $name }はJPEG、PNG、WebP、GIFの画像ではありません。
problem-photo-broken = { $name }は壊れています。撮り直すか、別の写真を選んでください。
problem-photo-pixels = { $name }は画素が多すぎるか、まったくありません。
problem-photo-misnamed = { $name }は名前が示すのとは別の種類の画像です。
problem-photo-many = { $name }は添付されませんでした。1件の報告に付けられる写真は{ $most }枚までです。
problem-photo-ours = { $name }を今は保存できませんでした。こちらの不具合です。もう一度お試しください。
