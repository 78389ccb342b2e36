#!/usr/bin/env python3
"""Draws the largest component of a GraphML export, as in docs/graph.png.

usage: pip install networkx igraph matplotlib
       ngoaivu build examples/articles --store example.store
       ngoaivu export --store example.store -o graph.graphml
       python3 docs/draw_graph.py graph.graphml docs/graph.png
"""
import math
import sys

import igraph
import matplotlib
import networkx as nx
import numpy as np

matplotlib.use("Agg")
import matplotlib.patheffects as effects
import matplotlib.pyplot as plt
from matplotlib.lines import Line2D

WIDTH, HEIGHT = 26, 16
TYPES = {
    "Person": "người", "Agency": "cơ quan", "Province": "tỉnh, thành phố", "Country": "quốc gia",
    "Place": "địa danh", "Event": "sự kiện", "Programme": "chương trình", "Document": "văn bản",
    "Product": "sản phẩm",
}


def largest_component(path):
    directed = nx.read_graphml(path)
    graph = nx.Graph()
    graph.add_nodes_from(sorted(directed.nodes(data=True)))
    graph.add_edges_from(sorted((a, b) for a, b, *_ in directed.edges))
    return graph.subgraph(max(sorted(nx.connected_components(graph), key=min), key=len)).copy()


def wrap(label, width=24, lines=3):
    out = [""]
    for word in label.split():
        if out[-1] and len(out[-1]) + len(word) >= width:
            out.append("")
        out[-1] = f"{out[-1]} {word}".strip()
    return "\n".join(out[:lines]) + ("…" if len(out) > lines else "")


def layout(graph, nodes):
    """Kamada-Kawai, turned so that the longest axis is horizontal, stretched to the page."""
    index = {node: i for i, node in enumerate(nodes)}
    flat = igraph.Graph(len(nodes), [(index[a], index[b]) for a, b in graph.edges])
    points = np.array(flat.layout_kamada_kawai().coords)
    points -= points.mean(axis=0)
    points = points @ np.linalg.svd(points, full_matrices=False)[2].T
    low, high = np.percentile(points, 2, axis=0), np.percentile(points, 98, axis=0)
    points = (points - (low + high) / 2) / (high - low) * [WIDTH * 0.86, HEIGHT * 0.88]
    return np.clip(points, [-WIDTH / 2, -HEIGHT / 2], [WIDTH / 2, HEIGHT / 2])


def push_apart(points, widths, heights):
    """Moves boxes until none covers another."""
    for _ in range(3000):
        calm = True
        for i in range(len(points)):
            for j in range(i):
                dx, dy = points[j] - points[i]
                over_x = (widths[i] + widths[j]) / 2 - abs(dx)
                over_y = (heights[i] + heights[j]) / 2 - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                calm = False
                axis, over = (1, over_y) if over_y < over_x else (0, over_x)
                step = math.copysign(over / 2 + 0.005, (dx, dy)[axis])
                points[j][axis] += step
                points[i][axis] -= step
        half = np.array([widths, heights]).T / 2
        points = np.clip(points, half - [WIDTH / 2, HEIGHT / 2], [WIDTH / 2, HEIGHT / 2] - half)
        if calm:
            break
    return points


def main(source, target):
    graph = largest_component(source)
    nodes = sorted(graph.nodes)
    degree = [graph.degree[node] for node in nodes]
    data = [graph.nodes[node] for node in nodes]
    colours = [tuple(int(d[c]) / 255 for c in "rgb") for d in data]
    radius = [0.08 + 0.05 * math.sqrt(d) for d in degree]
    font = [9.5 if d == 1 else 10 + min(9, 1.7 * math.sqrt(d)) for d in degree]
    labels = [wrap(d["label"]) for d in data]

    plt.rcParams["font.family"] = "DejaVu Sans"
    figure, axes = plt.subplots(figsize=(WIDTH, HEIGHT))
    figure.subplots_adjust(0, 0, 1, 1)
    axes.set(xlim=(-WIDTH / 2, WIDTH / 2), ylim=(-HEIGHT / 2, HEIGHT / 2))
    axes.axis("off")
    widths, heights = [], []
    for label, size, r in zip(labels, font, radius):
        text = axes.text(0, 0, label, fontsize=size, linespacing=0.95)
        box = text.get_window_extent(figure.canvas.get_renderer()).transformed(axes.transData.inverted())
        text.remove()
        widths.append(max(box.width, 2 * r) + 0.12)
        heights.append(box.height + 2 * r + 0.14)
    points = push_apart(layout(graph, nodes), widths, heights)
    centre = [(x, y + h / 2 - r) for (x, y), h, r in zip(points, heights, radius)]

    index = {node: i for i, node in enumerate(nodes)}
    for a, b in sorted(graph.edges):
        (x1, y1), (x2, y2) = centre[index[a]], centre[index[b]]
        axes.plot([x1, x2], [y1, y2], color="#8f9aa8", lw=1.3, alpha=0.6, zorder=1)
    halo = [effects.withStroke(linewidth=3, foreground="white", alpha=0.85)]
    for (x, y), r, colour, label, size in zip(centre, radius, colours, labels, font):
        axes.add_patch(plt.Circle((x, y), r, facecolor=colour, edgecolor="white", lw=1.2, zorder=3))
        axes.text(x, y - r - 0.04, label, ha="center", va="top", fontsize=size, color="#222222",
                  linespacing=0.95, zorder=4, path_effects=halo)
    seen = dict(zip((d["type"] for d in data), colours))
    keys = [Line2D([], [], marker="o", ls="", ms=14, color=seen[t], label=f"{t.lower()} · {vi}")
            for t, vi in TYPES.items() if t in seen]
    axes.legend(handles=keys, loc="lower left", fontsize=14, framealpha=0.9, edgecolor="#dddddd")
    figure.savefig(target, dpi=80, facecolor="white", metadata={"Software": None})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
