//! Sorts many texts that begin alike.

/// Groups up to this size are sorted by comparing whole texts.
const FEW: usize = 24;
/// Texts that are equal up to here are sorted by comparing whole texts.
const DEEPEST: usize = 4096;

/// Numbers, sorted by the bytes of their texts: eight bytes at a time, since comparing whole IRIs would
/// look at the same beginning again and again.
pub(super) fn sorted_texts<'a>(
    mut numbers: Vec<u32>,
    text: impl Fn(u32) -> &'a [u8] + Copy,
) -> Vec<u32> {
    sort(&mut numbers, 0, text, &mut Vec::new());
    numbers
}

fn sort<'a>(
    numbers: &mut [u32],
    depth: usize,
    text: impl Fn(u32) -> &'a [u8] + Copy,
    keys: &mut Vec<(u64, u32)>,
) {
    if numbers.len() <= FEW || depth >= DEEPEST {
        numbers.sort_unstable_by(|a, b| text(*a).cmp(text(*b)));
        return;
    }
    let depth = depth + common_length(numbers, depth, text);
    keys.clear();
    keys.extend(
        numbers
            .iter()
            .map(|number| (key(text(*number), depth), *number)),
    );
    keys.sort_unstable();
    let mut bounds = vec![0];
    for (place, (number, key)) in numbers.iter_mut().zip(keys.iter()).enumerate() {
        *number = key.1;
        if place > 0 && keys[place - 1].0 != key.0 {
            bounds.push(place);
        }
    }
    bounds.push(numbers.len());
    for bound in bounds.windows(2) {
        if bound[1] - bound[0] > 1 {
            sort(&mut numbers[bound[0]..bound[1]], depth + 8, text, keys);
        }
    }
}

/// How many bytes from `depth` on all texts share.
fn common_length<'a>(
    numbers: &[u32],
    depth: usize,
    text: impl Fn(u32) -> &'a [u8] + Copy,
) -> usize {
    let behind = |number: u32| text(number).get(depth..).unwrap_or_default();
    let Some((first, others)) = numbers.split_first() else {
        return 0;
    };
    let first = behind(*first);
    let mut common = first.len();
    for number in others {
        let pairs = first[..common].iter().zip(behind(*number));
        common = pairs.take_while(|(a, b)| a == b).count();
    }
    common
}

/// Eight bytes as a number of the same order; what is behind the end counts as zero.
fn key(text: &[u8], depth: usize) -> u64 {
    let behind = text.get(depth..).unwrap_or_default();
    let mut bytes = [0; 8];
    let length = behind.len().min(8);
    bytes[..length].copy_from_slice(&behind[..length]);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_comparing_does(
            ends in prop::collection::vec("[a-c\u{0}]{0,3}(prefix-shared)?[ab\u{0}ế]{0,12}", 0..200),
        ) {
            let texts: Vec<String> = ends.iter().map(|end| format!("https://a.example/{end}")).collect();
            let numbers: Vec<u32> = (0..).take(texts.len()).collect();
            let sorted = sorted_texts(numbers, |number| texts[number as usize].as_bytes());
            let mut wanted: Vec<&String> = texts.iter().collect();
            wanted.sort();
            let sorted: Vec<&String> = sorted.iter().map(|number| &texts[*number as usize]).collect();
            prop_assert_eq!(sorted, wanted);
        }
    }
}
