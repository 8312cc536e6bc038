# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = 承运商称包裹延误，尚未给出新的日期。
way-due = 原定送达
way-late = 比承诺的晚。
way-late-text = 很抱歉。一有消息会立即显示在这里；如需答复，请联系我们。
way-late-link = 就此询问我们
way-unsent = 它本应在{ $day }前发出，但仍在我们这里。打包后立即发出，届时我们会写信给您。
way-van-before = 它已派送，但还没有人告诉我们已送达。
wish-carriers-own = { $carrier } 在途中不接受我们的要求。能否改日期或地点，请看其自己的页面。
wish-carriers-page = 前往 { $carrier } 的页面
wish-carriers-none = { $carrier } 在途中不接受要求：此次配送保持不变。
letter-late-attempt_failed = 当时没有人在。
letter-late-exception = 它在承运商处受阻。
letter-delayed_undated-subject = 订单 { $number }：您的包裹延误了
letter-delayed_undated-heading = 比我们说的要晚
letter-delayed_undated-text = 承运商称您的包裹延误，尚未给出新的日期。抱歉让您久等。日期一确定，就会显示在订单页面上。
sms-delayed_undated = 延误；新日期待定。
