#!/usr/bin/env python3
"""Measures `ngoaivu annotate` beside the named-entity recogniser of underthesea, on the same files.

    cargo build --release
    python3 -m venv env && env/bin/pip install underthesea
    env/bin/python benches/against_underthesea.py FOLDER [--seconds 60] [--program PATH]

Both read plain text on one thread. Rates are bytes of text per second of CPU (user and system), since
machines are shared. The recogniser is slow, so it reads the files of the folder in an order of its own until
its seconds are used up; the program reads exactly those files, over and over where they are few, and its
start is measured apart and left out of the rate, as is that of the recogniser. The ratio of the rates is
printed last.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# So much text makes a run of the program long enough to be measured.
LEAST = 8 << 20


def cpu(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def read_by_recogniser(files, seconds):
    """The files that it read, how many bytes they hold, and how many seconds of CPU it took."""
    from underthesea import ner

    # Loads the model.
    ner("Bộ Ngoại giao họp tại Hà Nội.")
    begin = cpu(resource.RUSAGE_SELF)
    taken, size, names = [], 0, 0
    for file in files:
        text = file.read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.strip():
                names += sum(tag.startswith("B-") for *_, tag in ner(line))
        taken.append(file)
        size += len(text.encode())
        if cpu(resource.RUSAGE_SELF) - begin >= seconds:
            break
    return taken, size, cpu(resource.RUSAGE_SELF) - begin, names


def read_by_program(program, files, size):
    """Bytes read and seconds of CPU that they took, without the start."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        one, many = folder / "one", folder / "many"
        one.mkdir()
        many.mkdir()
        (one / files[0].name).write_bytes(files[0].read_bytes())
        rounds = max(1, -(-LEAST // size))
        for number in range(rounds):
            for file in files:
                (many / f"{number}-{file.name}").write_bytes(file.read_bytes())

        def seconds(articles):
            begin = cpu(resource.RUSAGE_CHILDREN)
            command = [program, "annotate", "-q", "--threads", "1", articles, "-o", folder / "out.jsonl"]
            subprocess.run(command, check=True)
            return cpu(resource.RUSAGE_CHILDREN) - begin

        start = min(seconds(one) for _ in range(3))
        return rounds * size, min(seconds(many) for _ in range(3)) - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="plain texts in UTF-8")
    parser.add_argument("--seconds", type=float, default=60, help="how long the recogniser reads")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--program", type=Path, default=target / "release" / "ngoaivu")
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.txt"))
    if not files:
        sys.exit(f"{options.folder}: no .txt files")
    random.Random(7).shuffle(files)
    taken, size, slow, names = read_by_recogniser(files, options.seconds)
    theirs = size / slow
    print(f"underthesea: {len(taken)} files, {size / 1e3:.0f} kB, {names} names, {slow:.1f} s: {theirs / 1e3:.2f} kB/s")
    read, quick = read_by_program(options.program, taken, size)
    ours = read / quick
    print(f"ngoaivu: {read / 1e6:.1f} MB, {quick:.2f} s: {ours / 1e6:.2f} MB/s")
    print(f"ratio: {ours / theirs:.0f}")


if __name__ == "__main__":
    main()
