# Ways to pay, and paying an order that waits for its money.
method-card = بطاقة مصرفية
method-card-text = تُدخل بيانات البطاقة في صفحة مزوّد الدفع نفسه. هذا المتجر لا يرى رقمها أبدًا.
method-pay_by_bank = الدفع عبر البنك
method-pay_by_bank-text = تختار بنكك وتؤكّد الدفع لديه ثم تعود.
method-bank_transfer = تحويل مصرفي
method-cash_on_delivery = الدفع نقدًا عند الاستلام
method-trial = مزوّد الدفع في هذا العرض التجريبي هو TestPay: لا بطاقة حقيقية ولا مال حقيقيًا.
flow-page = تؤكّد الدفع عبر { $name } ثم تعود.
flow-parts = على { $count ->
    [zero] { $count } قسط متساوٍ
    [one] قسط واحد
    [two] قسطين متساويين
    [few] { $count } أقساط متساوية
    [many] { $count } قسطًا متساويًا
   *[other] { $count } قسط متساوٍ
}، بلا فوائد:
flow-code = تحصل على رمز تمسحه أو تنسخه إلى تطبيقك.
flow-slip = تحصل على رقم تدفع به عند الصندوق خلال ثلاثة أيام.
flow-transfer = تحصل على بيانات حساب تحوّل إليه المبلغ. ونبدأ التغليف حين يصل.
flow-door = تدفع لمن يحمل إليك الطرد.
more-ways = طرق دفع أخرى
ways-none = لا تناسب هذا الطلب أيّ من طرق الدفع هنا. اختر عملة أخرى أو طريقة توصيل أخرى.

review-then-page = تدفع في صفحة مزوّد الدفع. وتبقى البضاعة محجوزة لك 15 دقيقة.
review-then-parts = تؤكّد الأقساط في صفحة مزوّد الدفع. وتبقى البضاعة محجوزة لك 15 دقيقة.
review-then-code = تحصل على رمز تدفع به. وتبقى البضاعة محجوزة لك ساعة.
review-then-slip = تحصل على رقم تدفع به عند الصندوق. وتبقى البضاعة محجوزة لك حتى تنتهي صلاحيته.
review-then-transfer = تحصل على بيانات حساب تحوّل إليه المبلغ. وتبقى البضاعة محجوزة لك 7 أيام.
review-then-door = تدفع حين تتسلّم الطرد. ونبدأ التغليف في الحال.

unpaid-waiting = هذا الطلب ينتظر الدفع. البضاعة محجوزة لك حتى { $until }.
unpaid-cancelled = عُدت من دون أن تدفع. البضاعة محجوزة لك حتى { $until }.
unpaid-later = لم تستجب صفحة الدفع. طلبك محفوظ وبضاعته محجوزة حتى { $until }؛ ولم يُخصم شيء.
decline-refused = رفض البنك الدفع.
decline-no_money = لم يكن في الحساب رصيد كافٍ.
decline-by_owner = لم يُؤكَّد الدفع.
decline-expired = انتهى وقت الدفع.
decline-then = لم يُخصم شيء. حاول مرة أخرى أو ادفع بطريقة أخرى.
paying-heading = في انتظار الدفع: { $name }
paying-part = وصل { $came }. وما زال ينقص { $missing }.
pay-otherwise = ادفع بطريقة أخرى
pay-otherwise-button = ادفع بهذه الطريقة
until-moment = { $day }، { $time }
waiting-code = امسح هذا الرمز، أو افتحه في تطبيقك. يمكنك الدفع به حتى { $until }.
waiting-slip = ادفع بهذا الرقم عند الصندوق في موعد أقصاه { $until }. وتُخبرك هذه الصفحة حين يصل المبلغ.
waiting-account = حوّل المبلغ إلى هذا الحساب في موعد أقصاه { $until }، واكتب المرجع كما هو تمامًا. وتُخبرك هذه الصفحة حين يصل المبلغ.
waiting-scan = رمز الدفع
waiting-app = افتح التطبيق
waiting-copy = أو انسخ هذا الرمز
waiting-page = كيف تدفع، في صفحة مزوّد الدفع
waiting-page-trial = لا يُدفع لأحد في هذا العرض التجريبي: مثّل دور البنك في صفحة TestPay
account-holder = صاحب الحساب
account-bank = البنك
account-iban = IBAN
account-bic = BIC
account-number = رقم الحساب
account-branch = رمز الفرع
account-clabe = CLABE
account-reference = المرجع

paid-heading = الدفع
paid-taken = دُفع { $sum }: { $name }
paid-promised = حُجز { $sum } ({ $name }). ويُخصم المبلغ حين يخرج الطرد.
paid-door = تدفع { $sum } حين تتسلّم الطرد.
paid-going-back = { $sum } في طريق العودة إليك.
paid-back = رُدّ إليك { $sum }.
event-payment_promised = تأكّد الدفع
event-payment_part = وصل جزء من المبلغ
event-payment_unwanted = وصلت دفعة لم تعد لازمة، وستُردّ
event-payment_broken = تعذّر خصم المبلغ
sum-due = الباقي للدفع
pay-button-nothing = تقديم الطلب
review-then-nothing = لم يبقَ شيء للدفع. يُقدَّم الطلب فورًا.
method-nothing = لم يبقَ شيء للدفع
flow-nothing = بطاقات الهدايا والعروض تدفع كل شيء.
paid-nothing = لم يبقَ شيء للدفع.
event-refund_bounced = تعذّر إيصال المبلغ المردود. لديك بدله بطاقة هدايا في هذه الصفحة
