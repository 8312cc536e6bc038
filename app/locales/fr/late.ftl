# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = Le transporteur annonce un retard, sans nouvelle date pour l’instant.
way-due = Devait arriver
way-late = Plus tard que promis.
way-late-text = Nous sommes désolés. Ce que nous apprenons s’affiche ici aussitôt ; s’il vous faut une réponse, demandez-nous.
way-late-link = Nous poser la question
way-unsent = Il devait nous quitter au plus tard le { $day } et il est encore ici. Il partira dès qu’il sera emballé ; nous vous écrirons alors.
way-van-before = Il était dans la camionnette, et personne ne nous a encore dit qu’il est arrivé.
wish-carriers-own = { $carrier } ne prend pas de souhaits de notre part en route. Sa propre page dit si un autre jour ou un autre lieu est possible.
wish-carriers-page = Sa page chez { $carrier }
wish-carriers-none = { $carrier } ne prend pas de souhaits en route : cette livraison reste telle quelle.
letter-late-attempt_failed = Il n’y avait personne.
letter-late-exception = Quelque chose l’a retenu chez le transporteur.
letter-delayed_undated-subject = Commande { $number } : votre colis a du retard
letter-delayed_undated-heading = Elle arrive plus tard que prévu
letter-delayed_undated-text = Le transporteur annonce que votre colis a du retard et n’a pas encore donné de nouvelle date. Nous sommes désolés de cette attente. Dès qu’il y aura une date, elle sera sur la page de la commande.
sms-delayed_undated = En retard ; pas encore de date.
