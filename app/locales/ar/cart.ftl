# The cart.
cart-title = السلة
cart-open = افتح صفحة السلة
cart-close = أغلق
cart-checkout = أتمّ الطلب كضيف
cart-no-account = لا حاجة إلى حساب.
cart-empty = لا شيء هنا بعد.
cart-saved = محفوظ لوقت لاحق
cart-count = { $count ->
    [zero] لا شيء
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
    [many] { $count } قطعة
   *[other] { $count } قطعة
}
cart-says = { $count ->
    [zero] السلة فارغة
    [one] قطعة واحدة في السلة، { $total }
    [two] قطعتان في السلة، { $total }
    [few] { $count } قطع في السلة، { $total }
    [many] { $count } قطعة في السلة، { $total }
   *[other] { $count } قطعة في السلة، { $total }
}
cart-changed = تغيّرت أسعار أو كميات منذ وضعت هذه القطع في السلة. التفاصيل في الأسطر أدناه.
cart-accept = اقبلها كما هي الآن
cart-text = ما وضعته في السلة، مع التوصيل والضرائب في بلدك. لا حاجة إلى حساب.
cart-delivery-to = التوصيل إلى { $country }
cart-delivery-none = غير متاح
cart-elsewhere = بلد آخر أو عملة أخرى
summary-label = الحساب
summary-title = طلبك
free-left = بقي { $left } ليصبح التوصيل إلى { $country } مجانيًا
free-reached = التوصيل إلى { $country } مجاني

line-unit = { $price } للقطعة
line-fewer = أنقص واحدة
line-more = زد واحدة
line-quantity = الكمية
line-remove = أزل
line-removed = أُزيل: { $name }
line-gone = لم يعد في السلة.
line-undo = أعده إلى السلة
line-save = احفظه لوقت لاحق
line-unsave = أعده إلى السلة
line-sold-out = نفدت الكمية بعد أن وضعته في السلة. احفظه لوقت لاحق أو أزله لتتابع.
line-short = { $count ->
    [zero] لم تبقَ أي قطعة؛ أزله من السلة لتتابع.
    [one] لم تبقَ إلا قطعة واحدة؛ أنقص الكمية لتتابع.
    [two] لم تبقَ إلا قطعتان؛ أنقص الكمية لتتابع.
    [few] لم تبقَ إلا { $count } قطع؛ أنقص الكمية لتتابع.
    [many] لم تبقَ إلا { $count } قطعة؛ أنقص الكمية لتتابع.
   *[other] لم تبقَ إلا { $count } قطعة؛ أنقص الكمية لتتابع.
}
line-price-changed = كان السعر { $before } حين وضعته في السلة.

refused-only-left = { $count ->
    [zero] لا تتوفر منه أي قطعة؛ بقيت الكمية كما كانت.
    [one] لا تتوفر منه إلا قطعة واحدة؛ بقيت الكمية كما كانت.
    [two] لا تتوفر منه إلا قطعتان؛ بقيت الكمية كما كانت.
    [few] لا تتوفر منه إلا { $count } قطع؛ بقيت الكمية كما كانت.
    [many] لا تتوفر منه إلا { $count } قطعة؛ بقيت الكمية كما كانت.
   *[other] لا تتوفر منه إلا { $count } قطعة؛ بقيت الكمية كما كانت.
}
refused-sold-out = نفدت الكمية للتو؛ لم يُضف شيء إلى السلة.
refused-not-sold = لم يعد هذا يُباع، أو تغيّرت السلة في الأثناء. بقي كل شيء كما كان.
refused-quantity = أدخل عددًا صحيحًا من 1 إلى 999.
refused-full = أقصى عدد للسلع المختلفة في السلة: { $count }. أزل واحدة لتضيف أخرى.

gift-title = إنها هدية
gift-note = رسالة توضع في الطرد
gift-hint = حتى { $count } حرف. نكتبها على بطاقة، ولا نضع أسعارًا في الطرد.
gift-paper = التغليف
gift-no-paper = بلا تغليف
gift-keep = حفظ
refused-long-note = لا تزيد الرسالة على { $count } حرف. يُرجى اختصارها.
desk-gift-note = هدية: ضعوا هذه الرسالة في الطرد بلا أسعار
