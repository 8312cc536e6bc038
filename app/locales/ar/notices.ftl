# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = جاءت هذه الاستمارة من مكان آخر
notice-foreign-text = افتح الصفحة في المتجر وأرسلها من جديد.
notice-slow = كان الاتصال أبطأ من اللازم
notice-slow-text = لم يتغيّر شيء. أرسلها من جديد حين تتحسّن الشبكة.
notice-large = هذا أكثر مما يسعنا
notice-large-text = اختصر النص أو اختر ملفًا أصغر.
notice-long = هذا الرابط أطول من اللازم
notice-long-text = ابدأ من جديد من الصفحة الأولى.
notice-many = على مهل
notice-many-text = وصلت من شبكتك طلبات كثيرة. انتظر لحظة ثم حاول من جديد؛ سلتك محفوظة.
notice-missing = ما أرسلته لا يؤدي إلى شيء
notice-missing-text = لم يتغيّر شيء. أعد تحميل الصفحة التي جاء منها وأرسله مرة أخرى.
notice-broken = تعطّل شيء، والخلل من عندنا
notice-broken-text = سلتك وطلباتك محفوظة. حاول من جديد بعد لحظة.
notice-busy = المتجر مزدحم جدًا
notice-busy-text = انتظر لحظة ثم حاول من جديد؛ سلتك محفوظة.
notice-home = اذهب إلى الصفحة الأولى
