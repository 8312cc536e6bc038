# Searching: the form, its suggestions, its results.
search-label = ค้นหาในร้าน
search-go = ค้นหา
search-results = ผลการค้นหา “{ $query }”
search-corrected = แสดงผลของ “{ $corrected }”
search-instead = ค้นหา “{ $typed }” แทน
search-left-out = ไม่มีของชิ้นไหนมีครบทุกคำ นี่คือของที่ตรงเมื่อตัดคำว่า “{ $word }” ออก
search-nothing = ไม่พบ “{ $query }”
search-nothing-text = ลองคำอื่น หรือเริ่มจากหมวดเหล่านี้
search-empty = กำลังหาอะไรอยู่
search-shelves = หมวดหมู่

search-ideas = คำแนะนำ
search-ideas-count = { $count ->
   *[other] { $count } คำแนะนำ
}
search-completions = คำค้นหา
search-goods = สินค้า
search-recent = ค้นหาล่าสุด
search-forget = ลืมคำค้นหาเหล่านี้
search-cut = การค้นหานี้ใช้เวลานานเกินไปจึงหยุดไว้ อาจมีอีก ลองใช้คำให้น้อยลง
