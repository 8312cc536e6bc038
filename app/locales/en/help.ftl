# Help. A blank line is a new paragraph.
help-label = Questions and answers
help-delivery-title = Delivery
help-delivery-text =
    What is paid by 14:00 our time on a working day leaves that day; later orders leave the next working day. Weekends and public holidays count, at our end and at yours.

    There is economy, standard and express delivery, and in many countries pickup points and lockers. Price and days depend on where it goes and how heavy it is. You see both on the page of every product and in the cart, for the country you have set.

    After you have paid, the page of your order shows where the parcel is, live.
help-returns-title = Returns
help-returns-text =
    You have thirty days from delivery to send anything back, unused and in its packaging.

    Write to us from the address your order went to, with the order number. The money goes back the way it came, on the day the parcel reaches us.

    Until somebody packs it, you can cancel on the page of your order; after that you can ask for it there until the parcel leaves. Everything you paid goes back.
help-withdrawal-title = Right of withdrawal
help-withdrawal-text =
    If you buy as a consumer, you have the right to withdraw from the contract within the time your country’s law gives you, fourteen days in the European Union, without giving a reason. The time begins on the day you, or somebody you name who is not the carrier, receive the goods.

    To withdraw, tell us so in a clear statement, such as a letter or an e-mail to withdrawal@cartwright.example, before that time is over: “I withdraw from the contract for order number …”, with your name and address. We confirm it without delay.

    We pay back everything you paid, including standard delivery, within fourteen days of your statement, the way you paid. We may wait until the goods are back or you show that you sent them. You send them back within fourteen days and bear the direct cost of returning them. You only answer for a loss of value that comes from handling them in a way that was not needed to see what they are and how they work.

    Our own thirty days for returns come on top of this right and do not limit it.
help-payment-title = Payment
help-payment-text =
    You choose from the ways to pay that are usual in your country. Cards are entered on the payment provider’s own page: this shop never sees their numbers. Where it can be, the money is only reserved, and taken when the parcel leaves.

    When you press the button, your order is written down and its goods are held: for fifteen minutes, or for days where a transfer or a slip takes that long. If the payment does not arrive in that time, the goods are free again and nothing is charged. Money that comes too late is sent back by itself.

    You are charged in the currency the button names. Prices in other currencies than the euro are either set by us or converted at the European Central Bank’s rate of the day; the rate is written on your order and does not change.

    A gift card pays for anything here but another gift card. Type its code in the cart or before paying; the cart shows what is on it. What is left stays on the card, and it does not run out. When an order comes to nothing, what the card paid is on the card again.
help-privacy-title = Privacy
help-privacy-text =
    We keep what an order needs: your address, your e-mail address and what you bought. Orders are kept as long as tax law asks.

    We set up to five cookies, none of which needs your consent: one for the cart, one so that this browser can find its own orders, one for language, country and currency, one for your time zone, and for a minute one with what you typed, when a form shows you an error. The first two last thirty days. That is why there is no cookie banner. Nothing on these pages is loaded from anyone else, and nobody follows you here.

    The link in your confirmation opens your order without a password, so treat it like a key.

    If you ask to be told when something is back, we keep your e-mail address until you have been told, a year at most. What you looked at and searched for last is kept by this browser alone.

    If you ask us to remember an address on your device, we keep it for this browser alone, until half a year after you used it last or until you let us forget it, on the address step or beside your orders. The cookie by which this browser finds its orders then lasts as long.
help-imprint-title = Imprint
help-imprint-text =
    Cartwright, a demonstration shop, Spīķeru iela 1, Rīga, LV-1050, Latvia.

    E-mail: hello@cartwright.example. Phone: +371 2000 0000. Registration number and VAT number: this is where a real shop writes its own.

    Responsible for the content: the Cartwright authors.
