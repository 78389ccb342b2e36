//! All quads of a store, looked at on all threads.

use oxigraph::model::QuadRef;
use oxigraph::store::StorageError;
use rayon::prelude::*;

use super::Statements;

/// Parts in which all quads are looked at, and quads that are not worth a part of their own.
const PARTS: usize = 8;
const FEW: usize = 4_096;

impl Statements {
    /// Looks at each quad where it lies, at some on each thread; gives what was found in each part.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn in_parts<T: Send>(
        &self,
        empty: impl Fn() -> T + Sync,
        look: impl Fn(&mut T, QuadRef<'_>) + Sync,
    ) -> Result<Vec<T>, StorageError> {
        let Some(table) = self.table() else {
            let mut found = empty();
            self.each_quad(|quad| look(&mut found, quad))?;
            return Ok(vec![found]);
        };
        let rows = table.rows();
        let part = rows.len().div_ceil(PARTS).max(FEW);
        let parts = rows.par_chunks(part).map(|rows| {
            let mut found = empty();
            let quads = rows.iter().filter_map(|row| table.quad(row));
            quads.for_each(|quad| look(&mut found, quad));
            found
        });
        Ok(parts.collect())
    }
}
