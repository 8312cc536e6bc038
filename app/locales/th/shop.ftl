# The shop's own words: what stands around every page.
shop-name = Cartwright
page-title = { $title } · Cartwright
skip-to-content = ข้ามไปยังเนื้อหา
menu-label = ร้าน
menu-orders = คำสั่งซื้อ
footer-label = ช่วยเหลือ
footer-about = ของทำดีสำหรับบ้าน โต๊ะทำงาน ครัว สวน และการเดินทาง แพ็กด้วยมือที่กรุงริกา
footer-trial = นี่คือร้านสาธิต การชำระเงินและพัสดุเป็นเพียงการจำลอง ไม่มีการเก็บเงินหรือส่งของจริง
to-the-shop = เดินดูในร้าน
change = เปลี่ยน

not-found-title = ไม่มีอะไรอยู่ที่นี่
not-found-text = หน้านี้อาจย้ายไปแล้ว หรือลิงก์พิมพ์ผิดไปสักตัว อย่างอื่นยังอยู่ที่เดิม
broken-title = มีบางอย่างเสียที่ฝั่งเรา
broken-text = ไม่มีการเรียกเก็บเงิน และตะกร้าของคุณยังอยู่ ลองใหม่ในอีกหนึ่งนาที
busy-title = ตอนนี้ร้านยุ่งมาก
busy-text = ตะกร้าของคุณยังอยู่ ลองใหม่ในอีกไม่กี่วินาที

delivery-free = ฟรี
sum-goods = ค่าสินค้า
sum-delivery = ค่าส่ง
sum-delivery-so-far = ค่าส่ง เริ่มต้น
sum-total = รวมทั้งสิ้น
sum-tax-inside = รวมภาษีมูลค่าเพิ่ม { $tax } แล้ว
tax-inside = รวมภาษีมูลค่าเพิ่ม { $percent } แล้ว: { $tax }
tax-reverse-charge = ไม่คิดภาษีมูลค่าเพิ่ม: ผู้ซื้อเป็นผู้นำส่งภาษีเอง (กลไกผลักภาระภาษีไปยังผู้ซื้อ)
tax-export = ไม่คิดภาษีมูลค่าเพิ่ม: สินค้าส่งออกนอกสหภาพยุโรป
choose = เลือก

expect-label = สิ่งที่คุณจะได้
expect-delivery-title = ถึงหน้าบ้านในไม่กี่วัน
expect-returns-title = เปลี่ยนใจได้ภายใน 30 วัน
expect-returns-text = ส่งคืนในสภาพที่ได้รับ ถึงเราวันไหน เราคืนเงินวันนั้น
expect-following-title = ติดตามได้จนถึงหน้าบ้าน
expect-following-text = หน้าเดียวบอกว่าพัสดุอยู่ที่ไหนแบบเรียลไทม์ ไม่ต้องสมัครสมาชิก

settings-title = ภาษา ประเทศ และสกุลเงิน
settings-text = ตั้งแยกกันได้ทุกอย่าง ประเทศกำหนดการจัดส่งและภาษี สกุลเงินกำหนดว่าคุณชำระเป็นเงินอะไร
settings-language = ภาษา
settings-country = ส่งไปที่
settings-country-hint = ราคา วันจัดส่ง และภาษีเป็นไปตามประเทศนี้
settings-currency = สกุลเงิน
settings-currency-hint = เราเรียกเก็บเป็นสกุลเงินนี้ ตามอัตราแลกเปลี่ยนของวันนั้น
settings-save = บันทึก
settings-now = ส่งถึง{ $country } ชำระเป็น { $currency }
settings-unknown-currency = ร้านไม่รู้จักสกุลเงินนั้น ราคายังเป็น { $currency }
settings-unknown-country = ร้านไม่ส่งไปที่นั่น ราคาและวันจัดส่งยังเป็นของ{ $country }
settings-unknown-language = ร้านยังพูดภาษานั้นไม่ได้ ทุกอย่างยังคงเหมือนเดิม
