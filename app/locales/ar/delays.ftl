# What is said before the checkout of when things leave, and of what delays them.
order-by = اطلب قبل { $time } يوم { $day } ليخرج في اليوم نفسه
order-by-ours = اطلب قبل { $time } (بتوقيتنا) يوم { $day } ليخرج في اليوم نفسه
ready-in = { $count ->
    [zero] يُصنع لك: جاهز في اليوم نفسه
    [one] يُصنع لك: جاهز خلال يوم عمل واحد
    [two] يُصنع لك: جاهز خلال يومي عمل
    [few] يُصنع لك: جاهز خلال { $count } أيام عمل
    [many] يُصنع لك: جاهز خلال { $count } يوم عمل
   *[other] يُصنع لك: جاهز خلال { $count } يوم عمل
}
delay-says = { $count ->
    [few] { $why }: يستغرق التوصيل { $count } أيام عمل إضافية حتى { $until }. الأيام المعروضة تحسب ذلك.
    [zero] { $why }: يستغرق التوصيل { $count } يوم عمل إضافيًا حتى { $until }. الأيام المعروضة تحسب ذلك.
    [one] { $why }: يستغرق التوصيل يوم عمل واحدًا إضافيًا حتى { $until }. الأيام المعروضة تحسب ذلك.
    [many] { $why }: يستغرق التوصيل { $count } يوم عمل إضافيًا حتى { $until }. الأيام المعروضة تحسب ذلك.
   *[other] { $why }: يستغرق التوصيل { $count } يوم عمل إضافيًا حتى { $until }. الأيام المعروضة تحسب ذلك.
    [two] { $why }: يستغرق التوصيل يومي عمل إضافيين حتى { $until }. الأيام المعروضة تحسب ذلك.
}
delay-weather = سوء الأحوال الجوية
delay-strike = إضراب
delay-peak = طرود أكثر من المعتاد
delay-border = تفتيش على الحدود
delay-house = أعمال في مستودعنا
desk-delays = التأخيرات
desk-new-delay = الإعلان عن تأخير
desk-delay-country = البلد
desk-delay-postcode = الرموز البريدية التي تبدأ بـ
desk-delay-postcode-hint = اتركه فارغًا للبلد كله. حروف وأرقام، مثل LV10.
desk-delay-days = أيام العمل المضافة
desk-delay-cause = السبب
desk-delay-words = بكلماتك
desk-delay-words-hint = سطر لكل لغة، مثل: ar: الجسر مغلق.
desk-delay-back = سحب الإعلان
desk-delay-none = لا تأخيرات معلنة.
desk-label-ready = أيام العمل للصنع
desk-delay-where = المكان
