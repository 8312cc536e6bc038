# How what was bought is looked after.
care-title = お手入れ
care-of = { $name } のお手入れ
desk-label-care = お手入れ
desk-hint-care = お買い上げの方へ：洗い方、油の塗り方、しまい方など。ふつうの行で書きます。ご注文のページと発送のお知らせに載り、商品のページには載りません。
