# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = تقول شركة الشحن إنه تأخّر، ولم تحدّد يومًا جديدًا بعد.
way-due = كان موعد الوصول
way-late = متأخّر عمّا وُعد به.
way-late-text = نعتذر. ما نعرفه عنه يظهر هنا فورًا؛ وإن احتجت إلى جواب فاسألنا.
way-late-link = اسألنا عنه
way-unsent = كان يجب أن يغادرنا بحلول { $day } وما زال هنا. سيغادر فور تغليفه، وعندها نكتب إليك.
way-van-before = خرج للتوصيل، ولم يخبرنا أحد بعد أنه وصل.
wish-carriers-own = لا تقبل { $carrier } رغبات منّا في الطريق. هل يمكن يوم آخر أو مكان آخر؟ صفحتها تقول ذلك.
wish-carriers-page = إلى صفحته لدى { $carrier }
wish-carriers-none = لا تقبل { $carrier } رغبات في الطريق: يبقى هذا التوصيل كما هو.
letter-late-attempt_failed = لم يكن أحد موجودًا.
letter-late-exception = أخّره شيء لدى شركة الشحن.
letter-delayed_undated-subject = الطلب { $number }: طردك متأخّر
letter-delayed_undated-heading = يصل متأخرًا عما قلنا
letter-delayed_undated-text = تقول شركة الشحن إن طردك متأخّر، ولم تحدّد يومًا جديدًا بعد. نعتذر عن الانتظار. ما إن يُعرف اليوم حتى يظهر في صفحة الطلب.
sms-delayed_undated = تأخّر؛ لا موعد جديد بعد.
