# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = याद रखे गए कार्ड
kept-text = ये कार्ड आपके लिए हमारा भुगतान प्रदाता रखता है; हम इनके बारे में बस इतना जानते हैं जितना यहाँ लिखा है। चेकआउट पर एक बार दबाकर भुगतान होता है।
kept-none = कोई कार्ड याद नहीं रखा गया। जो कार्ड से भुगतान करता है, वह चेकआउट पर उसे याद रखवा सकता है।
kept-card = { $brand }, अंत में { $tail }
kept-until = { $until } तक मान्य
kept-tick = जिस कार्ड से मैं भुगतान करूँ, उसे याद रखें
kept-tick-text = इसे हमारा भुगतान प्रदाता रखता है, हम नहीं। आप इसे अपने खाते में हटा सकते हैं।
account-card-forgotten = कार्ड हटा दिया गया। हमारा भुगतान प्रदाता भी इसे भूल जाता है।
kept-privacy = याद रखे गए कार्ड का हम ब्रांड, अंतिम चार अंक, वैधता और भुगतान प्रदाता का दिया नाम रखते हैं। उसका नंबर केवल प्रदाता के पास है।
testpay-kept = याद रखे गए कार्ड
testpay-pay-with = { $tail } पर समाप्त होने वाले कार्ड से { $sum } चुकाएँ
testpay-other-card = दूसरा कार्ड
testpay-keeps = यह कार्ड अगली बार के लिए याद रखा जाता है।
