"""Writes holidays.tsv: python3 holidays.py FOLDER, where FOLDER holds the unpacked PyPI package `holidays`.

One line for each country of tariff-zones.tsv: its weekly days of rest (1 is Monday), then for each year the
nationwide public holidays as month and day.
"""

import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import holidays  # noqa: E402

YEARS = (2026, 2027, 2028)
DATA = Path(__file__).resolve().parent.parent


def served():
    lines = (DATA / "tariff-zones.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t")[1].split() for line in lines if not line.startswith("#"))
    return sorted(country for row in rows for country in row)


def line(country):
    known = holidays.country_holidays(country, years=YEARS)
    rest = "".join(str(day + 1) for day in sorted(known.weekend))
    years = (" ".join(f"{day:%m%d}" for day in sorted(known) if day.year == year) for year in YEARS)
    return "\t".join([country, rest, *years])


head = [
    f"# Nationwide public holidays, from the Python package holidays {holidays.__version__} (MIT); made by make/holidays.py.",
    "\t".join(["# country", "rest", *map(str, YEARS)]),
]
text = "\n".join(head + [line(country) for country in served()]) + "\n"
(DATA / "holidays.tsv").write_text(text, encoding="utf-8")
