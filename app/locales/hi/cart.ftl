# The cart.
cart-title = कार्ट
cart-open = कार्ट का पेज खोलें
cart-close = बंद करें
cart-checkout = गेस्ट के तौर पर ऑर्डर करें
cart-no-account = खाता बनाने की ज़रूरत नहीं।
cart-empty = अभी इसमें कुछ नहीं है।
cart-saved = बाद के लिए अलग रखा
cart-count = { $count ->
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}
cart-says = { $count ->
    [0] कार्ट खाली है
    [one] कार्ट में एक चीज़, { $total }
   *[other] कार्ट में { $count } चीज़ें, { $total }
}
cart-changed = आपके रखने के बाद कुछ दाम या स्टॉक बदल गए हैं। कौन-से, यह नीचे लिखा है।
cart-accept = नए हिसाब से आगे बढ़ें
cart-text = आपने कार्ट में जो रखा है, आपके देश की डिलीवरी और टैक्स के साथ। खाता बनाने की ज़रूरत नहीं।
cart-delivery-to = डिलीवरी: { $country }
cart-delivery-none = मुमकिन नहीं
cart-elsewhere = देश या मुद्रा बदलें
summary-label = हिसाब
summary-title = आपका ऑर्डर
free-left = { $left } का सामान और लें, तो डिलीवरी मुफ़्त ({ $country })
free-reached = डिलीवरी मुफ़्त ({ $country })

line-unit = { $price } प्रति पीस
line-fewer = एक कम करें
line-more = एक और लें
line-quantity = कितने
line-remove = हटाएँ
line-removed = हटाया गया: { $name }
line-gone = यह अब कार्ट में नहीं है।
line-undo = वापस रखें
line-save = बाद के लिए रखें
line-unsave = कार्ट में वापस डालें
line-sold-out = आपके रखने के बाद बिक गया। आगे बढ़ने के लिए इसे बाद के लिए रखें या हटाएँ।
line-short = { $count ->
    [one] सिर्फ़ एक पीस बचा है; आगे बढ़ने के लिए संख्या घटाएँ।
   *[other] सिर्फ़ { $count } पीस बचे हैं; आगे बढ़ने के लिए संख्या घटाएँ।
}
line-price-changed = जब आपने रखा था, तब दाम { $before } था।

refused-only-left = { $count ->
    [one] इसका सिर्फ़ एक पीस मिल सकता है; संख्या पहले जैसी ही है।
   *[other] इसके सिर्फ़ { $count } पीस मिल सकते हैं; संख्या पहले जैसी ही है।
}
refused-sold-out = यह अभी-अभी बिक गया; कार्ट में कुछ नहीं डाला गया।
refused-not-sold = यह अब नहीं बिकता, या इस बीच कार्ट बदल गया है। कुछ नहीं बदला गया।
refused-quantity = 1 से 999 तक की पूरी संख्या लिखें।
refused-full = कार्ट में { $count } अलग-अलग चीज़ें ही आती हैं। नई डालने के लिए एक हटाएँ।

gift-title = यह उपहार है
gift-note = पार्सल में रखने का संदेश
gift-hint = अधिकतम { $count } अक्षर। हम इसे कार्ड पर लिखते हैं; पार्सल में कीमतें नहीं रखी जातीं।
gift-paper = रैपिंग
gift-no-paper = बिना रैपिंग
gift-keep = सहेजें
refused-long-note = संदेश में अधिकतम { $count } अक्षर हो सकते हैं। कृपया इसे छोटा करें।
desk-gift-note = उपहार: यह संदेश रखें, कीमतें नहीं
