"""Writes ontology/names/districts.ttl: the second-level units of Viet Nam until 30 June 2025.

Names, kinds and coordinates come from the package `vietnamadminunits` (MIT).

    python districts.py ../names/districts.ttl
"""

import re
import sqlite3
import sys
from collections import Counter
from pathlib import Path

import vietnamadminunits

from slug import slug
from turtle import date, document, reference, text, thing

ABOLISHED = "2025-07-01"
# Districts so well known, or so unlike other words, that the bare name is enough. Cities and towns
# are taken as such unless they stand in AMBIGUOUS.
BARE = set(
    """Ba Đình, Hoàn Kiếm, Tây Hồ, Cầu Giấy, Đống Đa, Hà Đông, Long Biên, Gia Lâm, Sóc Sơn, Đông Anh,
    Thanh Trì, Ba Vì, Thạch Thất, Quốc Oai, Chương Mỹ, Đan Phượng, Hoài Đức, Thường Tín, Mê Linh,
    Nam Từ Liêm, Bắc Từ Liêm, Củ Chi, Bình Chánh, Hóc Môn, Cần Giờ, Nhà Bè, Gò Vấp, Bình Thạnh,
    Phú Nhuận, Hòa Vang, Sơn Trà, Ngũ Hành Sơn, Liên Chiểu, Cẩm Lệ, Côn Đảo,
    Lý Sơn, Cát Hải, Cô Tô, Vân Đồn, Bạch Long Vĩ, Cồn Cỏ, Bình Liêu, Hải Hà, Ba Chẽ, Tiên Yên, Đầm Hà,
    Đồng Văn, Mèo Vạc, Quản Bạ, Yên Minh, Hoàng Su Phì, Xín Mần, Vị Xuyên, Bát Xát, Bắc Hà,
    Mường Khương, Si Ma Cai, Văn Bàn, Mù Cang Chải, Mai Châu, Mộc Châu, Mường Lát, Mường La, Mường Tè,
    Mường Nhé, Mường Chà, Mường Ảng, Sìn Hồ, Phong Thổ, Nậm Pồ, Nậm Nhùn, Than Uyên, Sốp Cộp, Sông Mã,
    Yên Châu, Quan Sơn, Quan Hóa, Con Cuông, Quế Phong, Tương Dương, Thanh Chương, Nam Đàn, Nghi Lộc,
    Diễn Châu, Quỳnh Lưu, Yên Thành, Đô Lương, Quỳ Châu, Quỳ Hợp, Hương Sơn, Hương Khê, Can Lộc,
    Nghi Xuân, Cẩm Xuyên, Thạch Hà, Vũ Quang, Hướng Hóa, Đakrông, Vĩnh Linh, Gio Linh, Cam Lộ, Lệ Thủy,
    Bố Trạch, Quảng Ninh, A Lưới, Tây Giang, Nam Giang, Đông Giang, Phước Sơn, Bình Sơn, Lộc Bình,
    Cao Lộc, Văn Lãng, Tràng Định, Đình Lập, Bảo Lạc, Hạ Lang, Hà Quảng, Quảng Hòa, Hòa An,
    Nguyên Bình, Lục Ngạn, Lục Nam, Hòn Đất, Kiên Lương, Giang Thành, Mộc Hóa, Đức Huệ, Tân Biên,
    Lộc Ninh, Bù Đốp, Bù Gia Mập, Buôn Đôn, Ea Súp, Đắk Mil, Đức Cơ, Ia Grai, Chư Prông, Ngọc Hồi,
    Sa Thầy, Ninh Hải, Phú Vang, Năm Căn, Ngọc Hiển, U Minh, Cái Bè, Chợ Lách, Tam Đảo, Ba Bể,
    Na Hang, Lâm Bình, Kim Bảng, Gia Viễn, Yên Phong, Tiên Du, Long Thành, Nhơn Trạch, Trảng Bom"""
    .replace("\n", " ").replace("  ", " ").split(", ")
)
BARE = {name.strip() for name in BARE} - {"Quảng Ninh"}
AMBIGUOUS = set(
    "Tân An, Phú Mỹ, Bình Minh, Thuận An, Hồng Ngự, Thái Hòa, Hòa Thành, Phước Long, Bình Long, "
    "Tân Uyên, Ngã Bảy, Tân Châu, Ninh Hòa, Kỳ Anh, Hồng Lĩnh, Vĩnh Châu, Đông Hòa, An Khê, Duy Tiên, "
    "Việt Yên, Hoàng Mai, Chí Linh, Bình Tân, Phổ Yên, Từ Sơn, Thuận Thành, Mỹ Hào, Tịnh Biên, "
    "Hoa Lư, Hương Trà, Phong Điền, La Gi, Long Mỹ, Giá Rai, Bến Cát, Duyên Hải, Nghi Sơn, Phú Thọ, "
    "Kinh Môn, Quế Võ, Đức Phổ, An Nhơn, Hoài Nhơn, Chơn Thành, Sông Cầu, Ba Đồn, Sông Công, Long Khánh"
    .split(", ")
)
PREFERRED = {"Hồng Ngự (Thành phố)": "Hồng Ngự"}
ALIASES = {
    "Sa Pa": ["Sapa"], "Pleiku": ["Pleiku", "Plei Ku", "Plây Cu"], "Buôn Ma Thuột": ["Buôn Mê Thuột", "Ban Mê Thuột", "TP BMT"],
    "Hội An": ["phố cổ Hội An"], "Đồng Hới": [], "Phan Rang-Tháp Chàm": ["Phan Rang - Tháp Chàm", "Phan Rang"],
    "Côn Đảo": ["quần đảo Côn Đảo"],
    "Đakrông": ["Đa Krông", "Đăkrông"], "Phú Quốc": ["đảo Phú Quốc"], "Vũng Tàu": [], "Nha Trang": [],
}


def province_id(name):
    """The id of an old province, by the package's short name."""
    special = {"Hồ Chí Minh": "thanh-pho-ho-chi-minh", "Huế": "thua-thien-hue"}
    return "province/" + special.get(name, slug(name))


def rows():
    database = Path(vietnamadminunits.__file__).parent / "data" / "dataset.db"
    query = """SELECT DISTINCT provinceShort, districtShort, districtType, districtLat, districtLon,
                      districtCode FROM admin_units_legacy"""
    with sqlite3.connect(database) as connection:
        return sorted(connection.execute(query), key=lambda row: row[5])


def identify(row):
    name = PREFERRED.get(row[1], row[1]).removeprefix("Quận ")
    return "place/" + slug(f"{row[2]} {name}")


def names(name, kind, homonym):
    """The labels, the preferred one first, and whether the bare name needs context."""
    if name.isdigit():
        number = int(name)
        return [f"Quận {number}", f"Q.{number}"], False
    if homonym:
        shorter = {"thành phố": "tp", "thị xã": "tx"}.get(kind)
        forms = [f"{shorter} {name}", f"{shorter}. {name}"] if shorter else []
        return [f"{kind} {name}", *forms], False
    bare = name in BARE if kind in ("huyện", "quận") else name not in AMBIGUOUS
    return [name, *(alias for alias in ALIASES.get(name, []) if alias != name)], not bare


def main(path):
    units = rows()
    province_names = {row[0] for row in units}
    count = Counter(identify(row) for row in units)
    blocks, used = [], set()
    for row in units:
        province, short, kind, latitude, longitude, _ = row
        name, kind = PREFERRED.get(short, short), kind.lower()
        homonym = name in province_names
        # The package tells a district from the town of its name in brackets: `Kỳ Anh (Huyện)`.
        plain = re.sub(r" \(.*\)$", "", name.removeprefix("Quận "))
        labels, needs_context = names(plain, kind, homonym)
        identifier = identify(row)
        if count[identifier] > 1:
            identifier += "-" + slug(province)
        assert identifier not in used, identifier
        used.add(identifier)
        blocks.append(thing(identifier, "Place", [
            ("skos:prefLabel", [text(labels[0], "vi")]),
            ("skos:altLabel", [text(label, "vi") for label in labels[1:]]),
            ("nv:designation", [text(kind, "vi")]),
            ("nv:needsContext", ["true" if needs_context else None]),
            ("nv:liesIn", [reference(province_id(province))]),
            ("nv:validUntil", [date("2025-01-01" if name == "Huế" else ABOLISHED)]),
            ("wgs:lat", [f"{latitude:.4f}" if latitude else None]),
            ("wgs:long", [f"{longitude:.4f}" if longitude else None]),
        ]))
    comment = """
Made by scripts/districts.py; change the lists there. Districts, cities and towns of the provinces,
abolished on 1 July 2025. Most names of districts are also names of people or communes: with
nv:needsContext they count only behind `huyện`, `quận` … or before their province.
"""
    content = document("Districts, provincial cities and towns of Viet Nam until 2025", comment, blocks)
    Path(path).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
