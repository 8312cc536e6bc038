# How what was bought is looked after.
care-title = วิธีดูแล
care-of = วิธีดูแล { $name }
desk-label-care = การดูแล
desk-hint-care = สำหรับผู้ที่ซื้อแล้ว: วิธีล้าง ทาน้ำมัน หรือเก็บ เป็นบรรทัดธรรมดา แสดงในหน้าคำสั่งซื้อและจดหมายแจ้งการส่ง ไม่แสดงในหน้าสินค้า
