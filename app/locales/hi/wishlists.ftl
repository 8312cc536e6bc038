# इच्छा-सूचियाँ: ब्राउज़र या खाते की, लिंक से साझा, घटते दाम पर नज़र।
wishlists-title = आपकी सूचियाँ
wishlists-none = अभी कोई सूची नहीं है। किसी चीज़ के पेज से उसे सूची में डालें, या यहाँ एक बनाएँ।
wishlists-guest = आपकी सूचियाँ सिर्फ़ इस ब्राउज़र के लिए रखी जाती हैं, आख़िरी बदलाव के छह महीने बाद तक। हर डिवाइस पर पाने के लिए साइन इन करें।
wishlist-own = मेरी सूची
wishlist-put-in = सूची में डालें
wishlist-from-cart = सूची में ले जाएँ
wishlist-holds = { $count ->
    [0] अभी कुछ नहीं
    [one] { $count } चीज़
   *[other] { $count } चीज़ें
}
wishlist-make-name = नई सूची का नाम
wishlist-make = सूची बनाएँ
wishlist-name = नाम
wishlist-save = सहेजें
wishlist-settings = इस सूची के बारे में
wishlist-delete = सूची मिटाएँ
wishlist-gone = सूची मिटा दी गई।
wishlist-removed = यह सूची से निकल गया।
wishlist-put = यह अब इस सूची में है।
wishlist-known = यह पहले से इस सूची में था।
wishlist-moved = यह अब इस सूची में है, कार्ट में नहीं।
wishlist-saved = सहेज लिया।
wishlist-back = यह वापस आ गया।
wishlist-unshared = लिंक बंद हो गया। अब इससे सूची किसी को नहीं दिखती।
wishlist-full = एक सूची में { $count } अलग-अलग चीज़ें आती हैं। एक निकालें, या दूसरी सूची लें।
wishlist-too-many = आपकी { $count } सूचियाँ हैं, इससे ज़्यादा नहीं रखी जातीं। नई बनाने के लिए एक मिटाएँ।
wishlist-no-name = सूची का नाम लिखें।
wishlist-long-name = नाम में ज़्यादा से ज़्यादा { $count } अक्षर होते हैं। कृपया छोटा करें।
wishlist-long-note = नोट में ज़्यादा से ज़्यादा { $count } अक्षर होते हैं। कृपया छोटा करें।
wishlist-empty = इस सूची में अभी कुछ नहीं है।
wishlist-empty-now = इस समय इस सूची में कुछ नहीं है।
wishlist-wanted = चाहिए: { $count }
wishlist-note = अपने लिए नोट
wishlist-in = सूची में
wishlist-cheaper = जब आपने डाला था, तब से सस्ता: तब दाम { $before } था।
wishlist-dearer = जब आपने डाला था, तब से महँगा: तब दाम { $before } था।
wishlist-buy-all = सब कुछ कार्ट में डालें
wishlist-share-title = सूची साझा करें
wishlist-share-text = जिसके पास लिंक है, वह सूची का नाम और उसकी चीज़ें देखता है और उन्हें ख़रीद सकता है। आपके बारे में या आपके नोट उसे नहीं दिखते। लिंक तब तक चलता है, जब तक आप उसे बंद न करें।
wishlist-share-there = लिंक बना हुआ है। जब तक आप बंद न करें, दूसरों को सूची दिखती है।
wishlist-somebodys = एक इच्छा-सूची
wishlist-somebodys-text = किसी ने यह सूची आपसे साझा की है। जो आप कार्ट में डालते हैं, वह आप ख़रीदते हैं; किसी को बताया नहीं जाता।
account-joined-lists = { $lists ->
    [one] इस ब्राउज़र की { $lists } सूची अब आपके खाते में है।
   *[other] इस ब्राउज़र की { $lists } सूचियाँ अब आपके खाते में हैं।
}
wishlist-watch-title = जानें, जब कुछ सस्ता हो या वापस आए
wishlist-watch-text = इस सूची की कोई चीज़ सस्ती हो या फिर से ख़रीदी जा सके, तो हम लिखते हैं: हर गिरावट पर एक बार, और रात में कभी नहीं। हर पत्र में उन्हें रोकने का लिंक है, और एक साल बाद हम फिर पूछते हैं।
wishlist-watch-to = हम { $email } पर लिखेंगे।
wishlist-watch-button = मुझे ईमेल से बताएँ
wishlist-watch-on = { $email } पर बताया जाता है।
wishlist-watch-waits = हमने { $email } पर पत्र भेजा है। उसमें दिया लिंक दबाएँ, तब से हम बताएँगे।
wishlist-watch-end = अब न बताएँ
wishlist-asked = लिंक वाला पत्र रास्ते में है। लिंक दबाएँ, तब से हम बताएँगे।
wishlist-watched = लिख लिया: अब से हम बताएँगे।
wishlist-unwatched = अब इस सूची के बारे में नहीं बताया जाएगा।
wishlist-over = यह लिंक अब काम नहीं करता: इस्तेमाल हो चुका है, तीन दिन से पुराना है, या नया भेजा गया है।
wishlist-confirm-title = सूची के बारे में बताना
wishlist-confirm-text = एक बार दबाएँ, और सूची की कोई चीज़ सस्ती हो या वापस आए तो हम लिखेंगे।
wishlist-privacy = आपकी सूचियाँ आपके खाते के लिए, या आख़िरी बदलाव के छह महीने बाद तक सिर्फ़ इस ब्राउज़र के लिए रखी जाती हैं। अगर आप चाहें कि सूची में कुछ सस्ता होने या वापस आने पर बताएँ, तो इसके लिए आपका ईमेल पता तब तक रखते हैं, जब तक आप रोकें नहीं, ज़्यादा से ज़्यादा एक साल; जिस पते की कोई पुष्टि नहीं करता, उसे तीन दिन।
letter-list_confirm-subject = क्या हम आपको आपकी सूची के बारे में बताएँ?
letter-list_confirm-heading = क्या हम आपको आपकी सूची के बारे में बताएँ?
letter-list_confirm-text = किसी ने, उम्मीद है आपने ही, कहा कि सूची की कोई चीज़ सस्ती हो या वापस आए तो इस पते पर लिखें। अगर आप यह चाहते हैं, तो तीन दिन में लिंक दबाएँ। अगर यह आप नहीं थे, तो कुछ करना नहीं है: उसके बिना हम और नहीं लिखेंगे।
letter-button-list_confirm = हाँ, बताएँ
letter-price_fell-subject = { $count ->
    [one] { $thing } अब सस्ता है
   *[other] आपकी सूची की { $count } चीज़ें अब सस्ती हैं
}
letter-price_fell-heading = { $count ->
    [one] { $thing } अब सस्ता है
   *[other] आपकी सूची की { $count } चीज़ें अब सस्ती हैं
}
letter-price_fell-text = आपने बताने को कहा था। दाम फिर बढ़ सकते हैं, और कुछ अलग नहीं रखा है।
letter-price_fell-now = { $price } (पहले: { $before })
letter-button-lists = अपनी सूचियाँ देखें
message-kind-list_confirm = पते की पुष्टि
message-kind-price_fell = सूची की कोई चीज़ सस्ती हुई
