# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = गिफ़्ट कार्ड ···{ $tail }
gift-card-holds = इसमें { $sum } हैं।
gift-card-empty = इसमें अब कुछ नहीं है।
gift-card-other-currency = इसमें { $sum } हैं, और इससे केवल इसी मुद्रा में भुगतान होता है।
gift-card-bought = { $sum } का गिफ़्ट कार्ड
gift-card-given = पैसे लौटाने के बदले { $sum } का स्टोर क्रेडिट
gift-card-left = इसमें { $sum } बचे हैं।
gift-card-paid = गिफ़्ट कार्ड { $sum }
gift-cards-heading = आपके गिफ़्ट कार्ड
gift-cards-use = जिसके पास कोड है वह इससे भुगतान कर सकता है: इसे कार्ट में या भुगतान से पहले लिखें। इसकी कोई समय-सीमा नहीं है।
