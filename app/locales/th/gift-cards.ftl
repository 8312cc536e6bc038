# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = บัตรของขวัญ ···{ $tail }
gift-card-holds = ในบัตรมี { $sum }
gift-card-empty = ในบัตรไม่มีเงินเหลือแล้ว
gift-card-other-currency = ในบัตรมี { $sum } และจ่ายได้เฉพาะสกุลเงินนี้
gift-card-bought = บัตรของขวัญมูลค่า { $sum }
gift-card-given = เครดิตร้านค้า { $sum } แทนการคืนเงิน
gift-card-left = เหลืออยู่ { $sum }
gift-card-paid = บัตรของขวัญ { $sum }
gift-cards-heading = บัตรของขวัญของคุณ
gift-cards-use = ใครมีโค้ดก็จ่ายด้วยบัตรนี้ได้ กรอกในตะกร้าหรือก่อนชำระเงิน บัตรไม่มีวันหมดอายุ
