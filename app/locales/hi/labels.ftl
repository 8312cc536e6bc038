# Labels at the desk.
desk-print = लेबल छापें
desk-print-zpl = ZPL में, लेबल प्रिंटर के लिए
desk-print-refused = कूरियर कंपनी के पास छापने को कोई लेबल नहीं है।
desk-print-unknown = कूरियर कंपनी जवाब नहीं दे रही। थोड़ी देर में फिर कोशिश करें।
