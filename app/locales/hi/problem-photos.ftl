# ऑर्डर में क्या गड़बड़ है, उसकी तस्वीरें।
problem-photos = तस्वीरें (वैकल्पिक)
problem-photos-hint = { $most } तक: JPEG, PNG, WebP या GIF, हर एक ज़्यादा से ज़्यादा { $size } MB. इन्हें केवल हम और वे लोग देखते हैं जो यह ऑर्डर खोल सकते हैं। कब और कहाँ ली गईं, यह जानकारी हटा दी जाती है।
problem-photos-choose = तस्वीरें चुनें
problem-photos-camera = या अभी खींचें
problem-photo-kept = इसे भेजें
problem-photo-of = { $count } में से तस्वीर { $at }
problem-photo-large = { $name } { $most } MB से बड़ी है।
problem-photo-kind = { $name } JPEG, PNG, WebP या GIF तस्वीर नहीं है।
problem-photo-broken = { $name } ख़राब है। दोबारा खींचें या दूसरी चुनें।
problem-photo-pixels = { $name } में पिक्सेल बहुत ज़्यादा हैं, या हैं ही नहीं।
problem-photo-misnamed = { $name } वैसी तस्वीर नहीं है जैसा उसका नाम बताता है।
problem-photo-many = { $name } छोड़ दी गई: एक रिपोर्ट के साथ ज़्यादा से ज़्यादा { $most } तस्वीरें जाती हैं।
problem-photo-ours = { $name } अभी रखी नहीं जा सकी। ग़लती हमारी है; फिर से कोशिश करें।
