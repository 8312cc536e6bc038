# Labels at the desk.
desk-print = 打印面单
desk-print-zpl = ZPL 格式（面单打印机用）
desk-print-refused = 承运商没有可打印的面单。
desk-print-unknown = 承运商没有回应，请稍后再试。
