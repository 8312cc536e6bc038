# صور لما في الطلب من خطب.
problem-photos = صور (اختياري)
problem-photos-hint = حتى { $most }: بصيغة JPEG أو PNG أو WebP أو GIF، وكل منها { $size } م.ب. على الأكثر. لا يراها إلا نحن ومن يستطيع فتح هذا الطلب. ويُحذف منها وقت التقاطها ومكانه.
problem-photos-choose = اختر صورًا
problem-photos-camera = أو التقط صورة الآن
problem-photo-kept = أرسل هذه
problem-photo-of = الصورة { $at } من { $count }
problem-photo-large = { $name }: أكبر من { $most } م.ب.
problem-photo-kind = { $name }: ليست صورة JPEG أو PNG أو WebP أو GIF.
problem-photo-broken = { $name }: تالفة. التقطها من جديد أو اختر غيرها.
problem-photo-pixels = { $name }: فيها بكسلات أكثر مما ينبغي، أو لا بكسل فيها.
problem-photo-misnamed = { $name }: نوعها غير ما يقوله اسمها.
problem-photo-many = { $name }: تُركت، فلا يُرفق بالبلاغ أكثر من { $most } صور.
problem-photo-ours = { $name }: لم نستطع حفظها الآن. الخطأ منّا؛ حاول مرة أخرى.
