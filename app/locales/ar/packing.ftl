# المهلة قبل تغليف الطلب.
change-until = يمكنك تعديل هذا الطلب حتى { $time }.
desk-packing-waits = يمكن للمشتري تعديله حتى { $time }، ثم يُعبّأ.
desk-packing-now = عبّئه الآن
# A carrier that is to come for a parcel.
desk-collect = اطلب من { $carrier } أن يأتي لأخذه
desk-collect-day = اليوم
desk-collect-from = ليس قبل (الساعة)
desk-collect-until = ليس بعد (الساعة)
desk-collect-button = اطلب الاستلام
desk-collect-asked = طُلب من { $carrier } أن يأتي: { $when }
desk-collect-booked = سيأتي { $carrier }: { $when }
desk-collect-refused = لن يأتي { $carrier }: { $when }
desk-collect-wrong-moment = لا يوجد يوم أو ساعة كهذه: الساعات من 0 إلى 23.
desk-collect-wrong-when = اختر وقتًا لم يبدأ بعد، خلال { $days } يومًا على الأكثر.
desk-collect-wrong-short = يحتاج السائق إلى { $hours } ساعات على الأقل.
desk-collect-wrong-gone = ليس للطرد ملصق، أو أنه عند شركة الشحن.
desk-collect-wrong-cannot = شركة الشحن هذه لا تستلم الطرود.
desk-collect-wrong-again = طُلب ذلك من قبل في وقت آخر.
