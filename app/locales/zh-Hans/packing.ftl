# 打包前的等待时间。
change-until = 您可以在 { $time } 之前更改此订单。
desk-packing-waits = 顾客可以在 { $time } 之前更改。之后开始打包。
desk-packing-now = 立即打包
