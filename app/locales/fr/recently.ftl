# What somebody has looked at, kept with their account where they have asked for it.
recently-title = Vus récemment
recently-text = Ce que vous regardez, chacun de vos navigateurs s’en souvient pour lui seul, sauf si vous en décidez autrement.
recently-tick = Garder ce que j’ai regardé sur tous mes appareils
recently-tick-text = Votre compte garde alors quels articles vous avez regardés, et quand : { $most } au plus, chacun pendant { $days } jours. Un navigateur le lui dit quand vous y ouvrez votre compte. Si vous décochez la case, votre compte les oublie aussitôt.
recently-button = Enregistrer
recently-none = Rien pour l’instant. Ce que vous regardez arrive ici la prochaine fois que vous ouvrez votre compte.
recently-forget = Tout oublier
recently-came = { $count ->
    [one] { $count } article regardé dans ce navigateur est maintenant avec votre compte.
    [many] { $count } d’articles regardés dans ce navigateur sont maintenant avec votre compte.
   *[other] { $count } articles regardés dans ce navigateur sont maintenant avec votre compte.
}
recently-take-out = Pas les miens : les retirer
recently-kept = Votre compte les garde, comme vous l’avez demandé.
account-seen-on = Désormais, votre compte garde ce que vous regardez.
account-seen-off = Votre compte ne garde plus rien de ce que vous regardez. Ce qu’il avait gardé est effacé.
account-seen-out = Ils ne sont plus avec votre compte.
account-seen-forgotten = Tout est oublié.
recently-privacy = Si vous cochez dans votre compte que ce que vous regardez est gardé sur tous vos appareils, nous gardons quels articles c’étaient et quand, 50 au plus, chacun pendant 180 jours, jusqu’à ce que vous décochiez la case : ils sont alors effacés aussitôt. Sinon, seul votre navigateur s’en souvient. Il les oublie quand vous vous déconnectez.
