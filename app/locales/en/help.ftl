# Help. A blank line is a new paragraph.
help-label = Questions and answers
help-delivery-title = Delivery
help-delivery-text =
    What is paid by 14:00 Riga time on a working day leaves that day; later orders leave the next working day.

    Standard delivery takes one to two working days to Latvia, Lithuania and Estonia (€3.50), three to five to the rest of Europe (€6.90) and seven to twelve overseas (€14.90). Express is faster everywhere and costs from €6.90. From €60 of goods, standard delivery in Europe is free.

    You see the exact days and the exact price before you pay. After that, the page of your order shows where the parcel is.
help-returns-title = Returns
help-returns-text =
    You have thirty days from delivery to send anything back, unused and in its packaging.

    Write to us from the address your order went to, with the order number. The money goes back the way it came, on the day the parcel reaches us.
help-payment-title = Payment
help-payment-text =
    You pay by card on the payment provider’s own page. This shop never sees the card’s number.

    When you press the button, your order is written down and its goods are held for fifteen minutes. If the payment does not arrive in that time, the goods are free again and nothing is charged. Money that comes too late is sent back by itself.
help-privacy-title = Privacy
help-privacy-text =
    We keep what an order needs: your address, your e-mail address and what you bought. We set two cookies, one for the cart and one so that this browser can find its own orders. Nothing on these pages is loaded from anyone else, and nobody follows you here.

    The link in your confirmation opens your order without a password, so treat it like a key.
