# Searching: the form, its suggestions, its results.
search-label = दुकान में खोजें
search-go = खोजें
search-results = “{ $query }” के नतीजे
search-corrected = “{ $corrected }” के नतीजे दिखाए जा रहे हैं।
search-instead = “{ $typed }” ही खोजें
search-left-out = किसी चीज़ में ये सारे शब्द नहीं हैं। “{ $word }” के बिना ये हैं।
search-nothing = “{ $query }” के लिए कुछ नहीं मिला
search-nothing-text = कोई और शब्द आज़माएँ, या यहाँ से शुरू करें।
search-empty = आप क्या ढूँढ रहे हैं?
search-shelves = श्रेणियाँ

search-ideas = सुझाव
search-ideas-count = { $count ->
    [one] { $count } सुझाव
   *[other] { $count } सुझाव
}
search-completions = खोजें
search-goods = चीज़ें
search-recent = हाल की खोजें
search-forget = ये खोजें भूल जाएँ
search-cut = यह खोज बहुत लंबी चली और रोक दी गई। शायद और भी हो: कम शब्दों से जल्दी मिलता है।
