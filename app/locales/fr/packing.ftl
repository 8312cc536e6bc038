# La pause avant l’emballage d’une commande.
change-until = Vous pouvez modifier cette commande jusqu’à { $time }.
desk-packing-waits = Le client peut la modifier jusqu’à { $time }. Ensuite, elle est emballée.
desk-packing-now = Emballer maintenant
# A carrier that is to come for a parcel.
desk-collect = Faire venir { $carrier }
desk-collect-day = Jour
desk-collect-from = Pas avant (heure)
desk-collect-until = Pas après (heure)
desk-collect-button = Demander l’enlèvement
desk-collect-asked = Demande envoyée à { $carrier } : { $when }
desk-collect-booked = { $carrier } vient : { $when }
desk-collect-refused = { $carrier } ne vient pas : { $when }
desk-collect-wrong-moment = Ce jour ou cette heure n’existe pas : les heures vont de 0 à 23.
desk-collect-wrong-when = Choisissez un moment qui n’a pas commencé, à { $days } jours au plus.
desk-collect-wrong-short = Un chauffeur a besoin d’au moins { $hours } heures.
desk-collect-wrong-gone = Le colis n’a pas d’étiquette, ou son transporteur l’a déjà.
desk-collect-wrong-cannot = Ce transporteur n’enlève pas de colis.
desk-collect-wrong-again = C’est déjà demandé, pour un autre moment.
