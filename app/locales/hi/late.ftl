# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = कूरियर कंपनी कहती है कि देर हो गई है, और अब तक नया दिन नहीं बताया है।
way-due = पहुँचना था
way-late = वादे से देर हो गई।
way-late-text = हमें खेद है। जो पता चलेगा, तुरंत यहाँ दिखेगा; जवाब चाहिए तो हमसे पूछें।
way-late-link = इसके बारे में पूछें
way-unsent = इसे { $day } तक यहाँ से निकलना था, पर यह अभी यहीं है। पैक होते ही निकलेगा, और तब हम आपको लिखेंगे।
way-van-before = यह गाड़ी में था, और अब तक किसी ने हमें नहीं बताया कि पहुँच गया।
wish-carriers-own = { $carrier } रास्ते में हमसे कोई इच्छा नहीं लेती। दूसरा दिन या जगह मिल सकती है या नहीं, यह उसका अपना पेज बताता है।
wish-carriers-page = { $carrier } का पेज देखें
wish-carriers-none = { $carrier } रास्ते में कोई इच्छा नहीं लेती: यह डिलीवरी जैसी है, वैसी ही रहेगी।
letter-late-attempt_failed = घर पर कोई नहीं था।
letter-late-exception = कूरियर कंपनी के यहाँ इसे किसी बात ने रोका।
letter-delayed_undated-subject = ऑर्डर { $number }: आपके पार्सल में देर है
letter-delayed_undated-heading = यह बताए गए समय से देर से आएगा
letter-delayed_undated-text = कूरियर कंपनी कहती है कि आपके पार्सल में देर हो गई है, और अब तक नया दिन नहीं बताया है। इंतज़ार के लिए खेद है। दिन पता चलते ही वह ऑर्डर के पेज पर होगा।
sms-delayed_undated = देर हो गई; नया दिन अभी नहीं।
