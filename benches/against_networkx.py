"""Times networkx writing the graph that the benchmark `exports` wrote, in GraphML and GEXF.

usage: cargo bench --bench exports -- --keep FOLDER
       python3 benches/against_networkx.py FOLDER        (needs networkx)

Reads FOLDER/graph.json, which is not timed, and tells seconds and megabytes per second of each writer.
"""

import json
import resource
import sys
import time
from pathlib import Path

import networkx


def main():
    folder = Path(sys.argv[1])
    graph = networkx.node_link_graph(json.loads((folder / "graph.json").read_text(encoding="utf-8")))
    # Its writers know no lists.
    for holder in [d for _, d in graph.nodes(data=True)] + [d for *_, d in graph.edges(data=True)]:
        for name, value in holder.items():
            if isinstance(value, list):
                holder[name] = "; ".join(value)
    print(f"networkx {networkx.__version__}: {len(graph)} nodes, {graph.size()} edges")
    for name, write in (("graphml", networkx.write_graphml), ("gexf", networkx.write_gexf)):
        target = folder / f"networkx.{name}"
        begin = time.perf_counter()
        write(graph, target)
        seconds = time.perf_counter() - begin
        megabytes = target.stat().st_size / 1e6
        print(f"{name:10} {megabytes:8.1f} MB {seconds:8.2f} s {megabytes / seconds:8.1f} MB/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory: {peak} kB")


if __name__ == "__main__":
    main()
