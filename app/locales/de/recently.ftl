# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Zuletzt angesehen
recently-text = Was Sie ansehen, merkt sich jeder Ihrer Browser nur für sich, solange Sie es nicht anders wollen.
recently-tick = Auf allen meinen Geräten behalten, was ich angesehen habe
recently-tick-text = Ihr Konto behält dann, welche Artikel Sie angesehen haben und wann: höchstens { $most }, jeden { $days } Tage lang. Ein Browser teilt es mit, sobald Sie dort Ihr Konto öffnen. Nehmen Sie das Häkchen weg, vergisst Ihr Konto sie sofort.
recently-button = Speichern
recently-none = Noch nichts. Was Sie ansehen, kommt hierher, wenn Sie Ihr Konto das nächste Mal öffnen.
recently-forget = Alle vergessen
recently-came = { $count ->
    [one] Ein Artikel, den Sie in diesem Browser angesehen haben, ist jetzt in Ihrem Konto.
   *[other] { $count } Artikel, die Sie in diesem Browser angesehen haben, sind jetzt in Ihrem Konto.
}
recently-take-out = Nicht von mir: wieder herausnehmen
recently-kept = Ihr Konto behält sie, wie Sie es wollten.
account-seen-on = Von jetzt an behält Ihr Konto, was Sie ansehen.
account-seen-off = Ihr Konto behält nicht mehr, was Sie ansehen. Was es behalten hatte, ist gelöscht.
account-seen-out = Sie sind wieder aus Ihrem Konto heraus.
account-seen-forgotten = Alle sind vergessen.
recently-privacy = Wenn Sie in Ihrem Konto anhaken, dass auf allen Ihren Geräten behalten wird, was Sie angesehen haben, speichern wir, welche Artikel das waren und wann, höchstens 50, jeden 180 Tage lang, bis Sie das Häkchen wegnehmen: Dann werden sie sofort gelöscht. Sonst merkt sie sich nur Ihr Browser. Beim Abmelden vergisst er sie.
