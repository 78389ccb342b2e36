//! Maps articles and graph to RDF: IRIs, quads, provenance.
