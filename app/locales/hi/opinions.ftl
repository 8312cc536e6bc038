# What somebody thinks of an order that has come.
opinion-title = ऑर्डर { $number }: कैसा रहा?
opinion-text = आपने जो बताया वह यहाँ दिखता है और बदला जा सकता है। इसे सिर्फ़ हम पढ़ते हैं; कुछ भी प्रकाशित नहीं होता।
opinion-mark = कैसा रहा?
opinion-5 = बहुत अच्छा
opinion-4 = अच्छा
opinion-3 = ठीक-ठाक
opinion-2 = कुछ खास नहीं
opinion-1 = बिल्कुल अच्छा नहीं
opinion-words = अपने शब्दों में
opinion-button = भेजें
opinion-thanks = धन्यवाद। हम हर शब्द पढ़ते हैं।
opinion-nothing = कृपया कोई अंक चुनें या कुछ लिखें।
desk-opinions = कैसा रहा?
desk-opinions-none = अभी किसी ने कुछ नहीं बताया।
letter-button-how_was_it = बताएँ कैसा रहा
