# ऑर्डर पैक होने से पहले का समय।
change-until = आप इस ऑर्डर को { $time } तक बदल सकते हैं।
desk-packing-waits = ख़रीदार इसे { $time } तक बदल सकता है। फिर यह पैक होता है।
desk-packing-now = अभी पैक करें
# A carrier that is to come for a parcel.
desk-collect = { $carrier } से उठवाएँ
desk-collect-day = दिन
desk-collect-from = इससे पहले नहीं (घंटा)
desk-collect-until = इसके बाद नहीं (घंटा)
desk-collect-button = पिकअप मँगाएँ
desk-collect-asked = { $carrier } से आने को कहा जा रहा है: { $when }
desk-collect-booked = { $carrier } आएगा: { $when }
desk-collect-refused = { $carrier } नहीं आएगा: { $when }
desk-collect-wrong-moment = ऐसा कोई दिन या घंटा नहीं है: घंटे 0 से 23 तक होते हैं।
desk-collect-wrong-when = ऐसा समय चुनें जो शुरू न हुआ हो, आज से ज़्यादा से ज़्यादा { $days } दिन में।
desk-collect-wrong-short = ड्राइवर को कम से कम { $hours } घंटे चाहिए।
desk-collect-wrong-gone = पार्सल पर लेबल नहीं है, या वह कूरियर के पास है।
desk-collect-wrong-cannot = यह कूरियर पार्सल नहीं उठाता।
desk-collect-wrong-again = यह किसी और समय के लिए पहले ही कहा जा चुका है।
