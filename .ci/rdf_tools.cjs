// Reads a file of RDF with n3 or jsonld and writes N-Quads.
// usage: node rdf_tools.cjs n3|jsonld FORMAT FILE NODE_MODULES
const fs = require("fs");
const path = require("path");

const [tool, format, file, modules] = process.argv.slice(2);
const load = (name) => require(path.resolve(modules, name));
const text = fs.readFileSync(file, "utf8");
const media = { turtle: "text/turtle", trig: "application/trig", ntriples: "application/n-triples", nquads: "application/n-quads" };

async function main() {
  if (tool === "jsonld") {
    const quads = await load("jsonld").toRDF(JSON.parse(text), { format: "application/n-quads" });
    process.stdout.write(quads);
    return;
  }
  const n3 = load("n3");
  const quads = new n3.Parser({ format: media[format] }).parse(text);
  const writer = new n3.Writer({ format: "application/n-quads" });
  writer.addQuads(quads);
  writer.end((error, result) => {
    if (error) throw error;
    process.stdout.write(result);
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
