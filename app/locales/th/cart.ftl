# The cart.
cart-title = ตะกร้า
cart-open = เปิดหน้าตะกร้า
cart-close = ปิด
cart-checkout = สั่งซื้อโดยไม่เป็นสมาชิก
cart-no-account = ไม่ต้องสมัครสมาชิก
cart-empty = ยังไม่มีอะไรในนี้
cart-saved = เก็บไว้ซื้อทีหลัง
cart-count = { $count ->
   *[other] { $count } ชิ้น
}
cart-says = { $count ->
    [0] ตะกร้าว่างอยู่
   *[other] ในตะกร้ามี { $count } ชิ้น รวม { $total }
}
cart-changed = ราคาหรือจำนวนสินค้าเปลี่ยนไปหลังจากที่คุณหยิบใส่ตะกร้า ดูได้จากรายการด้านล่างว่าชิ้นไหน
cart-accept = รับตามราคาและจำนวนตอนนี้
cart-text = ของที่คุณหยิบใส่ตะกร้าไว้ พร้อมค่าส่งและภาษีสำหรับประเทศของคุณ ไม่ต้องสมัครสมาชิก
cart-delivery-to = ค่าส่งถึง{ $country }
cart-delivery-none = ส่งไม่ได้
cart-elsewhere = เปลี่ยนประเทศหรือสกุลเงิน
summary-label = สรุปยอด
summary-title = คำสั่งซื้อของคุณ
free-left = ซื้อเพิ่มอีก { $left } ส่งฟรีถึง{ $country }
free-reached = ส่งฟรีถึง{ $country }

line-unit = ชิ้นละ { $price }
line-fewer = ลดหนึ่งชิ้น
line-more = เพิ่มหนึ่งชิ้น
line-quantity = จำนวน
line-remove = นำออก
line-removed = นำ{ $name }ออกแล้ว
line-gone = ไม่อยู่ในตะกร้าแล้ว
line-undo = ใส่กลับคืน
line-save = เก็บไว้ทีหลัง
line-unsave = ย้ายกลับเข้าตะกร้า
line-sold-out = หมดไปหลังจากที่คุณหยิบใส่ตะกร้า เก็บไว้ทีหลังหรือนำออกเพื่อไปต่อ
line-short = { $count ->
   *[other] เหลือเพียง { $count } ชิ้น ลดจำนวนลงเพื่อไปต่อ
}
line-price-changed = ตอนที่คุณหยิบใส่ตะกร้า ราคา { $before }

refused-only-left = { $count ->
   *[other] ซื้อได้เพียง { $count } ชิ้น จำนวนในตะกร้ายังเท่าเดิม
}
refused-sold-out = ชิ้นนี้เพิ่งหมด ยังไม่มีอะไรเพิ่มในตะกร้า
refused-not-sold = สินค้านี้ไม่ได้ขายแล้ว หรือตะกร้าเปลี่ยนไปจากเดิม ทุกอย่างยังคงเหมือนเดิม
refused-quantity = กรอกจำนวนเต็มตั้งแต่ 1 ถึง 999
refused-full = ตะกร้าใส่สินค้าได้ไม่เกิน { $count } รายการ นำออกหนึ่งรายการก่อนใส่รายการใหม่

gift-title = เป็นของขวัญ
gift-note = ข้อความใส่ในพัสดุ
gift-hint = ไม่เกิน { $count } ตัวอักษร เราจะเขียนลงบนการ์ด และในพัสดุจะไม่มีราคา
gift-paper = การห่อของขวัญ
gift-no-paper = ไม่ห่อ
gift-keep = บันทึก
refused-long-note = ข้อความยาวได้ไม่เกิน { $count } ตัวอักษร โปรดเขียนให้สั้นลง
desk-gift-note = ของขวัญ: ใส่ข้อความนี้ และไม่ใส่ราคา
