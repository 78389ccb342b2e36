"""Writes Turtle for people: one thing per block, one property per line."""

HEADER = """# {title}
#
{comment}

@base <https://w3id.org/ngoaivu/id/> .
{prefixes}
"""

PREFIXES = {
    "nv": "https://w3id.org/ngoaivu/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def text(words, language=None):
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def date(day):
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(day)]
    return f'"{day}"^^xsd:{kind}'


def reference(identifier):
    return f"<{identifier}>"


def thing(identifier, kind, properties):
    """One block. `properties` is a list of (predicate, list of terms); empty ones are left out."""
    lines = [f"<{identifier}> a nv:{kind}"]
    for predicate, terms in properties:
        terms = [term for term in terms if term is not None]
        if terms:
            lines.append(f"    {predicate} " + ", ".join(terms))
    return " ;\n".join(lines) + " .\n"


def document(title, comment, blocks):
    body = "\n".join(blocks)
    prefixes = "\n".join(
        f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items() if f"{name}:" in body
    )
    comment = "\n".join(f"# {line}".rstrip() for line in comment.strip().splitlines())
    return HEADER.format(title=title, comment=comment, prefixes=prefixes) + "\n" + body
