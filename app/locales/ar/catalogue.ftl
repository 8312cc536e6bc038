# Goods: the first page, lists, a product.
home-title = أشياء متقنة الصنع لكل يوم
home-heading = أشياء يسرّها أن تُستعمل
home-text = أكواب ومصابيح وسكاكين وحقائب من مشاغل صغيرة: صُنعت لتدوم، ووُصفت بصدق، وتصل إلى بابك خلال أيام.
home-button = ابدأ من المطبخ
home-categories = غرفة غرفة
home-liked = الأحبّ إلى زبائننا
home-new = وصل حديثًا

price-from = من { $price }
price-was = السعر السابق
rating-label = { $average } من 5 نجوم، { $count ->
    [zero] بلا تقييمات
    [one] من تقييم واحد
    [two] من تقييمين
    [few] من { $count } تقييمات
    [many] من { $count } تقييمًا
   *[other] من { $count } تقييم
}
badge-sold-out = نفدت الكمية
badge-reduced = سعر مخفّض
badge-new = جديد
card-colours = { $count ->
    [zero] بلا ألوان
    [one] لون واحد
    [two] لونان
    [few] { $count } ألوان
    [many] { $count } لونًا
   *[other] { $count } لون
}

trail-label = موقعك في المتجر
trail-home = الرئيسية
list-count = { $count ->
    [zero] لا شيء
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
    [many] { $count } قطعة
   *[other] { $count } قطعة
}
list-count-more = { $count } قطعة على الأقل
list-title-page = { $title }، الصفحة { $page }
list-narrower = الأقسام الفرعية
list-all = الكل
list-empty = هذا الرف فارغ. أما بقية الرفوف فلا.
sort-label = ترتيب حسب
sort-popular = الأحبّ إلى الزبائن
sort-newest = الأحدث
sort-price = السعر، من الأدنى
sort-price-down = السعر، من الأعلى
sort-rating = الأعلى تقييمًا
sort-saving = الأكثر تخفيضًا
sort-relevance = الأنسب
filter-title = تصفية
filter-title-count = تصفية (المختار: { $count })
filter-part = النوع
filter-price = السعر ({ $currency })
filter-price-least = من
filter-price-most = إلى
filter-price-between = من { $least } إلى { $most }
filter-price-to = حتى { $price }
filter-stars = التقييم
filter-stars-any = أي تقييم
filter-stars-least = { $count } نجوم فأكثر
filter-stock-title = التوفر
filter-stock = متوفر
filter-apply = عرض هذه الأشياء
filter-whole = عرض الكل ({ $count })
filter-chosen = المرشحات المختارة
filter-remove = إزالة المرشح: { $filter }
filter-clear = إزالة الكل
filter-value = { $facet }: { $value }
filter-promoted = الأكثر اختيارًا
filter-nothing = لا شيء يجمع كل ذلك معًا.
filter-looser = من دون { $filter }: { $things }
pages-label = الصفحات
pages-previous = السابقة
pages-more = عرض المزيد
pages-here = الصفحة { $page } من { $last }

gallery-label = الصور
gallery-view = اعرض الصورة { $at }
product-maker = من صنع { $maker }
product-tax = شامل ضريبة القيمة المضافة بنسبة { $percent }
product-tax-none = من دون ضريبة القيمة المضافة؛ وقد تُضاف إليه ضرائب الاستيراد
price-unit-g = { $price } للكيلوغرام
price-unit-ml = { $price } للتر
price-unit-cm = { $price } للمتر
price-unit-piece = { $price } للقطعة
price-lowest = أدنى سعر في الثلاثين يومًا السابقة: { $price }
product-quantity = الكمية
product-add = أضف إلى السلة
product-story = الحكاية
product-facts = المواصفات
product-related = يحسن إلى جواره
product-together = كثيرًا ما تُشترى معًا
product-sold-out = نفدت كمية هذا النوع. قد تجد أنواعًا أخرى هنا؛ أما المشطوب فغير متوفر.
product-gone = لم يعد هذا يُباع.
restock-wish = أخبروني حين يتوفر
restock-hint = تصلك رسالة واحدة حين يتوفر، ثم ننسى عنوانك. وبعد سنة ننساه على أي حال.
restock-kept = سُجّل طلبك. تصلك رسالة واحدة حين يتوفر، ثم ننسى عنوانك.
restock-back = لقد توفر بالفعل، فلا داعي للانتظار.
option-sold-out = نفدت الكمية
option-not-made = لا يُصنع بهذا الجمع
stock-in = متوفر، يُشحن خلال يوم عمل واحد
stock-low = { $count ->
    [zero] لم تبقَ أي قطعة
    [one] بقيت قطعة واحدة فقط
    [two] بقيت قطعتان فقط
    [few] بقيت { $count } قطع فقط
    [many] بقيت { $count } قطعة فقط
   *[other] بقيت { $count } قطعة فقط
}
line-delivery = إلى { $country }: { $days }
line-delivery-cost = التوصيل { $price }، ومجاني ابتداءً من { $free }
line-delivery-price = التوصيل { $price }
line-delivery-none = لا توصيل إلى { $country }
line-delivery-none-text = وزنه أو حجمه أكبر مما تقبله شركات الشحن إلى هناك.
line-customs = يعبر حدودًا
line-customs-text = قد تُطلب ضرائب ورسوم جمركية عند الوصول. تجد تقديرًا لها عند إتمام الطلب، قبل أن تدفع.
line-returns = ثلاثون يومًا لإعادته
line-returns-how = كيف تتم الإعادة

reviews-title = التقييمات
reviews-none = لم يقيّمه أحد بعد.
seen-title = شاهدته مؤخرًا
seen-kept = لا يتذكّرها سوى هذا المتصفح.
seen-forget = انسَها
seen-forgotten = نُسيت
line-online = فورًا في صفحة الطلب
line-online-text = لا يحتاج إلى طرد، فالتوصيل مجاني.
product-tax-voucher = بلا ضريبة الآن: تُستحق عند إنفاق البطاقة
