"""Reads exports with rdflib, networkx and igraph and compares what they see.

usage: read_exports.py GRAPH.ttl RAPPER.nt GRAPH.graphml
RAPPER.nt is what rapper read from GRAPH.ttl.
"""

import sys

import igraph
import networkx
import rdflib


def triples(path, form):
    return len(rdflib.Graph().parse(path, format=form))


def main():
    turtle, rapper, graphml = sys.argv[1:]
    by_rdflib, by_rapper = triples(turtle, "turtle"), triples(rapper, "nt")
    print(f"turtle: {by_rdflib} triples in rdflib, {by_rapper} in rapper")
    first = networkx.read_graphml(graphml)
    second = igraph.Graph.Read_GraphML(graphml)
    print(f"graphml: {len(first)} nodes, {first.size()} edges in networkx, ", end="")
    print(f"{second.vcount()} and {second.ecount()} in igraph")
    same = (
        by_rdflib == by_rapper
        and (len(first), first.size()) == (second.vcount(), second.ecount())
    )
    if not same or not by_rdflib or not first.size():
        sys.exit("the tools do not agree, or there is nothing to see")


if __name__ == "__main__":
    main()
