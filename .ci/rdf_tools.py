"""Reads every RDF export with other people's tools and checks that all of them see the same statements.

usage: rdf_tools.py NGOAIVU NODE_MODULES WORK_FOLDER
Tools: rdflib, pyoxigraph and pySHACL (this Python), rapper (PATH), n3 and jsonld (NODE_MODULES).
"""

import html
import json
import pathlib
import subprocess
import sys
import time
from importlib.metadata import version

import pyoxigraph
import pyshacl
import rdflib

rdflib.NORMALIZE_LITERALS = False

SH = "http://www.w3.org/ns/shacl#"
FILES = {
    "turtle": "ttl",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nq",
    "rdfxml": "rdf",
    "jsonld": "jsonld",
}
OXIGRAPH = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
RDFLIB = {"rdfxml": "xml", "jsonld": "json-ld", "ntriples": "nt"}
RAPPER = {"turtle": "turtle", "trig": "trig", "ntriples": "ntriples", "nquads": "nquads", "rdfxml": "rdfxml"}
NODE = {"turtle": "n3", "trig": "n3", "ntriples": "n3", "nquads": "n3", "jsonld": "jsonld"}

# Quotes, marks of HTML, backslashes, marks of direction, composed and decomposed letters, a line break, letters
# beyond the first plane, ten thousand characters.
HOSTILE = [
    "\"'`<b>&amp;</b>]]> {x} \\n \\u0041 <http://a/ b>",
    "\u202eđảo\u202c \u200fngược\u200e \u2067xa\u2069",
    "Huê\u0301 và Huế; dòng\nmới\ttab; 𝔘𝔫𝔦 \U0001f1fb\U0001f1f3",
    "Tên rất dài " * 834,
]
CONTROL = "chuông \u0007, bậc \u001b[31m, không \u0001"


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options)


def statements(text, form, graphs):
    """Each statement as N-Quads writes it, without its graph unless asked."""
    quads = pyoxigraph.parse(text, OXIGRAPH[form])
    if graphs:
        return {str(quad) for quad in quads}
    return {str(quad.triple) for quad in quads}


def by_rdflib(path, form, graphs):
    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDFLIB.get(form, form))
    return statements(dataset.serialize(format="nquads").encode(), "nquads", graphs)


def by_rapper(path, form, graphs):
    out = run("rapper", "-q", "-i", RAPPER[form], "-o", "nquads" if graphs else "ntriples", path)
    return statements(out.stdout, "nquads", graphs)


def by_node(path, form, graphs, modules):
    script = pathlib.Path(__file__).with_name("rdf_tools.cjs")
    out = run("node", script, NODE[form], form, path, modules)
    return statements(out.stdout, "nquads", graphs)


def check(told, condition):
    if not condition:
        sys.exit(f"failed: {told}")


def same(tool, form, expected, found):
    if expected != found:
        for name, some in (("missing", expected - found), ("added", found - expected)):
            print(f"{name}:", *sorted(some)[:3], sep="\n  ")
        sys.exit(f"{tool} reads other statements from {form}")
    print(f"  {form} in {tool}: {len(found)} statements")


def articles(folder):
    """An article whose metadata are hostile, and one with characters that XML forbids."""
    text = "Ngày 12/8/2018, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ toàn quốc lần thứ 19 tại Hà Nội."
    for number, words in enumerate(HOSTILE):
        fields = {"id": f"xấu <{number}> \"&\" #%", "title": words, "author": words, "publisher": words, "text": text}
        (folder / f"hostile-{number}.json").write_text(json.dumps(fields), encoding="utf-8")
    fields = {"id": "control", "title": CONTROL, "text": text}
    (folder / "control.json").write_text(json.dumps(fields), encoding="utf-8")


def read_everywhere(ngoaivu, store, work, modules):
    export = lambda form, *more: run(
        ngoaivu, "export", "-q", "--store", store, "--format", form, "-o", work / f"all.{FILES[form]}", *more
    )
    for form in FILES:
        export(form)
    quads = statements((work / "all.nq").read_bytes(), "nquads", True)
    triples = statements((work / "all.nq").read_bytes(), "nquads", False)
    for form, ending in FILES.items():
        path = work / f"all.{ending}"
        graphs = form in ("trig", "nquads", "jsonld")
        expected = quads if graphs else triples
        same("pyoxigraph", form, expected, statements(path.read_bytes(), form, graphs))
        same("rdflib", form, expected, by_rdflib(path, form, graphs))
        if form in RAPPER:
            # Of TriG rapper tells no graphs.
            told = graphs and form != "trig"
            same("rapper", form, quads if told else triples, by_rapper(path, form, told))
        if form in NODE:
            same(NODE[form], form, expected, by_node(path, form, graphs, modules))
    text = "\n".join(sorted(triples))
    for words in HOSTILE:
        # Entities of HTML are read as what they mean, which is no matter of exports.
        literal = str(pyoxigraph.Literal(html.unescape(words)))
        check(f"a headline came through whole: {words[:40]!r}", f"headline> {literal}" in text)


def reifiers(ngoaivu, store, work, modules):
    for form in ("turtle", "ntriples"):
        path = work / f"rdf12.{FILES[form]}"
        run(ngoaivu, "export", "-q", "--store", store, "--format", form, "--rdf12", "-o", path)
    lines = statements((work / "rdf12.nt").read_bytes(), "ntriples", False)
    count = sum("#reifies> <<(" in line for line in lines)
    check("there are reifiers", count > 100)
    same("pyoxigraph", "turtle", lines, statements((work / "rdf12.ttl").read_bytes(), "turtle", False))
    same("n3", "turtle", lines, by_node(work / "rdf12.ttl", "turtle", False, modules))
    print(f"  RDF 1.2: {count} reifiers")


def control_characters(ngoaivu, work):
    source = work / "control.json"
    for form, ending in FILES.items():
        path = work / f"control.{ending}"
        out = subprocess.run(
            [ngoaivu, "export", "-q", "--from", source, "--format", form, "-o", path], capture_output=True
        )
        if out.returncode:
            check(f"{form} is refused with a reason", b"RDF/XML cannot hold U+" in out.stderr and not path.exists())
        else:
            text = "\n".join(statements(path.read_bytes(), form, False))
            check(f"control characters are whole in {form}", "\\u0007" in text or "\x07" in text or "chuông ," in text)


def results(graph):
    """What a validation report says: node, path, value and component of each result."""
    term = lambda node, name: graph.value(node, rdflib.URIRef(SH + name))
    found = []
    for node in graph.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        # What a result says in detail is no result of its own.
        if (None, rdflib.URIRef(SH + "detail"), node) in graph:
            continue
        path = term(node, "resultPath")
        path = "" if isinstance(path, rdflib.BNode) or path is None else str(path)
        value = term(node, "value")
        found.append((str(term(node, "focusNode")), path, str(value or ""), str(term(node, "sourceConstraintComponent"))))
    return sorted(found)


def shacl(ngoaivu, work, few):
    shapes = rdflib.Graph().parse(data=run(ngoaivu, "ontology", "--format", "shapes").stdout, format="turtle")
    graph = work / "few.ttl"
    run(ngoaivu, "export", "-q", "-o", graph, "--from", *few)
    fixtures = sorted(pathlib.Path("tests/fixtures/shacl").glob("*.ttl"))
    for path in [graph, *fixtures]:
        data = rdflib.Graph().parse(path, publicID="https://w3id.org/ngoaivu/")
        conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes)
        own = subprocess.run([ngoaivu, "validate", path, "--format", "ntriples"], capture_output=True)
        check(f"{path.name}: exit code", own.returncode == (0 if conforms else 1))
        ours = results(rdflib.Graph().parse(data=own.stdout, format="nt"))
        theirs = results(report)
        if ours != theirs:
            print("only ours:", *[r for r in ours if r not in theirs], sep="\n  ")
            print("only pySHACL's:", *[r for r in theirs if r not in ours], sep="\n  ")
            sys.exit(f"{path.name}: pySHACL does not agree")
        print(f"  {path.name}: {'conforms' if conforms else f'{len(ours)} results'}, in pySHACL too")


def ontology(ngoaivu):
    graph = rdflib.Graph().parse(data=run(ngoaivu, "ontology").stdout, format="turtle")
    names = [rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty]
    counts = [len({s for s in graph.subjects(rdflib.RDF.type, name) if isinstance(s, rdflib.URIRef)}) for name in names]
    check("the ontology has classes and properties", min(counts) >= 10)
    print(f"  ontology in rdflib: {counts[0]} classes, {counts[1]} object and {counts[2]} datatype properties")


def main():
    ngoaivu, modules, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    begin = time.time()
    articles(work)
    store = work / "rdf.store"
    run(ngoaivu, "build", "-q", "--store", store, "examples/articles", *sorted(work.glob("hostile-*.json")))
    rapper = subprocess.run(["rapper", "--version"], capture_output=True, text=True).stdout.strip()
    node = lambda name: json.loads((pathlib.Path(modules) / name / "package.json").read_text())["version"]
    print("  " + ", ".join(
        [f"{name} {version(name)}" for name in ("rdflib", "pyoxigraph", "pyshacl")]
        + [f"rapper {rapper}", f"n3 {node('n3')}", f"jsonld {node('jsonld')}"]
    ))
    read_everywhere(ngoaivu, store, work, modules)
    reifiers(ngoaivu, store, work, modules)
    control_characters(ngoaivu, work)
    few = sorted(str(path) for path in pathlib.Path("examples/articles").glob("0[1-3]*.txt"))
    shacl(ngoaivu, work, few)
    ontology(ngoaivu)
    print(f"  all agree after {time.time() - begin:.0f} s")


if __name__ == "__main__":
    main()
