"""Reads graph exports of one graph with networkx, igraph, pydot and csv, and compares them with its JSON.

usage: read_graphs.py FOLDER [DIRECTED]
FOLDER holds graph.json, graph.graphml, graph.dot, graph.csv-nodes.csv and so on, as the benchmark `exports`
writes them with --keep; DIRECTED the same written with --directed, for networkx' reader of GEXF.
"""

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

import igraph
import networkx
import pydot

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def clean(text, runs=True):
    """A text as formats keep it that hold neither control characters nor line breaks."""
    text = re.sub("[\t\n\r]", " ", text)
    text = FORBIDDEN.sub("", text)
    return re.sub(" +", " ", text) if runs else text


def seen(nodes, edges):
    """What is compared: id, label and type of nodes; ends and relation of edges."""
    return Counter(map(tuple, nodes)), Counter(map(tuple, edges))


def same(tool, found, wanted):
    for what, mine, theirs in zip(("nodes", "edges"), wanted, found):
        if mine != theirs:
            missing, extra = list((mine - theirs))[:3], list((theirs - mine))[:3]
            sys.exit(f"{tool}: {what} differ: missing {missing!r:.600}, extra {extra!r:.600}")
    print(f"{tool}: {wanted[0].total()} nodes and {wanted[1].total()} edges are as in JSON")


def in_networkx(graph):
    ends = graph.edges(data=True)
    return seen(
        ((n, d["label"], d["type"]) for n, d in graph.nodes(data=True)),
        ((a, b, d.get("predicate") or d["label"]) for a, b, d in ends),
    )


def in_igraph(path):
    graph = igraph.Graph.Read_GraphML(str(path))
    ids = graph.vs["id"]
    return seen(
        zip(ids, graph.vs["label"], graph.vs["type"]),
        ((ids[e.source], ids[e.target], e["predicate"]) for e in graph.es),
    )


def in_dot(path):
    def plain(text):
        return re.sub(r"\\(.)", r"\1", text[1:-1])

    graph = pydot.graph_from_dot_file(str(path), encoding="utf-8")[0]
    named = (n for n in graph.get_nodes() if n.get_name() not in ("node", "edge", "graph"))
    return seen(
        ((plain(n.get_name()), plain(n.get("label")), plain(n.get("class"))) for n in named),
        ((plain(e.get_source()), plain(e.get_destination()), plain(e.get("label"))) for e in graph.get_edges()),
    )


def in_tables(nodes, edges, node_columns, edge_columns):
    def rows(path, columns):
        with open(path, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                yield [row[column] for column in columns]

    return seen(rows(nodes, node_columns), rows(edges, edge_columns))


def main():
    folder = Path(sys.argv[1])
    data = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    nodes = [(n["id"], n["label"], n["type"]) for n in data["nodes"]]
    edges = [(e["source"], e["target"], e["label"]) for e in data["edges"]]
    whole = seen(nodes, edges)
    squeezed = seen(((i, clean(label), kind) for i, label, kind in nodes), edges)
    lines = seen(((i, clean(label, runs=False), kind) for i, label, kind in nodes), edges)
    guarded = seen(
        ((i, ("'" if clean(label)[:1] in "=+-@" else "") + clean(label, runs=False), kind) for i, label, kind in nodes),
        edges,
    )
    same("networkx, JSON", in_networkx(networkx.node_link_graph(data)), whole)
    same("networkx, GraphML", in_networkx(networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)), squeezed)
    if len(sys.argv) > 2:
        same("networkx, GEXF", in_networkx(networkx.read_gexf(Path(sys.argv[2]) / "graph.gexf")), squeezed)
    same("igraph, GraphML", in_igraph(folder / "graph.graphml"), squeezed)
    same("pydot, DOT", in_dot(folder / "graph.dot"), lines)
    table = folder.joinpath
    same("csv, csv", in_tables(table("graph.csv-nodes.csv"), table("graph.csv-edges.csv"), ["Id", "Label", "type"], ["Source", "Target", "Kind"]), guarded)
    same("csv, neo4j", in_tables(table("graph.neo4j-nodes.csv"), table("graph.neo4j-edges.csv"), ["id:ID", "name", ":LABEL"], [":START_ID", ":END_ID", ":TYPE"]), lines)
    same("csv, neptune", in_tables(table("graph.neptune-nodes.csv"), table("graph.neptune-edges.csv"), ["~id", "name:String", "~label"], ["~from", "~to", "~label"]), lines)


if __name__ == "__main__":
    main()
