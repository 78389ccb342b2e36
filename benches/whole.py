#!/usr/bin/env python3
"""Measures whole runs of the program, from small to large, and prints times, ratios and growth.

    cargo build --release
    benches/whole.py                         # made articles: 1000, 3000, 10000
    benches/whole.py --sizes 1000,10000,100000 --plot growth.svg
    benches/whole.py --articles FOLDER       # one's own articles, one size

Times are CPU seconds of the process (user and system) beside wall time, since machines are shared; memory
is the largest resident size. Both sides of every ratio are measured in the same run. Growth is the
exponent of a power law through the sizes: 1.00 is proportional.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
COLORS = ["#1b6ca8", "#c8553d", "#588157", "#7b2d8b", "#b08900", "#444444", "#e07a9b", "#2a9d8f", "#8d6e63"]


class Run:
    """What one process took."""

    def __init__(self, cpu, wall, memory, output):
        self.cpu, self.wall, self.memory, self.output = cpu, wall, memory, output


def run(*command, one_core=False):
    # With one thread to work, another one reads and writes beside it: only a single core tells what a core does.
    bind = (lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})) if one_core and hasattr(os, "sched_setaffinity") else None
    begin = time.monotonic()
    command = [str(word) for word in command]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=bind)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {errors.decode()}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024, output.decode())


def bench(name):
    """The newest program that `cargo bench` builds of this name."""
    command = ["cargo", "bench", "-q", "--no-run", "--bench", name]
    subprocess.run(command, cwd=ROOT, check=True)
    found = [path for path in (TARGET / "release/deps").glob(f"{name}-*") if os.access(path, os.X_OK) and path.suffix == ""]
    return max(found, key=lambda path: path.stat().st_mtime)


def measure(program, floors, articles, folder):
    """The steps of one size, by name."""
    store, quads = folder / "measured.store", folder / "all.nq"
    steps = {
        "annotate, 1 core": run(program, "annotate", articles, "-q", "--threads", "1", "-o", folder / "a.jsonl", one_core=True),
        "annotate, 2 threads": run(program, "annotate", articles, "-q", "--threads", "2", "-o", folder / "a.jsonl"),
        "build": run(program, "build", articles, "-q", "--store", store),
        "build again, nothing new": run(program, "build", articles, "-q", "--store", store),
        "open (ask)": run(program, "query", "--store", store, "-e", "ASK { ?s ?p ?o }"),
        "prebuilt query": run(program, "query", "partner-coverage", "--store", store),
        "export N-Quads": run(program, "export", "--store", store, "--include", "ontology", "-o", quads),
        "export Turtle": run(program, "export", "--store", store, "-o", folder / "all.ttl"),
        "export GraphML": run(program, "export", "--store", store, "--layout", "none", "-o", folder / "all.graphml"),
        "floor: parse N-Quads": run(floors, "parse", quads),
        "floor: parse N-Quads, lenient": run(floors, "lenient", quads),
        "floor: load N-Quads into memory": run(floors, "load", quads),
    }
    count = int(steps["floor: parse N-Quads"].output.split()[0])
    return steps, count


def exponent(sizes, costs):
    """The slope of a line through the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(cost, 1e-9)) for cost in costs]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / spread


def table(rows, size, text_bytes, count):
    print(f"\n{size} articles, {text_bytes / 1e6:.1f} MB of files, {count} quads ({count / size:.0f} an article)")
    print(f"{'step':34} {'CPU s':>8} {'wall s':>8} {'MB':>7} {'per article':>12}")
    for name, step in rows.items():
        print(f"{name:34} {step.cpu:8.2f} {step.wall:8.2f} {step.memory:7.0f} {step.cpu / size * 1e6:9.0f} us")
    start = START.cpu

    def ratio(what, value, goal):
        print(f"  {what}: {value:.2f} ({goal})")

    one, two = rows["annotate, 1 core"], rows["annotate, 2 threads"]
    ratio("annotate, MB of files a CPU second, start-up left out", text_bytes / 1e6 / (one.cpu - start), "goal 20")
    ratio("annotate, wall time of 1 core / of 2 threads", one.wall / two.wall, "goal 1.9")
    load, parse = rows["floor: load N-Quads into memory"], rows["floor: parse N-Quads"]
    ratio("build / bare load into memory, wall", rows["build"].wall / load.wall, "goal at most 1.5, extraction included")
    ratio("parse N-Quads / open the store, CPU", parse.cpu / rows["open (ask)"].cpu, "goal at least 2")


def plot(path, sizes, results):
    """Costs over sizes, both logarithmic, as SVG."""
    names = list(results[0][0])
    costs = {name: [max(steps[name].cpu, 1e-3) for steps, _ in results] for name in names}
    low, high = min(map(min, costs.values())), max(map(max, costs.values()))

    def place(size, cost):
        x = 60 + 520 * math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])
        return x, 440 - 400 * math.log(cost / low) / math.log(high / low)

    lines = ['<svg xmlns="http://www.w3.org/2000/svg" width="900" height="480" font-family="sans-serif" font-size="12">',
             '<rect width="900" height="480" fill="white"/>']
    for size in sizes:
        x, _ = place(size, low)
        lines.append(f'<line x1="{x:.0f}" y1="40" x2="{x:.0f}" y2="440" stroke="#ddd"/><text x="{x:.0f}" y="458" text-anchor="middle">{size}</text>')
    for power in range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1):
        _, y = place(sizes[0], 10**power)
        lines.append(f'<line x1="60" y1="{y:.0f}" x2="580" y2="{y:.0f}" stroke="#ddd"/><text x="52" y="{y + 4:.0f}" text-anchor="end">{10**power:g} s</text>')
    for index, name in enumerate(names):
        color = COLORS[index % len(COLORS)]
        dash = ' stroke-dasharray="5 3"' if name.startswith("floor") else ""
        points = " ".join("%.1f,%.1f" % place(size, cost) for size, cost in zip(sizes, costs[name]))
        lines.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"{dash}/>')
        y = 60 + 20 * index
        lines.append(f'<line x1="610" y1="{y}" x2="640" y2="{y}" stroke="{color}" stroke-width="2"{dash}/><text x="648" y="{y + 4}">{name}</text>')
    lines.append('<text x="320" y="24" text-anchor="middle">CPU seconds by number of articles</text></svg>')
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def start_up(program, folder):
    """The quickest of ten runs on one sentence."""
    article = folder / "one.txt"
    article.write_text("Sáng 18/12, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ tại Hà Nội.\n", encoding="utf-8")
    runs = [run(program, "annotate", article, "-q", "-o", folder / "one.jsonl") for _ in range(10)]
    best = min(runs, key=lambda step: step.wall)
    print(f"start-up, annotate of one sentence, best of 10: {best.wall * 1000:.0f} ms wall, {min(r.cpu for r in runs) * 1000:.0f} ms CPU (goal 30)")
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,3000,10000", help="numbers of made articles")
    parser.add_argument("--articles", type=Path, help="measure these articles instead")
    parser.add_argument("--program", type=Path, default=TARGET / "release/ngoaivu")
    parser.add_argument("--plot", type=Path, help="draw the growth as SVG")
    options = parser.parse_args()
    options.program = options.program.resolve()
    floors = bench("floors")
    results, sizes = [], []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        global START
        START = start_up(options.program, scratch)
        for size in [0] if options.articles else map(int, options.sizes.split(",")):
            folder = scratch / str(size)
            folder.mkdir()
            articles = options.articles or folder / "articles"
            if not options.articles:
                run(bench("articles"), size, articles)
            files = [path for path in articles.rglob("*") if path.is_file()]
            size = size or len(files)
            steps, count = measure(options.program, floors, articles, folder)
            table(steps, size, sum(path.stat().st_size for path in files), count)
            sizes.append(size)
            results.append((steps, count))
    if len(sizes) > 1:
        print(f"\ngrowth from {sizes[0]} to {sizes[-1]} articles (exponent of CPU time less start-up; goal at most 1.05)")
        for name in results[0][0]:
            less = 0 if name.startswith("floor") else START.cpu if name.startswith(("annotate", "build")) else 0
            costs = [steps[name].cpu - less for steps, _ in results]
            memory = [steps[name].memory for steps, _ in results]
            print(f"{name:34} {exponent(sizes, costs):6.2f}   memory {exponent(sizes, memory):6.2f}")
        print(f"{'quads':34} {exponent(sizes, [count for _, count in results]):6.2f}")
    if options.plot and len(sizes) > 1:
        plot(options.plot, sizes, results)


if __name__ == "__main__":
    main()
