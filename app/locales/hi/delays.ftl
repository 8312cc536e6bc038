# What is said before the checkout of when things leave, and of what delays them.
order-by = { $day } को { $time } तक ऑर्डर करें, उसी दिन रवाना होगा
order-by-ours = { $day } को { $time } (हमारे समय) तक ऑर्डर करें, उसी दिन रवाना होगा
ready-in = { $count ->
    [one] आपके लिए बनाया जाता है: { $count } कामकाजी दिन में तैयार
   *[other] आपके लिए बनाया जाता है: { $count } कामकाजी दिनों में तैयार
}
delay-says = { $count ->
    [one] { $why }: { $until } तक डिलीवरी में { $count } कामकाजी दिन ज़्यादा लगेगा। दिखाए गए दिनों में यह शामिल है।
   *[other] { $why }: { $until } तक डिलीवरी में { $count } कामकाजी दिन ज़्यादा लगेंगे। दिखाए गए दिनों में यह शामिल है।
}
delay-weather = ख़राब मौसम
delay-strike = हड़ताल
delay-peak = आम दिनों से ज़्यादा पार्सल
delay-border = सीमा पर जाँच
delay-house = हमारे गोदाम में काम
desk-delays = देरी
desk-new-delay = देरी की सूचना दें
desk-delay-country = देश
desk-delay-postcode = इनसे शुरू होने वाले पिनकोड
desk-delay-postcode-hint = पूरे देश के लिए ख़ाली छोड़ें। अक्षर और अंक, जैसे LV10.
desk-delay-days = जोड़े गए कामकाजी दिन
desk-delay-cause = कारण
desk-delay-words = अपने शब्दों में
desk-delay-words-hint = हर भाषा की एक पंक्ति, जैसे: hi: पुल बंद है।
desk-delay-back = वापस लें
desk-delay-none = किसी देरी की सूचना नहीं है।
desk-label-ready = बनाने के कामकाजी दिन
desk-delay-where = कहाँ
