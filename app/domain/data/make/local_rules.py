#!/usr/bin/env python3
"""Writes local_rules.tsv: what a country's law and habit ask of a shop's pages, and the country's currency.

    python3 local_rules.py FOLDER > ../local_rules.tsv

FOLDER holds the unpacked npm package cldr-core (Unicode-3.0), whose supplemental/currencyData.json knows which currency is in
use where. The rules are laid down below; their laws are named in src/local_rules.rs.
"""
import json
import pathlib
import sys

# ISO 3166-1, without CLDR's own additions to it (Kosovo, Ascension and the like).
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "IC", "QO", "TA", "UN", "XK", "ZZ"}

UNION = set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
# Its law also holds on these islands and coasts, which are outside its VAT area only.
OUTERMOST = set("AX GP MQ GF RE YT MF".split())
AREA = UNION | OUTERMOST | set("IS LI NO".split())

BEFORE_TAX = set("US CA PR".split())
BUTTON = AREA | {"GB"}
UNIT_PRICES = AREA | set("GB CH".split())
LOWEST_OF_30 = AREA
IMPRINT = AREA | set("GB CH JP KR".split())
WITHDRAWAL = {code: 14 for code in AREA} | {
    "AL": 14, "AR": 10, "BA": 14, "BR": 7, "CL": 10, "CN": 7, "CO": 5, "GB": 14, "GE": 14, "IL": 14, "KR": 7, "MD": 14,
    "ME": 14, "MK": 14, "MX": 5, "RS": 14, "RU": 7, "SA": 7, "TH": 7, "TR": 14, "TW": 7, "UA": 14, "ZA": 7,
}  # fmt: skip
# Where two currencies are tender, the country's own; where there is none, the dollar.
OWN = {"LS": "LSL", "AQ": "USD"}


def currency(country, uses):
    tender = [code for use in uses for code, terms in use.items() if "_to" not in terms and terms.get("_tender") != "false"]
    return OWN.get(country) or tender[0]


def main(folder):
    path = pathlib.Path(folder) / "supplemental" / "currencyData.json"
    regions = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["currencyData"]["region"]
    print("# country, currency, tax in prices, days to withdraw, what pages have to show")
    for country, uses in sorted(regions.items()):
        if country in NOT_ISO or all("_to" in terms for use in uses for terms in use.values()):
            continue
        rules = {"button": BUTTON, "unit-prices": UNIT_PRICES, "lowest-30": LOWEST_OF_30, "imprint": IMPRINT}
        shown = ",".join(rule for rule, where in rules.items() if country in where) or "-"
        tax = "before" if country in BEFORE_TAX else "included"
        print(country, currency(country, uses), tax, WITHDRAWAL.get(country, "-"), shown, sep="\t")


main(sys.argv[1])
