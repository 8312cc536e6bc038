# How what was bought is looked after.
care-title = كيف تعتني به
care-of = كيف تعتني بـ { $name }
desk-label-care = العناية
desk-hint-care = لمن اشتراه: كيف يُغسل أو يُدهن أو يُحفظ. أسطر عادية؛ تظهر في صفحة الطلب وفي رسالة الشحن، لا في صفحة المنتج.
