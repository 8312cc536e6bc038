# 打包前的等待时间。
change-until = 您可以在 { $time } 之前更改此订单。
desk-packing-waits = 顾客可以在 { $time } 之前更改。之后开始打包。
desk-packing-now = 立即打包
# A carrier that is to come for a parcel.
desk-collect = 请 { $carrier } 上门取件
desk-collect-day = 日期
desk-collect-from = 不早于（点）
desk-collect-until = 不晚于（点）
desk-collect-button = 预约取件
desk-collect-asked = 正在请 { $carrier } 上门：{ $when }
desk-collect-booked = { $carrier } 会来：{ $when }
desk-collect-refused = { $carrier } 不来：{ $when }
desk-collect-wrong-moment = 没有这一天或这个时间：小时为 0 到 23。
desk-collect-wrong-when = 请选择还没开始的时间，最多从今天起 { $days } 天内。
desk-collect-wrong-short = 司机至少需要 { $hours } 小时。
desk-collect-wrong-gone = 包裹没有面单，或已在承运商手中。
desk-collect-wrong-cannot = 该承运商不上门取件。
desk-collect-wrong-again = 已预约了其他时间。
