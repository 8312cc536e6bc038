# Goods: the first page, lists, a product.
home-title = ของทำดีไว้ใช้ทุกวัน
home-heading = ของที่ดีใจเมื่อถูกหยิบมาใช้
home-text = แก้วมัค โคมไฟ มีด และกระเป๋าจากช่างฝีมือรายเล็ก ทำให้ทน เล่าตามจริง ถึงหน้าบ้านคุณในไม่กี่วัน
home-button = เริ่มจากในครัว
home-categories = เดินดูทีละห้อง
home-liked = ของที่คนชอบ
home-new = เพิ่งเข้าร้าน

price-from = เริ่มต้น { $price }
price-was = ราคาเดิม
rating-label = { $average } จาก 5 ดาว จากการให้คะแนน { $count ->
   *[other] { $count } ครั้ง
}
badge-sold-out = หมด
badge-reduced = ลดราคา
badge-new = ใหม่
card-colours = { $count ->
   *[other] { $count } สี
}

trail-label = คุณอยู่ที่
trail-home = หน้าแรก
list-count = { $count ->
    [0] ไม่มีสินค้า
   *[other] { $count } รายการ
}
list-count-more = อย่างน้อย { $count } ชิ้น
list-title-page = { $title } หน้า { $page }
list-narrower = เลือกให้แคบลง
list-all = ทั้งหมด
list-empty = ชั้นนี้ว่าง แต่ชั้นอื่นไม่ว่าง
sort-label = เรียงตาม
sort-popular = คนชอบมาก
sort-newest = มาใหม่
sort-price = ราคาต่ำไปสูง
sort-price-down = ราคาสูงไปต่ำ
sort-rating = คะแนนสูงสุด
sort-saving = ลดมากที่สุด
sort-relevance = ตรงที่สุด
filter-title = ตัวกรอง
filter-title-count = ตัวกรอง (เลือกแล้ว { $count })
filter-part = ประเภท
filter-price = ราคา ({ $currency })
filter-price-least = ตั้งแต่
filter-price-most = ถึง
filter-price-between = { $least } ถึง { $most }
filter-price-to = ไม่เกิน { $price }
filter-stars = คะแนน
filter-stars-any = ทั้งหมด
filter-stars-least = { $count } ดาวขึ้นไป
filter-stock-title = สถานะสินค้า
filter-stock = มีสินค้า
filter-apply = แสดงสินค้าเหล่านี้
filter-whole = แสดงทั้งหมด ({ $count })
filter-chosen = ตัวกรองที่เลือก
filter-remove = นำตัวกรองออก: { $filter }
filter-clear = ล้างทั้งหมด
filter-value = { $facet }: { $value }
filter-promoted = เลือกบ่อย
filter-nothing = ไม่มีสินค้าที่ตรงกับทั้งหมดนี้พร้อมกัน
filter-looser = ไม่เลือก { $filter }: { $things }
pages-label = หน้า
pages-previous = ก่อนหน้า
pages-more = แสดงเพิ่ม
pages-here = หน้า { $page } จาก { $last }

gallery-label = รูปสินค้า
gallery-view = ดูรูปที่ { $at }
product-maker = โดย { $maker }
product-tax = รวมภาษีมูลค่าเพิ่ม { $percent } แล้ว
product-tax-none = ไม่รวมภาษีมูลค่าเพิ่ม อาจมีภาษีนำเข้าเพิ่ม
price-unit-g = { $price } ต่อกิโลกรัม
price-unit-ml = { $price } ต่อลิตร
price-unit-cm = { $price } ต่อเมตร
price-unit-piece = { $price } ต่อชิ้น
price-lowest = ราคาต่ำสุดในช่วง 30 วันก่อนลดราคา: { $price }
product-quantity = จำนวน
product-add = หยิบใส่ตะกร้า
product-story = เรื่องราว
product-facts = รายละเอียดสินค้า
product-related = วางคู่กันแล้วเข้าที
product-together = มักซื้อด้วยกัน
product-sold-out = แบบนี้หมดแล้ว แบบอื่นอาจยังมี แบบที่ขีดฆ่าคือหมด
product-gone = สินค้านี้ไม่ได้ขายแล้ว
restock-wish = แจ้งเมื่อมีของอีกครั้ง
restock-hint = เมื่อมีของอีกครั้ง คุณจะได้รับอีเมลหนึ่งฉบับ แล้วเราจะลบที่อยู่อีเมลของคุณ ถ้าครบหนึ่งปีแล้วยังไม่มีก็ลบเช่นกัน
restock-kept = จดไว้แล้ว เมื่อมีของอีกครั้ง คุณจะได้รับอีเมลหนึ่งฉบับ แล้วเราจะลบที่อยู่อีเมลของคุณ
restock-back = มีของแล้ว ไม่ต้องรอ
option-sold-out = หมด
option-not-made = ไม่มีแบบที่จับคู่กันนี้
stock-in = มีของ ส่งออกภายในหนึ่งวันทำการ
stock-low = { $count ->
   *[other] เหลือเพียง { $count } ชิ้น
}
line-delivery = ส่งถึง{ $country }: { $days }
line-delivery-cost = ค่าส่ง { $price } ส่งฟรีเมื่อซื้อครบ { $free }
line-delivery-price = ค่าส่ง { $price }
line-delivery-none = ไม่มีบริการส่งถึง{ $country }
line-delivery-none-text = หนักหรือใหญ่เกินกว่าที่ขนส่งเจ้าไหนจะส่งไปที่นั่นได้
line-customs = ต้องผ่านศุลกากร
line-customs-text = เมื่อของถึงปลายทาง อาจมีการเรียกเก็บภาษีและอากรขาเข้า คุณจะเห็นยอดประมาณการในหน้าสั่งซื้อก่อนชำระเงิน
line-returns = คืนได้ภายใน 30 วัน
line-returns-how = ดูวิธีคืนสินค้า

reviews-title = คะแนนจากผู้ซื้อ
reviews-none = ยังไม่มีใครให้คะแนน
seen-title = เพิ่งดูไป
seen-kept = มีเพียงเบราว์เซอร์นี้ที่จำไว้
seen-forget = ลืมรายการเหล่านี้
seen-forgotten = ลืมแล้ว
line-online = ทันที ในหน้าคำสั่งซื้อ
line-online-text = ไม่ต้องส่งพัสดุ จึงไม่มีค่าจัดส่ง
product-tax-voucher = ยังไม่มีภาษี จะคิดเมื่อใช้บัตร
