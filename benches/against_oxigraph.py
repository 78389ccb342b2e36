#!/usr/bin/env python3
"""Measures a first build into a folder beside oxigraph's own program loading the finished statements.

    cargo build --release --features rocksdb
    python3 -m venv env && env/bin/pip install oxigraph
    benches/against_oxigraph.py --oxigraph env/bin/oxigraph                    # 25,000 made articles
    benches/against_oxigraph.py --oxigraph env/bin/oxigraph --articles FOLDER

Our side reads the articles, extracts, decides who is who, and ends with a compacted store. Theirs loads the
same finished N-Quads, which we export first, and compacts. Wall time is what counts here, so the machine
should be at rest; CPU seconds and the largest resident size stand beside it. The ratios are printed last.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from whole import TARGET, bench, run


def told(name, step):
    print(f"{name:34} {step.cpu:8.2f} {step.wall:8.2f} {step.memory:7.0f}", flush=True)
    return step


def load(oxigraph, quads, folder, *options):
    """Wall time of loading and compacting."""
    name = " ".join(["oxigraph load", *options])
    loaded = told(name, run(oxigraph, "load", "--location", folder, "--file", quads, *options))
    compacted = told("oxigraph optimize", run(oxigraph, "optimize", "--location", folder))
    shutil.rmtree(folder)
    return loaded.wall + compacted.wall


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--oxigraph", default="oxigraph", help="oxigraph's program")
    parser.add_argument("--program", type=Path, default=TARGET / "release/ngoaivu")
    parser.add_argument("--count", type=int, default=25_000, help="how many articles are made")
    parser.add_argument("--articles", help="read these articles instead")
    parser.add_argument("--scratch", help="a folder with room for two stores and the statements")
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        scratch = Path(scratch)
        articles = options.articles or scratch / "articles.jsonl"
        if not options.articles:
            run(bench("articles"), options.count, articles)
        store, quads = scratch / "store", scratch / "all.nq"
        print(f"{'step':34} {'CPU s':>8} {'wall s':>8} {'MB':>7}")
        # The slash asks for a folder.
        built = told("build", run(program, "build", articles, "-q", "--store", f"{store}/"))
        if not (store / "quads").exists() and not (store / "quads-2").exists():
            sys.exit(f"{program} was built without the feature `rocksdb`")
        told("export N-Quads", run(program, "export", "--store", store, "--include", "ontology", "-o", quads))
        shutil.rmtree(store)
        with quads.open("rb") as lines:
            count = sum(1 for _ in lines)
        strict = load(options.oxigraph, quads, scratch / "theirs")
        lenient = load(options.oxigraph, quads, scratch / "theirs", "--lenient")
        print(f"{count} quads; peak memory of build {built.memory:.0f} MB (goal 500 at 5 million quads)")
        print(f"build / load and compact: {built.wall / strict:.2f} (goal at most 0.9); lenient {built.wall / lenient:.2f}")


if __name__ == "__main__":
    main()
