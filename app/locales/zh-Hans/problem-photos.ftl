# 订单问题的照片。
problem-photos = 照片（可选）
problem-photos-hint = 最多 { $most } 张：JPEG、PNG、WebP 或 GIF，每张不超过 { $size } MB。只有我们和能打开此订单的人看得到。拍摄时间和地点会被去除。
problem-photos-choose = 选择照片
problem-photos-camera = 或现在拍一张
problem-photo-kept = 发送这张
problem-photo-of = 第 { $at } 张照片，共 { $count } 张
problem-photo-large = { $name } 超过了 { $most } MB。
problem-photo-kind = { $name } 不是 JPEG、PNG、WebP 或 GIF 图片。
problem-photo-broken = { $name } 已损坏。请重新拍摄或另选一张。
problem-photo-pixels = { $name } 的像素过多，或者没有像素。
problem-photo-misnamed = { $name } 的类型与文件名所示不符。
problem-photo-many = { $name } 未附上：一次反馈最多附 { $most } 张照片。
problem-photo-ours = { $name } 暂时无法保存。这是我们的问题，请再试一次。
