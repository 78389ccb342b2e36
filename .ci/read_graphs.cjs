// Reads GEXF and GraphML of one graph with graphology and compares them with its JSON.
// usage: node read_graphs.cjs NODE_MODULES FOLDER

const fs = require("fs");
const path = require("path");

const [, , modules, folder] = process.argv;
const load = (name) => require(path.join(modules, name));
const { MultiGraph } = load("graphology");
const gexf = load("graphology-gexf");
const graphml = load("graphology-graphml");

const data = JSON.parse(fs.readFileSync(path.join(folder, "graph.json"), "utf8"));
// Neither format holds control characters or runs of blanks.
const clean = (text) =>
  text
    .replace(/[\t\n\r]/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replace(/ +/g, " ");
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();
const nodes = sorted(data.nodes.map((n) => [n.id, clean(n.label), n.type]));
const edges = sorted(data.edges.map((e) => [e.source, e.target, e.label, !e.mutual]));

// graphology's reader of GraphML takes all edges as directed; the column `mutual` tells.
function compare(tool, graph, directed) {
  const foundNodes = sorted(graph.mapNodes((id, a) => [id, clean(a.label), a.type]));
  const foundEdges = sorted(
    graph.mapEdges((edge, a, source, target) => [source, target, a.predicate, directed(graph, edge, a)]),
  );
  for (const [what, found, wanted] of [["nodes", foundNodes, nodes], ["edges", foundEdges, edges]]) {
    if (found.length !== wanted.length) {
      throw new Error(`${tool}: ${found.length} ${what} instead of ${wanted.length}`);
    }
    wanted.forEach((row, place) => {
      if (row !== found[place]) {
        throw new Error(`${tool}: ${found[place].slice(0, 300)} instead of ${row.slice(0, 300)}`);
      }
    });
  }
  console.log(`${tool}: ${nodes.length} nodes and ${edges.length} edges are as in JSON`);
}

const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
compare("graphology, GEXF", gexf.parse(MultiGraph, read("graph.gexf")), (graph, edge) => graph.isDirected(edge));
compare("graphology, GraphML", graphml.parse(MultiGraph, read("graph.graphml")), (graph, edge, a) => !a.mutual);
