# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = บริษัทขนส่งแจ้งว่าล่าช้า และยังไม่ได้บอกวันใหม่
way-due = เดิมกำหนดถึง
way-late = ช้ากว่าที่สัญญาไว้
way-late-text = ขออภัย หากทราบอะไรจะแสดงที่นี่ทันที ถ้าต้องการคำตอบ โปรดถามเรา
way-late-link = ถามเราเรื่องนี้
way-unsent = พัสดุควรออกจากเราภายใน{ $day } แต่ยังอยู่ที่นี่ เมื่อแพ็กเสร็จจะส่งออกทันที แล้วเราจะเขียนถึงคุณ
way-van-before = พัสดุอยู่บนรถส่งแล้ว แต่ยังไม่มีใครแจ้งเราว่าถึงแล้ว
wish-carriers-own = { $carrier } ไม่รับคำขอจากเราระหว่างทาง จะเปลี่ยนวันหรือสถานที่ได้หรือไม่ ดูได้ที่หน้าของบริษัทเอง
wish-carriers-page = ไปที่หน้าของ { $carrier }
wish-carriers-none = { $carrier } ไม่รับคำขอระหว่างทาง การจัดส่งนี้จึงเป็นไปตามเดิม
letter-late-attempt_failed = ไม่มีใครอยู่
letter-late-exception = มีบางอย่างทำให้ล่าช้าที่บริษัทขนส่ง
letter-delayed_undated-subject = คำสั่งซื้อ { $number }: พัสดุของคุณล่าช้า
letter-delayed_undated-heading = จะมาถึงช้ากว่าที่บอกไว้
letter-delayed_undated-text = บริษัทขนส่งแจ้งว่าพัสดุของคุณล่าช้า และยังไม่ได้บอกวันใหม่ ขออภัยที่ต้องรอ เมื่อทราบวันแล้ว หน้าคำสั่งซื้อจะแสดงทันที
sms-delayed_undated = ล่าช้า ยังไม่มีวันใหม่
