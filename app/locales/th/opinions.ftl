# What somebody thinks of an order that has come.
opinion-title = คำสั่งซื้อ { $number }: เป็นอย่างไรบ้าง
opinion-text = คุณเห็นสิ่งที่บอกเราได้ที่นี่และแก้ไขได้ มีเพียงเราที่อ่าน ไม่มีการเผยแพร่
opinion-mark = เป็นอย่างไรบ้าง
opinion-5 = ดีมาก
opinion-4 = ดี
opinion-3 = พอใช้
opinion-2 = ไม่ค่อยดี
opinion-1 = ไม่ดีเลย
opinion-words = เล่าด้วยคำของคุณ
opinion-button = ส่ง
opinion-thanks = ขอบคุณ เราอ่านทุกคำ
opinion-nothing = โปรดเลือกคะแนนหรือเขียนสักคำ
desk-opinions = เป็นอย่างไรบ้าง
desk-opinions-none = ยังไม่มีใครบอกอะไรเรา
letter-button-how_was_it = บอกเราว่าเป็นอย่างไร
