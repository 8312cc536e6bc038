# قوائم الأمنيات: تُحفظ لمتصفح أو لحساب، وتُعرض على الآخرين برابط، وتُراقَب أسعارها.
wishlists-title = قوائمك
wishlists-none = لا توجد قائمة بعد. أضف شيئًا إلى قائمة من صفحته، أو أنشئ قائمة هنا.
wishlists-guest = نحفظ قوائمك لهذا المتصفح وحده، حتى نصف سنة بعد آخر تغيير. سجّل الدخول لتكون على كل أجهزتك.
wishlist-own = قائمتي
wishlist-put-in = أضف إلى قائمة
wishlist-from-cart = انقله إلى قائمة
wishlist-holds = { $count ->
    [zero] لا شيء فيها بعد
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
    [many] { $count } قطعة
   *[other] { $count } قطعة
}
wishlist-make-name = اسم قائمة جديدة
wishlist-make = أنشئ قائمة
wishlist-name = الاسم
wishlist-save = احفظ
wishlist-settings = عن هذه القائمة
wishlist-delete = احذف القائمة
wishlist-gone = حُذفت القائمة.
wishlist-removed = أُخرج من القائمة.
wishlist-put = هو الآن في هذه القائمة.
wishlist-known = كان في هذه القائمة من قبل.
wishlist-moved = هو الآن في هذه القائمة، ولم يعد في السلة.
wishlist-saved = حُفظ.
wishlist-back = عاد إلى مكانه.
wishlist-unshared = انتهى الرابط. لم يعد أحد يرى القائمة به.
wishlist-full = تتسع القائمة لهذا العدد من الأشياء المختلفة: { $count }. أخرج شيئًا أو استعمل قائمة أخرى.
wishlist-too-many = عدد قوائمك { $count }، ولا نحفظ أكثر. احذف واحدة لتنشئ أخرى.
wishlist-no-name = اكتب اسمًا للقائمة.
wishlist-long-name = أقصى طول للاسم بالأحرف: { $count }. اختصره من فضلك.
wishlist-long-note = أقصى طول للملاحظة بالأحرف: { $count }. اختصرها من فضلك.
wishlist-empty = لا شيء في هذه القائمة بعد.
wishlist-empty-now = لا شيء في هذه القائمة الآن.
wishlist-wanted = العدد المطلوب: { $count }
wishlist-note = ملاحظة لك
wishlist-in = في القائمة
wishlist-cheaper = أرخص مما كان حين أضفته: كان السعر { $before }.
wishlist-dearer = أغلى مما كان حين أضفته: كان السعر { $before }.
wishlist-buy-all = أضف الكل إلى السلة
wishlist-share-title = شارك القائمة
wishlist-share-text = من لديه الرابط يرى اسم القائمة وما فيها ويستطيع شراءه. لا يرى شيئًا عنك ولا ملاحظاتك. يعمل الرابط حتى تنهيه.
wishlist-share-there = يوجد رابط. يرى الآخرون القائمة حتى تنهيه.
wishlist-somebodys = قائمة أمنيات
wishlist-somebodys-text = يشاركك أحدهم هذه القائمة. ما تضعه في السلة تشتريه أنت، ولا يُخبَر أحد به.
account-joined-lists = { $lists ->
    [zero] لا قوائم من هذا المتصفح في حسابك.
    [one] القائمة التي كانت في هذا المتصفح هي الآن في حسابك.
    [two] القائمتان اللتان كانتا في هذا المتصفح هما الآن في حسابك.
    [few] { $lists } قوائم كانت في هذا المتصفح هي الآن في حسابك.
    [many] { $lists } قائمة كانت في هذا المتصفح هي الآن في حسابك.
   *[other] { $lists } قائمة كانت في هذا المتصفح هي الآن في حسابك.
}
wishlist-watch-title = اعرف حين يرخص شيء أو يعود
wishlist-watch-text = نكتب إليك حين ينخفض سعر شيء في هذه القائمة أو يمكن شراؤه من جديد: مرة لكل انخفاض، ولا نكتب ليلًا أبدًا. في كل رسالة رابط يوقفها، وبعد سنة نسألك من جديد.
wishlist-watch-to = نكتب إلى { $email }.
wishlist-watch-button = أخبروني بالبريد
wishlist-watch-on = نخبر { $email }.
wishlist-watch-waits = أرسلنا رسالة إلى { $email }. اضغط الرابط فيها لنخبرك من ذلك الحين.
wishlist-watch-end = لا تخبروني بعد الآن
wishlist-asked = رسالة فيها رابط في الطريق إليك. اضغط الرابط لنخبرك من ذلك الحين.
wishlist-watched = سُجّل: نخبرك من الآن.
wishlist-unwatched = لن نخبرك عن هذه القائمة بعد الآن.
wishlist-over = لم يعد هذا الرابط يعمل: استُعمل، أو مضى عليه أكثر من ثلاثة أيام، أو أُرسل أحدث منه.
wishlist-confirm-title = إخبارك عن قائمة
wishlist-confirm-text = ضغطة واحدة ونكتب إليك حين ينخفض سعر شيء في القائمة أو يعود.
wishlist-privacy = نحفظ قوائمك لحسابك، أو لهذا المتصفح وحده حتى نصف سنة بعد آخر تغيير. إذا طلبت أن نخبرك حين يرخص شيء في قائمة أو يعود، نحفظ عنوان بريدك لذلك حتى توقفه، سنة على الأكثر؛ والعنوان الذي لا يؤكده أحد ثلاثة أيام.
letter-list_confirm-subject = هل نخبرك عن قائمتك؟
letter-list_confirm-heading = هل نخبرك عن قائمتك؟
letter-list_confirm-text = طلب منا أحدهم، ونرجو أنه أنت، أن نكتب إلى هذا العنوان حين ينخفض سعر شيء في قائمة أو يعود. اضغط الرابط خلال ثلاثة أيام إن أردت ذلك. إن لم تكن أنت فلا شيء عليك: من دونه لا نكتب بعد الآن.
letter-button-list_confirm = نعم، أخبروني
letter-price_fell-subject = { $count ->
    [zero] أشياء في قائمتك صارت أرخص
    [one] { $thing }: السعر أقل الآن
    [two] شيئان في قائمتك صارا أرخص
    [few] { $count } أشياء في قائمتك صارت أرخص
    [many] { $count } شيئًا في قائمتك صارت أرخص
   *[other] { $count } شيء في قائمتك صارت أرخص
}
letter-price_fell-heading = { $count ->
    [zero] أشياء في قائمتك صارت أرخص
    [one] { $thing }: السعر أقل الآن
    [two] شيئان في قائمتك صارا أرخص
    [few] { $count } أشياء في قائمتك صارت أرخص
    [many] { $count } شيئًا في قائمتك صارت أرخص
   *[other] { $count } شيء في قائمتك صارت أرخص
}
letter-price_fell-text = طلبت منا أن نخبرك. قد ترتفع الأسعار من جديد، ولم نحجز شيئًا.
letter-price_fell-now = { $price } (قبل ذلك: { $before })
letter-button-lists = اعرض قوائمك
message-kind-list_confirm = تأكيد عنوان
message-kind-price_fell = شيء في قائمتك صار أرخص
