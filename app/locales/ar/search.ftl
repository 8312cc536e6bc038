# Searching: the form, its suggestions, its results.
search-label = ابحث في المتجر
search-go = ابحث
search-results = نتائج البحث عن «{ $query }»
search-corrected = نعرض نتائج «{ $corrected }».
search-instead = ابحث عن «{ $typed }» كما كُتبت
search-left-out = لا قطعة فيها كل هذه الكلمات. هذه تطابق من دون «{ $word }».
search-nothing = لم نجد شيئًا عن «{ $query }»
search-nothing-text = قد تنفع كلمة أخرى، أو ابدأ من هنا.
search-empty = عمّ تبحث؟
search-shelves = الأقسام

search-ideas = اقتراحات
search-ideas-count = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
search-completions = عمليات بحث
search-goods = قطع
search-recent = بحثت عنه مؤخرًا
search-forget = انسَ عمليات البحث هذه
search-cut = استغرق هذا البحث وقتًا طويلًا فأُنهي. قد يوجد المزيد: الكلمات الأقل أسرع.
