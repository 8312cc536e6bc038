# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = البطاقات المحفوظة
kept-text = يحفظ مزوّد الدفع هذه البطاقات لك، ولا نعرف عنها أكثر مما هو مكتوب هنا. عند الدفع تكفي ضغطة واحدة.
kept-none = لا بطاقات محفوظة. من يدفع ببطاقة يمكنه أن يطلب حفظها عند الدفع.
kept-card = { $brand } تنتهي بـ { $tail }
kept-until = صالحة حتى { $until }
kept-tick = احفظوا البطاقة التي أدفع بها
kept-tick-text = يحفظها مزوّد الدفع لا نحن. يمكنك إزالتها من حسابك.
account-card-forgotten = أُزيلت البطاقة، ومزوّد الدفع ينساها أيضًا.
kept-privacy = نحتفظ من البطاقة المحفوظة بعلامتها وآخر أربعة أرقام وصلاحيتها والاسم الذي يسمّيها به مزوّد الدفع. أما رقمها فعند المزوّد وحده.
testpay-kept = البطاقات المحفوظة
testpay-pay-with = ادفع { $sum } بالبطاقة التي تنتهي بـ { $tail }
testpay-other-card = بطاقة أخرى
testpay-keeps = تُحفظ هذه البطاقة للمرة القادمة.
