# Снимки того, что не так с заказом.
problem-photos = Фотографии (необязательно)
problem-photos-hint = До { $most } штук: JPEG, PNG, WebP или GIF, каждая не больше { $size } МБ. Их видим только мы и те, кто может открыть этот заказ. Сведения о том, когда и где они сняты, удаляются.
problem-photos-choose = Выбрать фотографии
problem-photos-camera = Или снять сейчас
problem-photo-kept = Отправить эту
problem-photo-of = Фотография { $at } из { $count }
problem-photo-large = { $name }: больше { $most } МБ.
problem-photo-kind = { $name }: это не изображение JPEG, PNG, WebP или GIF.
problem-photo-broken = { $name }: файл повреждён. Снимите ещё раз или выберите другой.
problem-photo-pixels = { $name }: слишком много пикселей или ни одного.
problem-photo-misnamed = { $name }: это изображение другого вида, чем говорит имя.
problem-photo-many = { $name }: не отправлено, к сообщению прилагается не больше { $most } фотографий.
problem-photo-ours = { $name }: сейчас не удалось сохранить. Это наша вина; попробуйте ещё раз.
