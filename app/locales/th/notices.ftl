# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = แบบฟอร์มนี้ส่งมาจากที่อื่น
notice-foreign-text = เปิดหน้านั้นในร้าน แล้วส่งอีกครั้ง
notice-slow = การเชื่อมต่อช้าเกินไป
notice-slow-text = ทุกอย่างยังคงเหมือนเดิม ส่งอีกครั้งเมื่อสัญญาณดีขึ้น
notice-large = ใหญ่เกินกว่าที่เรารับได้
notice-large-text = ตัดข้อความให้สั้นลง หรือเลือกไฟล์ที่เล็กกว่านี้
notice-long = ที่อยู่เว็บนี้ยาวเกินไป
notice-long-text = เริ่มใหม่จากหน้าแรก
notice-many = ช้าลงอีกนิด
notice-many-text = มีคำขอเข้ามาจากเครือข่ายของคุณจำนวนมาก รอสักครู่แล้วลองใหม่ ตะกร้าของคุณยังอยู่
notice-missing = สิ่งที่คุณส่งไม่มีปลายทาง
notice-missing-text = ทุกอย่างยังคงเหมือนเดิม โหลดหน้าเดิมใหม่ แล้วส่งอีกครั้ง
notice-broken = มีบางอย่างเสีย และเป็นที่เราเอง
notice-broken-text = ตะกร้าและคำสั่งซื้อของคุณยังอยู่ดี ลองใหม่ในอีกสักครู่
notice-busy = ตอนนี้คนแน่นร้าน
notice-busy-text = รอสักครู่แล้วลองใหม่ ตะกร้าของคุณยังอยู่
notice-home = ไปหน้าแรก
