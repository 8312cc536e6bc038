# How what was bought is looked after.
care-title = Cómo cuidarlo
care-of = Cómo cuidar { $name }
desk-label-care = Cuidado
desk-hint-care = Para quien lo ha comprado: cómo lavarlo, engrasarlo o guardarlo. Líneas sencillas; aparecen en la página del pedido y en la carta del envío, no en la página del producto.
