# Fotos de lo que falla en un pedido.
problem-photos = Fotos (opcional)
problem-photos-hint = Hasta { $most }: JPEG, PNG, WebP o GIF, de { $size } MB como máximo cada una. Solo las vemos nosotros y quien pueda abrir este pedido. Se borra cuándo y dónde se hicieron.
problem-photos-choose = Elegir fotos
problem-photos-camera = O haz una ahora
problem-photo-kept = Enviar esta
problem-photo-of = Foto { $at } de { $count }
problem-photo-large = { $name } ocupa más de { $most } MB.
problem-photo-kind = { $name } no es una imagen JPEG, PNG, WebP ni GIF.
problem-photo-broken = { $name } está dañada. Vuelve a hacerla o elige otra.
problem-photo-pixels = { $name } tiene demasiados píxeles, o ninguno.
problem-photo-misnamed = { $name } es otro tipo de imagen del que dice su nombre.
problem-photo-many = { $name } se quedó fuera: con un aviso van { $most } fotos como máximo.
problem-photo-ours = { $name } no se pudo guardar ahora mismo. Es culpa nuestra; inténtalo otra vez.
