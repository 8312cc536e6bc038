# Ways to pay, and paying an order that waits for its money.
method-card = कार्ड
method-card-text = कार्ड की जानकारी आप भुगतान कंपनी के अपने पेज पर भरते हैं। दुकान को उसका नंबर कभी नहीं दिखता।
method-pay_by_bank = नेट बैंकिंग
method-pay_by_bank-text = आप अपना बैंक चुनते हैं, वहाँ भुगतान मंज़ूर करते हैं और लौट आते हैं।
method-bank_transfer = बैंक ट्रांसफ़र
method-cash_on_delivery = कैश ऑन डिलीवरी
method-trial = इस डेमो में भुगतान कंपनी TestPay है: न असली कार्ड, न असली पैसा।
flow-page = आप { $name } पर भुगतान मंज़ूर करके लौट आते हैं।
flow-parts = { $count ->
    [one] एक किस्त
   *[other] { $count } बराबर किस्तों
} में, बिना ब्याज:
flow-code = आपको एक कोड मिलता है, जिसे स्कैन करें या अपने ऐप में कॉपी करें।
flow-slip = आपको एक नंबर मिलता है, जिससे आप तीन दिन के अंदर काउंटर पर भुगतान करते हैं।
flow-transfer = आपको वह खाता बताया जाता है जिसमें पैसा भेजना है। पैसा आते ही हम पैक करेंगे।
flow-door = पैसा आप पार्सल लाने वाले को देते हैं।
more-ways = भुगतान के और तरीके
ways-none = यहाँ भुगतान का कोई भी तरीका इस ऑर्डर के लिए नहीं चलता। कोई और मुद्रा या डिलीवरी का कोई और तरीका चुनें।

review-then-page = भुगतान आप भुगतान कंपनी के पेज पर करते हैं। सामान 15 मिनट तक आपके लिए अलग रखा रहेगा।
review-then-parts = किस्तें आप भुगतान कंपनी के पेज पर मंज़ूर करते हैं। सामान 15 मिनट तक आपके लिए अलग रखा रहेगा।
review-then-code = आपको भुगतान के लिए एक कोड मिलता है। सामान एक घंटे तक आपके लिए अलग रखा रहेगा।
review-then-slip = आपको काउंटर पर भुगतान के लिए एक नंबर मिलता है। जब तक वह नंबर चलेगा, सामान आपके लिए अलग रखा रहेगा।
review-then-transfer = आपको वह खाता बताया जाता है जिसमें पैसा भेजना है। सामान 7 दिन तक आपके लिए अलग रखा रहेगा।
review-then-door = भुगतान आप पार्सल मिलने पर करते हैं। पैकिंग हम तुरंत शुरू कर देते हैं।

unpaid-waiting = इस ऑर्डर का भुगतान बाकी है। सामान { $until } तक आपके लिए अलग रखा है।
unpaid-cancelled = आप बिना भुगतान किए लौट आए। सामान { $until } तक आपके लिए अलग रखा है।
unpaid-later = भुगतान वाले पेज से जवाब नहीं आया। आपका ऑर्डर सुरक्षित है और सामान { $until } तक अलग रखा है; कोई पैसा नहीं कटा।
decline-refused = बैंक ने भुगतान मंज़ूर नहीं किया।
decline-no_money = खाते में पर्याप्त पैसे नहीं थे।
decline-by_owner = भुगतान की पुष्टि नहीं हुई।
decline-expired = भुगतान का समय समाप्त हो गया।
decline-then = कुछ भी नहीं काटा गया। फिर से कोशिश करें या किसी और तरीके से भुगतान करें।
paying-heading = भुगतान बाकी: { $name }
paying-part = { $came } मिल गए। { $missing } अब भी बाकी हैं।
pay-otherwise = किसी और तरीके से भुगतान करें
pay-otherwise-button = इस तरीके से भुगतान करें
until-moment = { $day }, { $time }
waiting-code = यह कोड स्कैन करें या अपने ऐप में खोलें। भुगतान { $until } तक हो सकता है।
waiting-slip = { $until } तक काउंटर पर इस नंबर से भुगतान करें। पैसा आते ही यह पेज बता देगा।
waiting-account = { $until } तक यह रकम इस खाते में भेजें, और रेफ़रेंस ठीक यही लिखें। पैसा आते ही यह पेज बता देगा।
waiting-scan = भुगतान का कोड
waiting-app = ऐप खोलें
waiting-copy = या यह कोड कॉपी करें
waiting-page = भुगतान कैसे करें, भुगतान कंपनी के पेज पर देखें
waiting-page-trial = इस डेमो में किसी को पैसा नहीं मिलता: TestPay के पेज पर बैंक की भूमिका निभाएँ
account-holder = खाताधारक
account-bank = बैंक
account-iban = IBAN
account-bic = BIC
account-number = खाता नंबर
account-branch = शाखा कोड
account-clabe = CLABE
account-reference = रेफ़रेंस

paid-heading = भुगतान
paid-taken = { $sum } का भुगतान हुआ: { $name }
paid-promised = { $sum } रोककर रखे गए हैं ({ $name })। पार्सल निकलने पर कटेंगे।
paid-door = पार्सल मिलने पर { $sum } का भुगतान करना है।
paid-going-back = { $sum } आपके पास लौट रहे हैं।
paid-back = { $sum } लौटा दिए गए।
event-payment_promised = भुगतान की पुष्टि हुई
event-payment_part = भुगतान का एक हिस्सा आया
event-payment_unwanted = ऐसा भुगतान आया जिसकी अब ज़रूरत नहीं; वह लौटाया जा रहा है
event-payment_broken = पैसा नहीं काटा जा सका
sum-due = अब देना है
pay-button-nothing = ऑर्डर करें
review-then-nothing = अब कुछ देना बाकी नहीं है। ऑर्डर तुरंत हो जाएगा।
method-nothing = कुछ देना बाकी नहीं
flow-nothing = गिफ़्ट कार्ड और ऑफ़र सब कुछ चुका देते हैं।
paid-nothing = कुछ देना बाकी नहीं था।
event-refund_bounced = पैसा लौटाया नहीं जा सका। इसके बदले इस पेज पर आपका गिफ़्ट कार्ड है
