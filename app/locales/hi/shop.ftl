# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = सीधे सामग्री पर जाएँ
menu-label = दुकान
menu-orders = ऑर्डर
footer-label = मदद
footer-about = घर, डेस्क, रसोई, बगीचे और सफ़र के लिए अच्छी बनी चीज़ें। रीगा में हाथ से पैक की हुई।
footer-trial = यह एक डेमो है: भुगतान और पार्सल नकली हैं, न कोई पैसा कटता है, न कुछ भेजा जाता है।
to-the-shop = दुकान देखें
change = बदलें

not-found-title = इस पते पर कुछ नहीं है
not-found-text = शायद पेज की जगह बदल गई है, या लिंक में कोई चूक है। बाकी सब अपनी जगह पर है।
broken-title = हमारी तरफ़ कुछ बिगड़ गया
broken-text = कोई पैसा नहीं कटा और आपका कार्ट सुरक्षित है। एक मिनट में फिर कोशिश करें।
busy-title = दुकान में बहुत भीड़ है
busy-text = आपका कार्ट सुरक्षित है। कुछ सेकंड में फिर कोशिश करें।

delivery-free = मुफ़्त
sum-goods = सामान
sum-delivery = डिलीवरी
sum-delivery-so-far = डिलीवरी, कम से कम
sum-total = कुल
sum-tax-inside = इसमें वैट: { $tax }
tax-inside = इसमें { $percent } वैट: { $tax }
tax-reverse-charge = वैट के बिना: वैट खरीदार चुकाता है (रिवर्स चार्ज)।
tax-export = वैट के बिना: सामान यूरोपीय संघ से बाहर जाता है।
choose = चुनें

expect-label = क्या उम्मीद रखें
expect-delivery-title = कुछ ही दिनों में आपके दरवाज़े पर
expect-returns-title = मन बदलने के लिए तीस दिन
expect-returns-text = जैसा आया था वैसा ही लौटा दें। जिस दिन हम तक पहुँचेगा, पैसा उसी दिन चल देगा।
expect-following-title = दरवाज़े तक नज़र रखें
expect-following-text = एक ही पेज बताता है कि पार्सल इस वक्त कहाँ है, बिना खाते के।

settings-title = भाषा, देश और मुद्रा
settings-text = तीनों अलग-अलग चुने जाते हैं। देश से डिलीवरी और टैक्स तय होते हैं, मुद्रा से यह कि आप किसमें भुगतान करेंगे।
settings-language = भाषा
settings-country = डिलीवरी का देश
settings-country-hint = दाम, डिलीवरी के दिन और टैक्स इसी से तय होते हैं।
settings-currency = मुद्रा
settings-currency-hint = पैसा इसी मुद्रा में लिया जाता है; दर उस दिन की रहती है।
settings-save = सेव करें
settings-now = डिलीवरी: { $country }, भुगतान: { $currency }
settings-unknown-currency = दुकान इस मुद्रा को नहीं जानती। दाम पहले की तरह इसी मुद्रा में हैं: { $currency }।
settings-unknown-country = दुकान वहाँ डिलीवरी नहीं करती। दाम और दिन पहले की तरह इसी देश के हैं: { $country }।
settings-unknown-language = दुकान अभी यह भाषा नहीं बोलती। कुछ नहीं बदला।
