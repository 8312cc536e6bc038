# Goods: the first page, lists, a product.
home-title = रोज़ के लिए अच्छी बनी चीज़ें
home-heading = चीज़ें जो बरतने के लिए बनी हैं
home-text = छोटे कारखानों के मग, लैंप, चाकू और बैग: टिकने के लिए बने, ईमानदारी से बताए गए, कुछ ही दिनों में आपके दरवाज़े पर।
home-button = रसोई से शुरू करें
home-categories = एक-एक कमरा
home-liked = सबकी पसंद
home-new = अभी-अभी आया

price-from = { $price } से शुरू
price-was = पहले
rating-label = 5 में से { $average } स्टार, { $count ->
    [one] { $count } रेटिंग के आधार पर
   *[other] { $count } रेटिंग के आधार पर
}
badge-sold-out = बिक गया
badge-reduced = दाम घटा
badge-new = नया
card-colours = { $count ->
    [one] एक रंग
   *[other] { $count } रंग
}

trail-label = आप यहाँ हैं
trail-home = होम
list-count = { $count ->
    [0] कुछ नहीं
    [one] एक चीज़
   *[other] { $count } चीज़ें
}
list-count-more = कम से कम { $count } चीज़ें
list-title-page = { $title }, पेज { $page }
list-narrower = और छाँटें
list-all = सब
list-empty = यह शेल्फ़ खाली है। बाकी भरी हैं।
sort-label = क्रम
sort-popular = सबकी पसंद
sort-newest = सबसे नया
sort-price = दाम, कम से ज़्यादा
sort-price-down = दाम, ज़्यादा से कम
sort-rating = सबसे अच्छी रेटिंग
sort-saving = सबसे ज़्यादा छूट
sort-relevance = सबसे उपयुक्त
filter-title = फ़िल्टर
filter-title-count = फ़िल्टर ({ $count } चुने गए)
filter-part = प्रकार
filter-price = कीमत ({ $currency })
filter-price-least = से
filter-price-most = तक
filter-price-between = { $least } से { $most } तक
filter-price-to = { $price } तक
filter-stars = रेटिंग
filter-stars-any = कोई भी
filter-stars-least = { $count } सितारे या अधिक
filter-stock-title = उपलब्धता
filter-stock = स्टॉक में
filter-apply = ये चीज़ें दिखाएँ
filter-whole = सभी दिखाएँ ({ $count })
filter-chosen = चुने गए फ़िल्टर
filter-remove = फ़िल्टर हटाएँ: { $filter }
filter-clear = सब हटाएँ
filter-value = { $facet }: { $value }
filter-promoted = अक्सर चुने जाने वाले
filter-nothing = एक साथ इन सबसे मेल खाने वाला कुछ नहीं है।
filter-looser = { $filter } के बिना: { $things }
pages-label = पेज
pages-previous = पिछला
pages-more = और दिखाएँ
pages-here = पेज { $page }, कुल { $last }

gallery-label = तस्वीरें
gallery-view = तस्वीर { $at } देखें
product-maker = बनाने वाले: { $maker }
product-tax = { $percent } वैट सहित
product-tax-none = वैट के बिना; ऊपर से आयात कर लग सकता है
price-unit-g = { $price } प्रति किलो
price-unit-ml = { $price } प्रति लीटर
price-unit-cm = { $price } प्रति मीटर
price-unit-piece = { $price } प्रति पीस
price-lowest = पिछले 30 दिनों का सबसे कम दाम: { $price }
product-quantity = कितने
product-add = कार्ट में डालें
product-story = इसकी कहानी
product-facts = पूरी जानकारी
product-related = इसके साथ जँचेगा
product-together = अक्सर साथ में ख़रीदे जाते हैं
product-sold-out = यह वाला बिक गया। दूसरे शायद मिल जाएँ; जिन पर लकीर है वे नहीं हैं।
product-gone = यह अब नहीं बिकता।
restock-wish = वापस आए तो मुझे बताएँ
restock-hint = वापस आने पर आपको एक ही ईमेल मिलेगा। फिर हम आपका पता भूल जाएँगे; एक साल बाद हर हाल में।
restock-kept = लिख लिया। वापस आने पर आपको एक ही ईमेल मिलेगा, फिर हम आपका पता भूल जाएँगे।
restock-back = यह वापस आ चुका है, इंतज़ार की ज़रूरत नहीं।
option-sold-out = बिक गया
option-not-made = इस मेल में नहीं बनता
stock-in = स्टॉक में है, एक कामकाजी दिन में रवाना
stock-low = { $count ->
    [one] बस एक पीस बचा है
   *[other] बस { $count } पीस बचे हैं
}
line-delivery = { $country } में: { $days }
line-delivery-cost = डिलीवरी { $price }, { $free } से मुफ़्त
line-delivery-price = डिलीवरी { $price }
line-delivery-none = इस देश में डिलीवरी नहीं: { $country }
line-delivery-none-text = वहाँ जाने वाली हर कूरियर कंपनी के लिए यह बहुत भारी या बहुत बड़ा है।
line-customs = यह सरहद पार जाता है
line-customs-text = पहुँचने पर आयात कर और सीमा शुल्क माँगा जा सकता है। भुगतान से पहले चेकआउट में उसका अंदाज़ा दिख जाएगा।
line-returns = लौटाने के लिए तीस दिन
line-returns-how = लौटाने का तरीका देखें

reviews-title = रेटिंग
reviews-none = अभी तक किसी ने इसे रेटिंग नहीं दी है।
seen-title = हाल में देखा
seen-kept = इन्हें सिर्फ़ यही ब्राउज़र याद रखता है।
seen-forget = इन्हें भूल जाएँ
seen-forgotten = भुला दिए गए
line-online = तुरंत, ऑर्डर के पेज पर
line-online-text = इसके लिए पार्सल नहीं चाहिए, इसलिए डिलीवरी मुफ़्त है।
product-tax-voucher = अभी कोई कर नहीं: कार्ड खर्च होने पर लगेगा
