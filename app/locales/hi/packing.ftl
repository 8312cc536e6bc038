# ऑर्डर पैक होने से पहले का समय।
change-until = आप इस ऑर्डर को { $time } तक बदल सकते हैं।
desk-packing-waits = ख़रीदार इसे { $time } तक बदल सकता है। फिर यह पैक होता है।
desk-packing-now = अभी पैक करें
