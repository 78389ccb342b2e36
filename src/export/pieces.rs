//! Long outputs, made piece by piece on all threads and written in their order.

use std::io::{self, Write};
use std::ops::Range;

use rayon::prelude::*;

/// Pieces that are made while those before them are written.
const TOGETHER: usize = 16;

/// Bytes that most pieces have.
const PIECE: usize = 1 << 16;

/// Writes `count` items in their order. `make` appends the items of a range to a text and tells a number, of
/// which the sum is given back. Memory holds few pieces of `size` items at a time.
pub(super) fn write_in_order<W: Write + Send>(
    writer: &mut W,
    count: usize,
    size: usize,
    make: impl Fn(Range<usize>, &mut String) -> io::Result<u64> + Sync,
) -> io::Result<u64> {
    let piece = |&start: &usize| -> io::Result<(String, u64)> {
        let mut text = String::with_capacity(PIECE);
        let told = make(start..count.min(start + size), &mut text)?;
        Ok((text, told))
    };
    let starts: Vec<usize> = (0..count).step_by(size).collect();
    let mut ready: Vec<(String, u64)> = Vec::new();
    let mut sum = 0;
    for starts in starts.chunks(TOGETHER) {
        // A short output is not worth waking other threads.
        let (written, made) = if let [start] = starts {
            (
                write_all(writer, &ready),
                piece(start).map(|made| vec![made]),
            )
        } else {
            rayon::join(
                || write_all(writer, &ready),
                || starts.par_iter().map(piece).collect::<io::Result<_>>(),
            )
        };
        written?;
        ready = made?;
        sum += ready.iter().map(|(_, told)| told).sum::<u64>();
    }
    write_all(writer, &ready)?;
    Ok(sum)
}

fn write_all(writer: &mut impl Write, pieces: &[(String, u64)]) -> io::Result<()> {
    let mut texts = pieces.iter().map(|(text, _)| text);
    texts.try_for_each(|text| writer.write_all(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_order_and_numbers_are_added() {
        for count in [0, 1, 7, 1_000] {
            let mut written = Vec::new();
            let made = |range: Range<usize>, text: &mut String| {
                range
                    .clone()
                    .for_each(|item| text.push_str(&format!("{item} ")));
                Ok(range.len() as u64)
            };
            let sum = write_in_order(&mut written, count, 7, made).unwrap();
            let expected: String = (0..count).map(|item| format!("{item} ")).collect();
            assert_eq!(String::from_utf8(written).unwrap(), expected);
            assert_eq!(sum, count as u64);
        }
    }

    #[test]
    fn the_first_failure_ends_it() {
        let fails = |range: Range<usize>, text: &mut String| {
            text.push('x');
            match range.start {
                40 => Err(io::Error::other("no more")),
                _ => Ok(0),
            }
        };
        let mut written = Vec::new();
        assert!(write_in_order(&mut written, 1_000, 1, fails).is_err());
        assert!(written.len() <= 40);
    }
}
