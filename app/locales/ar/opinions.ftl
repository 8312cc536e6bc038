# What somebody thinks of an order that has come.
opinion-title = الطلب { $number }: كيف كان؟
opinion-text = ترى هنا ما أخبرتنا به ويمكنك تغييره. نقرؤه نحن وحدنا؛ ولا يُنشر منه شيء.
opinion-mark = كيف كان؟
opinion-5 = جيد جدًا
opinion-4 = جيد
opinion-3 = مقبول
opinion-2 = ليس جيدًا
opinion-1 = سيئ
opinion-words = بكلماتك
opinion-button = أرسل
opinion-thanks = شكرًا لك. نحن نقرأ كل كلمة.
opinion-nothing = اختر تقييمًا أو اكتب كلمة من فضلك.
desk-opinions = كيف كان؟
desk-opinions-none = لم يخبرنا أحد بشيء بعد.
letter-button-how_was_it = أخبرنا كيف كان
