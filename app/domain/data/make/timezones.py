"""Writes timezones.tsv: python3 timezones.py FOLDER, where FOLDER holds zone.tab of the tz database (public domain).

One line for each country: the zone its pages show local times in. Where a country has several, the one where most of
its people live stands in MOST_PEOPLE; zone.tab sorts by geography first, so its first line would not do.
"""

import sys
from pathlib import Path

MOST_PEOPLE = {
    "AQ": "Antarctica/McMurdo", "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo", "CA": "America/Toronto", "CD": "Africa/Kinshasa", "CL": "America/Santiago",
    "CN": "Asia/Shanghai", "CY": "Asia/Nicosia", "DE": "Europe/Berlin", "EC": "America/Guayaquil",
    "ES": "Europe/Madrid", "FM": "Pacific/Chuuk", "GL": "America/Nuuk", "ID": "Asia/Jakarta", "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty", "MH": "Pacific/Majuro", "MN": "Asia/Ulaanbaatar", "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti", "PG": "Pacific/Port_Moresby",
    "PS": "Asia/Hebron", "PT": "Europe/Lisbon", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "UM": "Pacific/Midway",
    "US": "America/New_York", "UZ": "Asia/Tashkent", "VN": "Asia/Ho_Chi_Minh",
}

zones = {}
for row in Path(sys.argv[1], "zone.tab").read_text(encoding="utf-8").splitlines():
    if not row.startswith("#"):
        country, _, zone = row.split("\t")[:3]
        zones.setdefault(country, []).append(zone)

lines = ["# The main time zone of each country, from zone.tab of the tz database (public domain); made by make/timezones.py."]
for country, choices in sorted(zones.items()):
    if len(choices) > 1 and MOST_PEOPLE.get(country) not in choices:
        sys.exit(f"{country} has several zones: {choices}; say in MOST_PEOPLE which one")
    lines.append(f"{country}\t{MOST_PEOPLE.get(country, choices[0])}")
out = Path(__file__).resolve().parent.parent / "timezones.tsv"
out.write_text("\n".join(lines) + "\n", encoding="utf-8")
