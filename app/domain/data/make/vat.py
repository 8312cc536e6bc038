#!/usr/bin/env python3
"""Writes vat.tsv: the VAT of 45 European jurisdictions by class of goods, from which day on.

    python3 vat.py FOLDER > ../vat.tsv

FOLDER holds the unpacked PyPI package eu-vat-rates-data (MIT). The package knows which rates are in force;
which goods bear which of them, and since when, stands below, and the script stops where the two disagree.
A change of law is a new line here, never an edit of an old one: an order keeps the rate of its day.
"""
import json
import pathlib
import sys

# The day the one-stop shop began (Directive (EU) 2017/2455): before it distance sales followed other rules.
BEGIN = "2021-07-01"

# country: {class: [(from, percent), ...]}; a class that is missing bears the standard rate.
# "reduced" is the rate a country has for many kinds of goods; "food" is packed food that keeps (tea, coffee, biscuits),
# not the bread and milk that some favour further; "books" are printed.
KNOWN = {
    "AD": {"reduced": "1", "books": "1", "food": "1"},
    "AL": {"reduced": "6"},
    "AT": {"reduced": "10", "books": "10", "food": "10"},
    "BE": {"reduced": "6", "books": "6", "food": "6"},
    "BG": {"reduced": "9", "books": "9"},
    "CH": {
        "standard": [(BEGIN, "7.7"), ("2024-01-01", "8.1")],
        "reduced": [(BEGIN, "2.5"), ("2024-01-01", "2.6")],
        "books": [(BEGIN, "2.5"), ("2024-01-01", "2.6")],
        "food": [(BEGIN, "2.5"), ("2024-01-01", "2.6")],
    },
    "CY": {"reduced": "5", "books": [(BEGIN, "5"), ("2023-07-21", "3")], "food": "5"},
    "CZ": {
        "reduced": [(BEGIN, "15"), ("2024-01-01", "12")],
        "books": [(BEGIN, "10"), ("2024-01-01", "0")],
        "food": [(BEGIN, "15"), ("2024-01-01", "12")],
    },
    "DE": {"reduced": "7", "books": "7", "food": "7"},
    "EE": {
        "standard": [(BEGIN, "20"), ("2024-01-01", "22"), ("2025-07-01", "24")],
        "reduced": "9",
        "books": "9",
    },
    "ES": {"reduced": "10", "books": "4", "food": "10"},
    "FI": {
        "standard": [(BEGIN, "24"), ("2024-09-01", "25.5")],
        "reduced": [(BEGIN, "14"), ("2026-01-01", "13.5")],
        "books": [(BEGIN, "10"), ("2025-01-01", "14"), ("2026-01-01", "13.5")],
        "food": [(BEGIN, "14"), ("2026-01-01", "13.5")],
    },
    "FR": {"reduced": "5.5", "books": "5.5", "food": "5.5"},
    "GB": {"reduced": "5", "books": "0", "food": "0"},
    "GR": {"reduced": "13", "books": "6", "food": "13"},
    "HR": {"reduced": "13", "books": "5"},
    "HU": {"reduced": "18", "books": "5"},
    "IE": {"reduced": "13.5", "books": "0", "food": "0"},
    "IS": {"reduced": "11", "books": "11", "food": "11"},
    "IT": {"reduced": "10", "books": "4", "food": "10"},
    "LT": {"reduced": [(BEGIN, "9"), ("2026-01-01", "12")], "books": [(BEGIN, "9"), ("2026-01-01", "5")]},
    "LU": {
        "standard": [(BEGIN, "17"), ("2023-01-01", "16"), ("2024-01-01", "17")],
        "reduced": [(BEGIN, "8"), ("2023-01-01", "7"), ("2024-01-01", "8")],
        "books": "3",
        "food": "3",
    },
    "LV": {"reduced": "12", "books": [(BEGIN, "12"), ("2022-01-01", "5")]},
    "MD": {"reduced": "8"},
    "ME": {"reduced": "7"},
    "MK": {"reduced": "5", "books": "5"},
    "MT": {"reduced": "7", "books": "5", "food": "0"},
    "NL": {"reduced": "9", "books": "9", "food": "9"},
    "NO": {"reduced": "15", "books": "0", "food": "15"},
    "PL": {"reduced": "8", "books": "5", "food": [(BEGIN, "5"), ("2022-02-01", "0"), ("2024-04-01", "5")]},
    "PT": {"reduced": "6", "books": "6"},
    "RO": {
        "standard": [(BEGIN, "19"), ("2025-08-01", "21")],
        "reduced": [(BEGIN, "9"), ("2025-08-01", "11")],
        "books": [(BEGIN, "5"), ("2025-08-01", "11")],
        "food": [(BEGIN, "9"), ("2025-08-01", "11")],
    },
    "RS": {"reduced": "10", "books": "10"},
    "SE": {
        "reduced": "12",
        "books": "6",
        "food": [(BEGIN, "12"), ("2026-04-01", "6"), ("2028-01-01", "12")],
    },
    "SI": {"reduced": "9.5", "books": "5", "food": "9.5"},
    "SK": {
        "standard": [(BEGIN, "20"), ("2025-01-01", "23")],
        "reduced": [(BEGIN, "10"), ("2025-01-01", "19")],
        "books": [(BEGIN, "10"), ("2025-01-01", "5")],
        "food": [(BEGIN, "20"), ("2025-01-01", "19")],
    },
    "TR": {
        "standard": [(BEGIN, "18"), ("2023-07-10", "20")],
        "reduced": [(BEGIN, "8"), ("2023-07-10", "10")],
        "books": "0",
        "food": [(BEGIN, "8"), ("2022-02-14", "1")],
    },
    "UA": {"reduced": "7"},
    "XK": {"reduced": "8"},
}
# They follow a neighbour's law.
KNOWN["LI"] = KNOWN["CH"]
KNOWN["MC"] = KNOWN["FR"]
KNOWN["XI"] = KNOWN["GB"]


def dated(value):
    return [(BEGIN, value)] if isinstance(value, str) else value


def main(folder):
    path = pathlib.Path(folder) / "eu_vat_rates_data" / "eu_vat_rates_data.json"
    published = json.loads(path.read_text(encoding="utf-8"))
    today = published["version"]
    for country, law in sorted(published["rates"].items()):
        in_force = {0.0, law["standard"], *law["reduced"], law["super_reduced"] or 0.0, law["parking"] or 0.0}
        classes = {"standard": f"{law['standard']:g}"} | KNOWN.get(country, {})
        for name in ("standard", "reduced", "books", "food"):
            if name not in classes:
                continue
            rows = dated(classes[name])
            now = float([percent for day, percent in rows if day <= today][-1])
            if now not in in_force or (name == "standard" and now != law["standard"]):
                sys.exit(f"{country} {name}: {now} is not in force on {today}, {sorted(in_force)} are")
            for day, percent in rows:
                print(country, name, day, percent, sep="\t")


main(sys.argv[1])
