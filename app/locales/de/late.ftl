# Parcels that come later than was said, and carriers that take no wishes.
way-delayed = Der Paketdienst meldet eine Verspätung und hat noch keinen neuen Tag genannt.
way-due = Sollte ankommen am
way-late = Später als versprochen.
way-late-text = Das tut uns leid. Was wir hören, steht sofort hier; wenn Sie eine Antwort brauchen, fragen Sie uns.
way-late-link = Fragen Sie uns dazu
way-unsent = Es sollte uns bis { $day } verlassen und ist noch hier. Es geht los, sobald es gepackt ist; dann schreiben wir Ihnen.
way-van-before = Es war im Lieferwagen, und noch niemand hat uns gemeldet, dass es angekommen ist.
wish-carriers-own = { $carrier } nimmt unterwegs keine Wünsche von uns an. Ob ein anderer Tag oder Ort möglich ist, sagt die eigene Seite.
wish-carriers-page = Zur Seite bei { $carrier }
wish-carriers-none = { $carrier } nimmt unterwegs keine Wünsche an: Diese Lieferung bleibt, wie sie ist.
letter-late-attempt_failed = Es war niemand da.
letter-late-exception = Beim Paketdienst hat es etwas aufgehalten.
letter-delayed_undated-subject = Bestellung { $number }: Ihr Paket verspätet sich
letter-delayed_undated-heading = Sie kommt später als gesagt
letter-delayed_undated-text = Der Paketdienst meldet, dass sich Ihr Paket verspätet, und hat noch keinen neuen Tag genannt. Das Warten tut uns leid. Sobald es einen Tag gibt, steht er auf der Seite der Bestellung.
sms-delayed_undated = Verspätet; noch kein neuer Tag.
