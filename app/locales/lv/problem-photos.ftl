# Attēli par to, kas nav kārtībā ar pasūtījumu.
problem-photos = Attēli (pēc izvēles)
problem-photos-hint = Līdz { $most }: JPEG, PNG, WebP vai GIF, katrs ne vairāk kā { $size } MB. Tos redz tikai mēs un tie, kas var atvērt šo pasūtījumu. Ziņas par to, kad un kur tie uzņemti, tiek izņemtas.
problem-photos-choose = Izvēlies attēlus
problem-photos-camera = Vai nofotografē tūlīt
problem-photo-kept = Sūtīt šo
problem-photo-of = { $at }. attēls no { $count }
problem-photo-large = { $name } ir lielāks par { $most } MB.
problem-photo-kind = { $name } nav JPEG, PNG, WebP vai GIF attēls.
problem-photo-broken = { $name } ir bojāts. Nofotografē vēlreiz vai izvēlies citu.
problem-photo-pixels = { $name } ir pārāk daudz pikseļu vai to nav vispār.
problem-photo-misnamed = { $name } ir cita veida attēls, nekā saka tā nosaukums.
problem-photo-many = { $name } palika ārpusē: ziņojumam var pievienot ne vairāk kā { $most } attēlus.
problem-photo-ours = { $name } šobrīd neizdevās saglabāt. Tā ir mūsu vaina; mēģini vēlreiz.
