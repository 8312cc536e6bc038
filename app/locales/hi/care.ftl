# How what was bought is looked after.
care-title = इसकी देखभाल कैसे करें
care-of = { $name } की देखभाल कैसे करें
desk-label-care = देखभाल
desk-hint-care = जिसने खरीदा उसके लिए: कैसे धोएँ, तेल लगाएँ या रखें। सादी पंक्तियाँ; ये ऑर्डर के पेज और भेजे जाने के पत्र में होती हैं, उत्पाद के पेज पर नहीं।
