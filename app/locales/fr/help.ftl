# Help. A blank line is a new paragraph.
help-label = Questions et réponses
help-delivery-title = Livraison
help-delivery-text =
    Ce qui est payé avant 14 h, heure de la boutique, un jour ouvré part le jour même ; le reste part le jour ouvré suivant. Nous tenons compte des week-ends et des jours fériés, chez nous comme chez vous.

    La livraison est économique, standard ou express, et dans beaucoup de pays elle se fait aussi en point relais ou en consigne. Le prix et le délai dépendent de la destination et du poids. Vous voyez les deux sur la page de chaque article et dans le panier, pour le pays que vous avez choisi.

    Une fois la commande payée, sa page montre où se trouve le colis, en direct.
help-returns-title = Retours
help-returns-text =
    Vous avez trente jours à compter de la livraison pour renvoyer ce que vous voulez, non utilisé et dans son emballage.

    Écrivez-nous depuis l’adresse e-mail de votre commande, en indiquant son numéro. L’argent repart par où il est venu, le jour où le colis nous parvient.

    Tant que la commande n’est pas en préparation, vous pouvez l’annuler sur sa page ; ensuite, vous pouvez y demander l’annulation jusqu’au départ du colis. Tout ce que vous avez payé vous est rendu.
help-withdrawal-title = Droit de rétractation
help-withdrawal-text =
    Si vous achetez en tant que consommateur, vous avez le droit de vous rétracter du contrat, sans donner de motif, dans le délai que prévoit la loi de votre pays : quatorze jours dans l’Union européenne. Le délai court à compter du jour où vous-même, ou un tiers désigné par vous et autre que le transporteur, prenez possession du bien.

    Pour exercer ce droit, faites-nous part de votre décision avant la fin du délai par une déclaration dénuée d’ambiguïté, par exemple une lettre ou un e-mail à withdrawal@cartwright.example : « Je me rétracte du contrat portant sur la commande n° … », avec votre nom et votre adresse. Nous en accusons réception sans délai.

    Nous vous remboursons tout ce que vous avez payé, livraison standard comprise, dans les quatorze jours suivant votre déclaration et par le même moyen de paiement. Nous pouvons différer le remboursement jusqu’à avoir reçu le bien ou une preuve de son expédition. Vous renvoyez le bien dans les quatorze jours et prenez à votre charge les frais directs de renvoi. Vous ne répondez de la dépréciation du bien que si elle résulte de manipulations autres que celles nécessaires pour en établir la nature, les caractéristiques et le bon fonctionnement.

    Nos trente jours de retour s’ajoutent à ce droit et ne le limitent pas.
help-payment-title = Paiement
help-payment-text =
    Vous choisissez parmi les moyens de paiement courants dans votre pays. La carte se saisit sur la page du prestataire de paiement : la boutique n’en voit jamais le numéro. Quand c’est possible, la somme est seulement réservée, puis débitée au départ du colis.

    Quand vous appuyez sur le bouton, la commande est enregistrée et les articles sont réservés : quinze minutes, ou plusieurs jours quand un virement ou un paiement au guichet l’exige. Si le paiement n’arrive pas dans ce délai, ils redeviennent libres et rien n’est débité. L’argent arrivé trop tard repart tout seul.

    Vous payez dans la devise qu’indique le bouton. Les prix dans une autre devise que l’euro sont fixés par nous ou convertis au cours du jour de la Banque centrale européenne ; ce cours est inscrit sur votre commande et n’en bouge plus.

    Une carte cadeau paie tout ici, sauf une autre carte cadeau. Saisissez son code dans le panier ou avant de payer ; le panier montre ce qu’elle contient. Le reste demeure sur la carte, et elle n’expire pas. Si une commande n’aboutit pas, ce que la carte a payé y revient.
help-privacy-title = Vie privée
help-privacy-text =
    Nous gardons ce dont une commande a besoin : votre adresse, votre e-mail et ce que vous avez acheté. Les commandes sont conservées aussi longtemps que le droit fiscal l’exige.

    Nous déposons au plus cinq cookies, et aucun ne demande votre consentement : un pour le panier, un pour que ce navigateur retrouve ses propres commandes, un pour la langue, le pays et la devise, un pour votre fuseau horaire et un qui garde une minute ce que vous avez saisi quand un formulaire signale une erreur. Les deux premiers durent trente jours. Voilà pourquoi il n’y a pas de bandeau. Rien sur ces pages n’est chargé depuis un autre site, et personne ne vous y suit.

    Le lien de la confirmation ouvre votre commande sans mot de passe : traitez-le comme une clé.

    Si vous demandez à être prévenu du retour d’un article, nous gardons votre e-mail jusqu’à ce que vous le soyez, un an au plus. Ce que vous avez regardé et cherché en dernier, seul ce navigateur le garde.

    Si vous nous demandez de mémoriser une adresse sur votre appareil, nous la gardons pour ce seul navigateur, jusqu’à six mois après sa dernière utilisation ou jusqu’à ce que vous nous la fassiez oublier, à l’étape de l’adresse ou près de vos commandes. Le cookie par lequel ce navigateur retrouve ses commandes dure alors aussi longtemps.
help-imprint-title = Mentions légales
help-imprint-text =
    Cartwright, boutique de démonstration, Spīķeru iela 1, Rīga, LV-1050, Lettonie.

    E-mail : hello@cartwright.example. Téléphone : +371 2000 0000. Numéro d’immatriculation et numéro de TVA : c’est ici qu’une vraie boutique inscrit les siens.

    Responsables de la publication : les auteurs de Cartwright.
