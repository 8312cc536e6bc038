# Accounts: signing in, what came along, devices, passwords.
account-title = حسابك
account-sign-in = تسجيل الدخول
account-sign-in-text = اكتب بريدك الإلكتروني ونرسل إليك رابطًا تدخل به. ومن ليس له حساب بعد يحصل عليه به.
account-address = البريد الإلكتروني
account-link-button = أرسلوا إليّ رابطًا
account-sent = رسالة فيها رابط في الطريق إليك. يعمل الرابط مرة واحدة، مدة 15 دقيقة. قد تصل الرسالة إلى البريد غير المرغوب فيه.
account-with-password = بكلمة مرور
account-password = كلمة المرور
account-forgotten = نسيتها، أو ليست لك بعد؟ اطلب رابطًا: إنه يعمل دائمًا.
account-email = اكتب بريدًا إلكترونيًا، مثل ada@example.org.
account-wait = محاولات كثيرة. انتظر ربع ساعة ثم حاول مرة أخرى.
account-wrong = هذا البريد وكلمة المرور هذه لا يتوافقان. حاول مرة أخرى، أو اطلب رابطًا.
account-over = لم يعد هذا الرابط يعمل: استُخدم، أو مضى عليه أكثر من 15 دقيقة، أو أُرسل رابط أحدث منه.
account-link-again = اطلب رابطًا آخر
account-enter-text = ضغطة واحدة وتكون قد دخلت على هذا الجهاز.
account-enter-button = أدخلني
account-signed-in = دخلت باسم { $email }.
account-sign-out = تسجيل الخروج
account-sign-out-all = تسجيل الخروج من كل الأجهزة
account-joined = { $orders ->
    [zero] لا طلبات ببريدك هنا.
    [one] صار هنا طلب واحد ببريدك الإلكتروني.
    [two] صار هنا طلبان ببريدك الإلكتروني.
    [few] صارت هنا { $orders } طلبات ببريدك الإلكتروني.
    [many] صار هنا { $orders } طلبًا ببريدك الإلكتروني.
   *[other] صار هنا { $orders } طلب ببريدك الإلكتروني.
}
account-joined-cart = ما كان في السلة هنا صار في سلتك.
account-undo = تراجع
account-undone = عاد كل شيء إلى مكانه. وما جاء إلى السلة محفوظ فيها لوقت لاحق.
account-orders = طلباتك
account-orders-none = لا طلبات بعد.
account-search = رقم الطلب أو المنتج
account-search-none = لا طلب فيه ذلك.
account-devices = أين سجلت الدخول
account-device-here = هذا الجهاز
account-device-days = الدخول في { $began }، وآخر مرة في { $seen }
account-password-text = بكلمة مرور تدخل دون انتظار رسالة. 8 أحرف على الأقل، كما تشاء.
account-password-now = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-button = احفظ كلمة المرور
account-changed = تغيرت كلمة المرور. وسُجل الخروج من كل الأجهزة الأخرى.
account-current = ليست هذه كلمة مرورك الحالية.
account-short = كلمة المرور الجديدة قصيرة جدًا. فيها 8 أحرف على الأقل.
account-long = كلمة المرور الجديدة طويلة جدًا. فيها 512 حرفًا على الأكثر.
account-leaked = هذه الكلمة في قوائم كلمات المرور المسروقة، وهي أول ما يُجرَّب. اختر غيرها.
letter-sign_in-subject = رابط دخولك
letter-sign_in-heading = تسجيل الدخول
letter-sign_in-text = يريد أحدهم، ونرجو أن تكون أنت، الدخول بهذا العنوان. يعمل الرابط مرة واحدة، مدة 15 دقيقة. إن لم تكن أنت فلا شيء عليك: لا يدخل أحد دون هذه الرسالة.
letter-button-sign_in = تسجيل الدخول
message-kind-sign_in = رابط الدخول
account-offer = طلباتك كلها في مكان واحد
account-offer-text = نرسل رابطًا إلى { $email }. به يصير لك حساب فيه هذا الطلب وكل طلب آخر بهذا العنوان.
