-- From when on a paid order may be packed, as its shopper was told; none for those that were paid before there was a pause.
ALTER TABLE orders ADD COLUMN packing_from INTEGER;
