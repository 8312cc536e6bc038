# Labels at the desk.
desk-print = พิมพ์ฉลาก
desk-print-zpl = แบบ ZPL สำหรับเครื่องพิมพ์ฉลาก
desk-print-refused = ขนส่งไม่มีฉลากให้พิมพ์
desk-print-unknown = ขนส่งไม่ตอบ ลองอีกครั้งในอีกสักครู่
