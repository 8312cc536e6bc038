# What somebody thinks of an order that has come.
opinion-title = Commande { $number } : alors ?
opinion-text = Vous voyez ici ce que vous nous avez dit et pouvez le modifier. Nous seuls le lisons ; rien n’est publié.
opinion-mark = Alors, qu’en pensez-vous ?
opinion-5 = Très bien
opinion-4 = Bien
opinion-3 = Correct
opinion-2 = Pas terrible
opinion-1 = Pas bien du tout
opinion-words = Avec vos mots
opinion-button = Envoyer
opinion-thanks = Merci. Nous lisons chaque mot.
opinion-nothing = Choisissez une note ou écrivez un mot, s’il vous plaît.
desk-opinions = Qu’en pensent-ils ?
desk-opinions-none = Personne ne nous a encore rien dit.
letter-button-how_was_it = Donner votre avis
