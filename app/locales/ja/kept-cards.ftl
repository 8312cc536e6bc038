# Cards a payment provider keeps for an account: the wish at the checkout, the list in the account, TestPay's own page.
kept-title = 保存済みのカード
kept-text = これらのカードは決済事業者が保管しています。当店が知っているのはここに書かれていることだけです。購入手続きではワンタップで支払えます。
kept-none = 保存済みのカードはありません。カードで支払うときに、購入手続きで保存を選べます。
kept-card = { $brand } 末尾 { $tail }
kept-until = 有効期限 { $until }
kept-tick = 支払いに使うカードを保存する
kept-tick-text = 保管するのは決済事業者で、当店ではありません。アカウントからいつでも削除できます。
account-card-forgotten = カードを削除しました。決済事業者からも消えます。
kept-privacy = 保存されたカードについて当店が持つのは、ブランド、末尾4桁、有効期限、決済事業者による呼び名だけです。番号は決済事業者だけが持っています。
testpay-kept = 保存済みのカード
testpay-pay-with = 末尾 { $tail } のカードで { $sum } を支払う
testpay-other-card = 別のカード
testpay-keeps = このカードは次回のために保存されます。
