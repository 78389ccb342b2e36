//! Writes what people take away: RDF, graphs, annotations; one file per format.
