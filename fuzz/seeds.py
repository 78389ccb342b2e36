"""Cuts seeds for the fuzz targets from the examples, page layouts, queries, ontology and docs of this repository.

usage: python3 seeds.py [FOLDER]

Writes them to FOLDER/TARGET (by default `corpus/TARGET`, where cargo-fuzz looks). Most targets take a
letter before their input that says what it is; the letters are those of `fuzz_targets`. `seeds/` holds
what was written by hand and has no source.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

# Bytes of a piece: mutations of short inputs are tried more often.
SHORT, LONG = 1_500, 4_000

# Values of parameters of queries: names, ids, times, and what must stay a value.
VALUES = (
    "Cục Ngoại vụ", "TP.HCM", "tỉnh Hòa Bình", "Hanoi", "country/vn", "VN-59", "https://w3id.org/ngoaivu/id/country/vn",
    "2022", "2022-03", "25/3/2022", "2012-01/2012-06", '" } DROP ALL #', "}", "a'\\\"\n", "\u202ea",
)


def articles(ending):
    return sorted((ROOT / "examples/articles").glob(f"*.{ending}"))


def pages():
    return sorted((ROOT / "tests/fixtures/pages").glob("*.html")) + articles("html")


def piece(file, length=LONG):
    """The beginning of a file, to the end of a line."""
    content = file.read_bytes()
    if len(content) <= length:
        return content
    return content[: content.rindex(b"\n", 0, length) + 1] if b"\n" in content[:length] else content[:length]


def query(file):
    """A query file without its header."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#")).encode()


def seeds():
    """Target, name and content of each seed."""
    for file in articles("txt"):
        yield "annotate", file.name, piece(file)
        yield "normalise", file.name, piece(file, SHORT)
        yield "read", file.name, b"t" + piece(file)
    for file in articles("jsonl"):
        yield "read", file.name, b"l" + piece(file)
    for file in pages():
        yield "read", file.name, b"h" + piece(file)
        yield "packed", f"epub-{file.name}", b"e" + piece(file)
        yield "packed", f"warc-{file.name}", b"w\r\n" + piece(file)
    for file in sorted((ROOT / "tests/fixtures/read").glob("*.pdf")):
        yield "pdf", file.name, b"r" + file.read_bytes()
    for file in sorted((ROOT / "queries").glob("*.rq")):
        yield "query", f"free-{file.name}", b"f" + query(file)
        # The target calls it `a`, as its header must.
        yield "query", f"file-{file.name}", b"q" + file.read_bytes().replace(file.stem.encode(), b"a", 1)
    for number, value in enumerate(VALUES):
        for which in b"!(":
            yield "query", f"value-{number}-{which}", bytes([which]) + value.encode()
    for file in sorted((ROOT / "ontology").glob("**/*.ttl")):
        yield "ontology", file.name, b"t" + piece(file, SHORT)
    for file in sorted((ROOT / "ontology/cues").glob("*.toml")):
        yield "ontology", file.name, b"c" + piece(file, SHORT)
    for number, example in enumerate((ROOT / "docs/identity.md").read_text("utf-8").split("```toml\n")[1:]):
        yield "curation", f"docs-{number}", example.split("```")[0].encode()


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "corpus"
    for target, name, content in seeds():
        (folder / target).mkdir(parents=True, exist_ok=True)
        (folder / target / name).write_bytes(content)


if __name__ == "__main__":
    main()
