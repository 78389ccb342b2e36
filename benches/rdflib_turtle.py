"""Tells how many seconds of CPU rdflib needs to write a graph as Turtle; reading does not count.

usage: rdflib_turtle.py GRAPH.nt OUT.ttl
"""

import sys
import time

import rdflib

graph = rdflib.Graph().parse(sys.argv[1], format="nt")
graph.bind("nv", "https://w3id.org/ngoaivu/ontology#")
begin = time.process_time()
graph.serialize(sys.argv[2], format="turtle")
print(time.process_time() - begin)
