# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = بطاقة هدايا ‎···{ $tail }
gift-card-holds = فيها { $sum }.
gift-card-empty = لم يبقَ فيها شيء.
gift-card-other-currency = فيها { $sum }، وتدفع بهذه العملة فقط.
gift-card-bought = بطاقة هدايا بقيمة { $sum }
gift-card-given = رصيد في المتجر بقيمة { $sum } بدل ردّ المال
gift-card-left = بقي فيها { $sum }.
gift-card-paid = بطاقة هدايا { $sum }
gift-cards-heading = بطاقات الهدايا الخاصة بك
gift-cards-use = من لديه الرمز يستطيع الدفع به: اكتبه في السلة أو قبل الدفع. لا تنتهي صلاحيته.
