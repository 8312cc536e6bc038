# Gift cards: in the cart, and on the page of the order that brought them.
gift-card-named = ギフトカード ···{ $tail }
gift-card-holds = 残高は { $sum } です。
gift-card-empty = 残高はありません。
gift-card-other-currency = 残高は { $sum } です。この通貨でのお支払いにのみ使えます。
gift-card-bought = { $sum } のギフトカード
gift-card-given = 返金の代わりのストアクレジット { $sum }
gift-card-left = 残高は { $sum } です。
gift-card-paid = ギフトカード { $sum }
gift-cards-heading = ギフトカード
gift-cards-use = コードをお持ちの方ならどなたでもお支払いに使えます。カートまたはお支払いの前に入力してください。有効期限はありません。
