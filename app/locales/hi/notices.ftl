# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = यह फ़ॉर्म कहीं और से आया है
notice-foreign-text = दुकान में पेज खोलें और इसे फिर भेजें।
notice-slow = कनेक्शन बहुत धीमा था
notice-slow-text = कुछ नहीं बदला। नेटवर्क ठीक होने पर फिर भेजें।
notice-large = इतना हम नहीं ले सकते
notice-large-text = लिखा हुआ छोटा करें या छोटी फ़ाइल चुनें।
notice-long = यह पता बहुत लंबा है
notice-long-text = पहले पेज से फिर शुरू करें।
notice-many = ज़रा धीरे
notice-many-text = आपके नेटवर्क से बहुत सारे अनुरोध आए। थोड़ा रुककर फिर कोशिश करें; आपका कार्ट सुरक्षित है।
notice-missing = जो भेजा गया वह कहीं नहीं पहुँचता
notice-missing-text = कुछ नहीं बदला। जिस पेज से भेजा था उसे फिर खोलें और एक बार और भेजें।
notice-broken = कुछ बिगड़ गया, और गलती हमारी है
notice-broken-text = आपका कार्ट और आपके ऑर्डर सुरक्षित हैं। थोड़ी देर में फिर कोशिश करें।
notice-busy = दुकान में बहुत भीड़ है
notice-busy-text = थोड़ा रुककर फिर कोशिश करें; आपका कार्ट सुरक्षित है।
notice-home = पहले पेज पर जाएँ
