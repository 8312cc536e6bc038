# ช่วงเวลาก่อนแพ็กคำสั่งซื้อ
change-until = คุณเปลี่ยนคำสั่งซื้อนี้ได้จนถึง { $time }
desk-packing-waits = ผู้ซื้อเปลี่ยนได้จนถึง { $time } จากนั้นจะแพ็กของ
desk-packing-now = แพ็กตอนนี้
# A carrier that is to come for a parcel.
desk-collect = ให้ { $carrier } มารับ
desk-collect-day = วัน
desk-collect-from = ไม่ก่อน (ชั่วโมง)
desk-collect-until = ไม่หลัง (ชั่วโมง)
desk-collect-button = เรียกรับพัสดุ
desk-collect-asked = กำลังขอให้ { $carrier } มารับ: { $when }
desk-collect-booked = { $carrier } จะมารับ: { $when }
desk-collect-refused = { $carrier } ไม่มา: { $when }
desk-collect-wrong-moment = ไม่มีวันหรือชั่วโมงนี้ ชั่วโมงคือ 0 ถึง 23
desk-collect-wrong-when = เลือกเวลาที่ยังไม่เริ่ม ไม่เกิน { $days } วันนับจากวันนี้
desk-collect-wrong-short = คนขับต้องการอย่างน้อย { $hours } ชั่วโมง
desk-collect-wrong-gone = พัสดุไม่มีฉลาก หรืออยู่กับผู้ขนส่งแล้ว
desk-collect-wrong-cannot = ผู้ขนส่งนี้ไม่รับพัสดุถึงที่
desk-collect-wrong-again = ขอไว้แล้วในเวลาอื่น
