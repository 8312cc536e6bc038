# Accounts: signing in, what came along, devices, passwords.
account-title = Votre compte
account-sign-in = Se connecter
account-sign-in-text = Saisissez votre adresse e-mail et nous vous envoyons un lien pour vous connecter. Qui n’a pas encore de compte en reçoit un par ce lien.
account-address = Adresse e-mail
account-link-button = M’envoyer un lien
account-sent = Un message avec un lien est en route. Le lien sert une fois, pendant 15 minutes. Il peut arriver parmi les indésirables.
account-with-password = Avec un mot de passe
account-password = Mot de passe
account-forgotten = Oublié, ou pas encore choisi ? Faites-vous envoyer un lien : il marche toujours.
account-email = Saisissez une adresse e-mail, comme ada@example.org.
account-wait = Trop d’essais. Attendez un quart d’heure, puis réessayez.
account-wrong = Cette adresse e-mail et ce mot de passe ne vont pas ensemble. Réessayez, ou faites-vous envoyer un lien.
account-over = Ce lien ne marche plus : il a servi, il a plus de 15 minutes, ou un plus récent a été envoyé.
account-link-again = Se faire envoyer un autre lien
account-enter-text = Une pression, et vous êtes connecté sur cet appareil.
account-enter-button = Me connecter
account-signed-in = Vous êtes connecté avec { $email }.
account-sign-out = Se déconnecter
account-sign-out-all = Se déconnecter partout
account-joined = { $orders ->
    [one] Une commande passée avec votre adresse e-mail est maintenant ici.
    [many] { $orders } de commandes passées avec votre adresse e-mail sont maintenant ici.
   *[other] { $orders } commandes passées avec votre adresse e-mail sont maintenant ici.
}
account-joined-cart = Ce qui était dans le panier ici est maintenant dans le vôtre.
account-undo = Annuler
account-undone = Tout est revenu à sa place. Ce qui était venu dans le panier y est gardé pour plus tard.
account-orders = Vos commandes
account-orders-none = Pas encore de commandes.
account-search = Numéro de commande ou article
account-search-none = Aucune commande ne contient cela.
account-devices = Où vous êtes connecté
account-device-here = cet appareil
account-device-days = Connecté le { $began }, vu le { $seen }
account-password-text = Avec un mot de passe, vous vous connectez sans attendre de message. Au moins 8 caractères, ceux que vous voulez.
account-password-now = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-button = Garder le mot de passe
account-changed = Le mot de passe est changé. Tous les autres appareils ont été déconnectés.
account-current = Ce n’est pas votre mot de passe actuel.
account-short = Le nouveau mot de passe est trop court. Il a au moins 8 caractères.
account-long = Le nouveau mot de passe est trop long. Il a au plus 512 caractères.
account-leaked = Ce mot de passe figure sur des listes de mots de passe volés, essayés en premier. Prenez-en un autre.
letter-sign_in-subject = Votre lien pour vous connecter
letter-sign_in-heading = Se connecter
letter-sign_in-text = Quelqu’un, vous espérons-le, veut se connecter avec cette adresse. Le lien sert une fois, pendant 15 minutes. Si ce n’était pas vous, il n’y a rien à faire : sans ce message, personne n’entre.
letter-button-sign_in = Se connecter
message-kind-sign_in = Lien de connexion
account-offer = Toutes vos commandes au même endroit
account-offer-text = Nous envoyons un lien à { $email }. Il vous donne un compte avec cette commande et toutes les autres à cette adresse.
