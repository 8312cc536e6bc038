# Labels at the desk.
desk-print = ラベルを印刷
desk-print-zpl = ZPL形式（ラベルプリンター用）
desk-print-refused = 運送会社に印刷できるラベルがありません。
desk-print-unknown = 運送会社から応答がありません。少し待ってからもう一度お試しください。
