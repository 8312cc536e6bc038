# How what was bought is looked after.
care-title = Comment en prendre soin
care-of = Prendre soin de { $name }
desk-label-care = Entretien
desk-hint-care = Pour qui l’a acheté : comment laver, huiler ou ranger. De simples lignes ; elles figurent sur la page de la commande et dans la lettre d’expédition, pas sur la page du produit.
