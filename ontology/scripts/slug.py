"""Makes ids out of Vietnamese names: `Đắk Lắk` becomes `dak-lak`."""

import re
import unicodedata


def plain(name):
    """The name without diacritics."""
    name = name.replace("Đ", "D").replace("đ", "d")
    letters = unicodedata.normalize("NFD", name)
    return "".join(ch for ch in letters if not unicodedata.combining(ch))


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")
