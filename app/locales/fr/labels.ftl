# Labels at the desk.
desk-print = Imprimer l’étiquette
desk-print-zpl = En ZPL, pour imprimante d’étiquettes
desk-print-refused = Le transporteur n’a pas d’étiquette à imprimer.
desk-print-unknown = Le transporteur ne répond pas. Réessayez dans un instant.
