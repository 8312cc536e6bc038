# La pause avant l’emballage d’une commande.
change-until = Vous pouvez modifier cette commande jusqu’à { $time }.
desk-packing-waits = Le client peut la modifier jusqu’à { $time }. Ensuite, elle est emballée.
desk-packing-now = Emballer maintenant
