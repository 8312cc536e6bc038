# What is said in a page’s place: too much, too fast, too late, broken.
notice-foreign = Ce formulaire vient d’ailleurs
notice-foreign-text = Ouvrez la page dans la boutique et envoyez-le de nouveau.
notice-slow = La connexion était trop lente
notice-slow-text = Rien n’a été modifié. Renvoyez quand le réseau ira mieux.
notice-large = C’est plus que nous ne pouvons recevoir
notice-large-text = Raccourcissez le texte ou choisissez un fichier plus petit.
notice-long = Cette adresse est trop longue
notice-long-text = Repartez de la page d’accueil.
notice-many = Un peu moins vite
notice-many-text = Beaucoup de demandes sont venues de votre réseau. Attendez un instant et réessayez ; votre panier ne risque rien.
notice-missing = Cet envoi ne mène nulle part
notice-missing-text = Rien n’a été modifié. Rechargez la page d’où il vient et envoyez encore une fois.
notice-broken = Une panne, et elle est de notre fait
notice-broken-text = Votre panier et vos commandes ne risquent rien. Réessayez dans un instant.
notice-busy = La boutique est pleine
notice-busy-text = Attendez un instant et réessayez ; votre panier ne risque rien.
notice-home = Aller à l’accueil
