//! Keeps quads: in memory with a snapshot file, or on disk.
