# How what was bought is looked after.
care-title = How to look after it
care-of = How to look after { $name }
desk-label-care = Care
desk-hint-care = For who has bought it: how to wash, oil or store it. Plain lines; it stands on the page of the order and in the letter that says it is on its way, not on the product’s page.
