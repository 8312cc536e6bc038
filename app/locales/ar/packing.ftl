# المهلة قبل تغليف الطلب.
change-until = يمكنك تعديل هذا الطلب حتى { $time }.
desk-packing-waits = يمكن للمشتري تعديله حتى { $time }، ثم يُعبّأ.
desk-packing-now = عبّئه الآن
