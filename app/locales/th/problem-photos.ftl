# รูปของสิ่งที่ผิดปกติในคำสั่งซื้อ
problem-photos = รูปภาพ (ไม่บังคับ)
problem-photos-hint = สูงสุด { $most } รูป: JPEG, PNG, WebP หรือ GIF รูปละไม่เกิน { $size } MB มีเพียงเราและผู้ที่เปิดคำสั่งซื้อนี้ได้เท่านั้นที่เห็น ข้อมูลเวลาและสถานที่ถ่ายจะถูกลบออก
problem-photos-choose = เลือกรูปภาพ
problem-photos-camera = หรือถ่ายตอนนี้
problem-photo-kept = ส่งรูปนี้
problem-photo-of = รูปที่ { $at } จาก { $count }
problem-photo-large = { $name } ใหญ่กว่า { $most } MB
problem-photo-kind = { $name } ไม่ใช่รูป JPEG, PNG, WebP หรือ GIF
problem-photo-broken = { $name } เสียหาย ถ่ายใหม่หรือเลือกรูปอื่น
problem-photo-pixels = { $name } มีพิกเซลมากเกินไป หรือไม่มีเลย
problem-photo-misnamed = { $name } เป็นรูปคนละชนิดกับที่ชื่อบอก
problem-photo-many = { $name } ไม่ได้แนบไป: แจ้งหนึ่งครั้งแนบได้ไม่เกิน { $most } รูป
problem-photo-ours = { $name } ยังเก็บไม่ได้ในตอนนี้ เป็นความผิดของเรา โปรดลองอีกครั้ง
