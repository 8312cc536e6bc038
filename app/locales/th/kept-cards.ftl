# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = บัตรที่จำไว้
kept-text = ผู้ให้บริการชำระเงินเก็บบัตรเหล่านี้ไว้ให้คุณ เรารู้เพียงสิ่งที่เขียนไว้ที่นี่ ตอนชำระเงินกดครั้งเดียวก็จ่ายได้
kept-none = ยังไม่มีบัตรที่จำไว้ ผู้ที่จ่ายด้วยบัตรเลือกให้จำได้ตอนชำระเงิน
kept-card = { $brand } ลงท้ายด้วย { $tail }
kept-until = ใช้ได้ถึง { $until }
kept-tick = จำบัตรที่ฉันใช้จ่าย
kept-tick-text = ผู้ให้บริการชำระเงินเป็นผู้เก็บ ไม่ใช่เรา คุณนำออกได้ในบัญชีของคุณ
account-card-forgotten = นำบัตรออกแล้ว ผู้ให้บริการชำระเงินก็ลืมบัตรนี้ด้วย
kept-privacy = จากบัตรที่จำไว้ เราเก็บยี่ห้อ เลขสี่ตัวท้าย วันหมดอายุ และชื่อที่ผู้ให้บริการชำระเงินใช้เรียก เลขบัตรอยู่ที่ผู้ให้บริการเท่านั้น
testpay-kept = บัตรที่จำไว้
testpay-pay-with = จ่าย { $sum } ด้วยบัตรที่ลงท้ายด้วย { $tail }
testpay-other-card = บัตรอื่น
testpay-keeps = บัตรนี้จะถูกจำไว้สำหรับครั้งหน้า
