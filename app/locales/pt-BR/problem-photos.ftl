# Fotos do que está errado com um pedido.
problem-photos = Fotos (opcional)
problem-photos-hint = Até { $most }: JPEG, PNG, WebP ou GIF, cada uma com no máximo { $size } MB. Só nós e quem pode abrir este pedido as vemos. Quando e onde foram tiradas é removido.
problem-photos-choose = Escolher fotos
problem-photos-camera = Ou tire uma agora
problem-photo-kept = Enviar esta
problem-photo-of = Foto { $at } de { $count }
problem-photo-large = { $name } tem mais de { $most } MB.
problem-photo-kind = { $name } não é uma imagem JPEG, PNG, WebP ou GIF.
problem-photo-broken = { $name } está danificada. Tire de novo ou escolha outra.
problem-photo-pixels = { $name } tem pixels demais, ou nenhum.
problem-photo-misnamed = { $name } é outro tipo de imagem do que diz o nome.
problem-photo-many = { $name } ficou de fora: um relato leva no máximo { $most } fotos.
problem-photo-ours = { $name } não pôde ser guardada agora. A culpa é nossa; tente mais uma vez.
