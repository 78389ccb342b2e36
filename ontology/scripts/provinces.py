"""Writes ontology/names/provinces.ttl: the 63 units until 2025 and the 34 of 1 July 2025.

Codes of the statistics office, coordinates and the mapping old to new come from the package
`vietnamadminunits` (MIT), ISO 3166-2 codes from `pycountry`; aliases and dates are here.
"""

import sqlite3
import sys
from pathlib import Path

import pycountry
import vietnamadminunits

from slug import plain, slug
from turtle import date, document, reference, text, thing

REFORM = "2025-07-01"
HUE_CITY = "2025-01-01"

# First days, as the National Assembly's decisions of separation name them; the others are older
# than the press that is read.
SINCE = {
    "1989-06-30": "Quảng Bình, Quảng Trị, Thừa Thiên Huế, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa",
    "1991-08-12": "Hòa Bình, Hà Giang, Tuyên Quang, Lào Cai, Yên Bái, Nghệ An, Hà Tĩnh, Gia Lai, "
    "Kon Tum, Bà Rịa - Vũng Tàu",
    "1991-12-26": "Ninh Bình, Ninh Thuận, Bình Thuận, Sóc Trăng, Trà Vinh, Vĩnh Long",
    "1997-01-01": "Bắc Giang, Bắc Ninh, Bắc Kạn, Thái Nguyên, Hải Dương, Hưng Yên, Nam Định, Hà Nam, "
    "Phú Thọ, Vĩnh Phúc, Quảng Nam, Đà Nẵng, Bình Dương, Bình Phước, Bạc Liêu, Cà Mau",
    "2004-01-01": "Đắk Lắk, Đắk Nông, Lai Châu, Điện Biên, Cần Thơ, Hậu Giang",
}
SINCE = {name.strip(): day for day, names in SINCE.items() for name in names.split(",")}

PREFERRED = {"Hồ Chí Minh": "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu": "Bà Rịa - Vũng Tàu"}
ENGLISH = {
    "Hà Nội": "Hanoi",
    "Hồ Chí Minh": "Ho Chi Minh City",
    "Thừa Thiên Huế": "Thua Thien Hue",
    "Bà Rịa - Vũng Tàu": "Ba Ria - Vung Tau",
}
ALIASES = {
    "Thừa Thiên Huế": ["Thừa Thiên-Huế", "Thừa Thiên - Huế"],
    "Hồ Chí Minh": ["thành phố Hồ Chí Minh", "tp. Hồ Chí Minh", "tp Hồ Chí Minh", "thành phố mang tên Bác"],
    "Đắk Lắk": ["Đăk Lăk", "Đắc Lắc", "Đắk Lăk", "Đăk Lắk", "Đắc Lắk", "Đak Lak", "Daklak"],
    "Đắk Nông": ["Đăk Nông", "Đắc Nông", "Đak Nông"],
    "Bắc Kạn": ["Bắc Cạn"],
    "Kon Tum": ["Kontum", "KonTum"],
    "Hà Nội": ["Ha Noi", "Hanoi"],
    "Cà Mau": ["Ca Mau"],
    "Bà Rịa - Vũng Tàu": ["Bà Rịa Vũng Tàu"],
    "Điện Biên": [],
}
ACRONYMS = {
    "Hồ Chí Minh": ["TP.HCM", "Tp.HCM", "TP HCM", "Tp HCM", "TPHCM", "HCMC", "TP.HCMC"],
    "Thừa Thiên Huế": ["TT-Huế", "TT Huế"],
    "Bà Rịa - Vũng Tàu": ["BR-VT", "BRVT"],
}
FORMER_NAMES = {"Hồ Chí Minh": ["Sài Gòn", "Sài Gòn - Gia Định"]}
WIKIDATA = {"Hà Nội": "Q1858", "Hồ Chí Minh": "Q1854", "Đà Nẵng": "Q25282"}
CITIES = {"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"}
SPELLING = {"Hoà Bình": "Hòa Bình", "Kiến Giang": "Kiên Giang", "Thừa Thiên-Huế": "Thừa Thiên Huế"}


def iso_codes():
    units = pycountry.subdivisions.get(country_code="VN")
    return {SPELLING.get(unit.name, unit.name): unit.code for unit in units}


def rows(table):
    database = Path(vietnamadminunits.__file__).parent / "data" / "dataset.db"
    query = f"SELECT DISTINCT provinceShort, provinceCode, provinceLat, provinceLon FROM {table}"
    with sqlite3.connect(database) as connection:
        return sorted(connection.execute(query), key=lambda row: row[1])


def predecessors():
    """For each new unit the old ones it was made of, by the package's keys."""
    import json

    path = Path(vietnamadminunits.__file__).parent / "data" / "converter_2025.json"
    mapping = json.loads(path.read_text(encoding="utf-8"))["DICT_PROVINCE"]
    strip = lambda key: key.removeprefix("thanhpho").removeprefix("tinh")
    return {strip(new): {strip(old) for old in olds} for new, olds in mapping.items()}


def key(name):
    return plain(name).lower().replace(" ", "").replace("-", "")


def identifier(name, era=""):
    return "province/" + slug(PREFERRED.get(name, name)) + era


def block(name, row, iso, since, until, successors, era=""):
    wikidata = WIKIDATA.get(name)
    properties = [
        ("skos:prefLabel", [
            text(PREFERRED.get(name, name), "vi"),
            text(ENGLISH.get(name, plain(name)), "en"),
        ]),
        ("skos:altLabel", [text(alias, "vi") for alias in ALIASES.get(name, [])]),
        ("nv:acronym", [text(acronym) for acronym in ACRONYMS.get(name, [])]),
        ("nv:formerName", [text(former, "vi") for former in FORMER_NAMES.get(name, [])]),
        ("nv:designation", [text("thành phố" if name in CITIES else "tỉnh", "vi")]),
        ("nv:code", [text(iso[name])]),
        ("nv:gsoCode", [text(row[1])]),
        ("nv:validFrom", [date(since) if since else None]),
        ("nv:validUntil", [date(until) if until else None]),
        ("nv:successor", [reference(successor) for successor in successors]),
        ("wgs:lat", [f"{row[2]:.4f}"]),
        ("wgs:long", [f"{row[3]:.4f}"]),
        ("skos:exactMatch", [f"<http://www.wikidata.org/entity/{wikidata}>" if wikidata and not era
                             else None]),
    ]
    return thing(identifier(name, era), "Province", properties)


def main(path):
    iso = iso_codes()
    iso["Huế"] = iso["Thừa Thiên Huế"]
    merged = predecessors()
    new = {row[0]: row for row in rows("admin_units")}
    old = {row[0]: row for row in rows("admin_units_legacy")}
    heir = {old_key: name for name in new for old_key in merged[key(name)]}
    unchanged = [name for name in new if len(merged[key(name)]) == 1]
    assert len(old) == 63 and len(new) == 34 and len(unchanged) == 11, (len(old), len(new), unchanged)
    assert set(iso) - {"Huế"} == set(old) - {"Huế"} | {"Thừa Thiên Huế"}

    blocks = ["# Until 30 June 2025, and those that went on unchanged.\n"]
    for name, row in old.items():
        if name == "Huế":
            hue = identifier("Huế")
            blocks.append(block("Thừa Thiên Huế", row, iso, SINCE["Thừa Thiên Huế"], HUE_CITY, [hue]))
            blocks.append(block("Huế", row, iso, HUE_CITY, None, []))
        elif name in unchanged:
            blocks.append(block(name, row, iso, SINCE.get(name), None, []))
        else:
            successor = identifier(heir[key(name)], "-2025")
            blocks.append(block(name, row, iso, SINCE.get(name), REFORM, [successor]))
    blocks.append("# Since 1 July 2025, where several were made into one.\n")
    for name, row in new.items():
        if name not in unchanged:
            blocks.append(block(name, row, iso, REFORM, None, [], "-2025"))
    comment = """
Made by scripts/provinces.py; change the tables there. A unit that took in others on 1 July 2025 is a
new thing also where it kept its name. Seven codes of the statistics office changed owner that day,
so a code needs a period. ISO has not given new codes yet: a new unit bears the one of its namesake.
"""
    document_text = document("First-level units of Viet Nam", comment, blocks)
    Path(path).write_text(document_text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
