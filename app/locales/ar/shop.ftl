# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = انتقل إلى المحتوى
menu-label = المتجر
menu-orders = الطلبات
footer-label = المساعدة
footer-about = أشياء متقنة الصنع للبيت والمكتب والمطبخ والحديقة والسفر. تُغلَّف باليد في ريغا.
footer-trial = هذا عرض تجريبي: الدفع والطرود محاكاة، ولا يُخصم شيء ولا يُرسل شيء.
to-the-shop = تجوّل في المتجر
change = غيّر

not-found-title = لا شيء في هذا العنوان
not-found-text = ربما انتقلت الصفحة، أو في الرابط هفوة. وكل ما عداها في مكانه.
broken-title = تعطّل شيء من جهتنا
broken-text = لم يُخصم شيء وسلتك محفوظة. حاول من جديد بعد دقيقة.
busy-title = المتجر مزدحم جدًا
busy-text = سلتك محفوظة. حاول من جديد بعد ثوانٍ.

delivery-free = مجاني
sum-goods = البضاعة
sum-delivery = التوصيل
sum-delivery-so-far = التوصيل، ابتداءً من
sum-total = المجموع
sum-tax-inside = منه ضريبة القيمة المضافة { $tax }
tax-inside = منه ضريبة القيمة المضافة بنسبة { $percent }: { $tax }
tax-reverse-charge = من دون ضريبة القيمة المضافة: يحتسبها المشتري (آلية الاحتساب العكسي).
tax-export = من دون ضريبة القيمة المضافة: تخرج البضاعة من الاتحاد الأوروبي.
choose = اختر

expect-label = ما لك عندنا
expect-delivery-title = عند بابك خلال أيام
expect-returns-title = ثلاثون يومًا لتغيّر رأيك
expect-returns-text = أعده كما وصلك. ويكون مالك في طريقه إليك يوم يصلنا.
expect-following-title = تتبّعه حتى الباب
expect-following-text = صفحة واحدة تُريك مكان طردك، لحظة بلحظة، من دون حساب.

settings-title = اللغة والبلد والعملة
settings-text = لكل منها ضبط مستقل. البلد يحدّد التوصيل والضرائب، والعملة تحدّد ما تدفع به.
settings-language = اللغة
settings-country = التوصيل إلى
settings-country-hint = يحدّد الأسعار وأيام التوصيل والضرائب.
settings-currency = العملة
settings-currency-hint = يُخصم المبلغ بهذه العملة، بسعر صرف اليوم نفسه.
settings-save = احفظ
settings-now = التوصيل إلى { $country }، والدفع بعملة { $currency }
settings-unknown-currency = لا يعرف المتجر هذه العملة. تبقى الأسعار بعملة { $currency }.
settings-unknown-country = لا يوصل المتجر إلى هناك. تبقى الأسعار والأيام كما هي عند التوصيل إلى { $country }.
settings-unknown-language = لا يتكلّم المتجر هذه اللغة بعد. لم يتغيّر شيء.
