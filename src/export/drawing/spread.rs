//! Moves boxes on a page until none covers another.

/// Rounds before a page that is too small is given up.
const ROUNDS: usize = 600;

/// A box by its middle and half its sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tile {
    pub(super) at: [f32; 2],
    pub(super) half: [f32; 2],
}

/// Parts all tiles that cover each other, each pair along the shorter way; tells whether all are apart.
pub(super) fn part(tiles: &mut [Tile], page: [f32; 2]) -> bool {
    let mut order: Vec<usize> = (0..tiles.len()).collect();
    for round in 0..ROUNDS {
        keep_inside(tiles, page);
        // Sorted by their left sides, a tile can only meet those that begin before it ends.
        let left = |tile: &Tile| tile.at[0] - tile.half[0];
        order.sort_by(|&a, &b| left(&tiles[a]).total_cmp(&left(&tiles[b])).then(a.cmp(&b)));
        let mut calm = true;
        for place in 0..order.len() {
            let first = order[place];
            for &second in &order[place + 1..] {
                if left(&tiles[second]) >= tiles[first].at[0] + tiles[first].half[0] {
                    break;
                }
                calm &= !push(tiles, first, second, round);
            }
        }
        if calm {
            return true;
        }
    }
    false
}

/// Pushes two tiles apart if they cover each other.
fn push(tiles: &mut [Tile], first: usize, second: usize, round: usize) -> bool {
    let (a, b) = (tiles[first], tiles[second]);
    let over = [0, 1].map(|axis| a.half[axis] + b.half[axis] - (a.at[axis] - b.at[axis]).abs());
    if over[0] <= 0.01 || over[1] <= 0.01 {
        return false;
    }
    // Where the shorter way is blocked, the other one is tried from time to time.
    let shorter = usize::from(over[1] < over[0]);
    let axis = if round % 16 == 15 {
        1 - shorter
    } else {
        shorter
    };
    let step = over[axis] / 2.0 + 0.1;
    let toward = if b.at[axis] >= a.at[axis] {
        step
    } else {
        -step
    };
    tiles[first].at[axis] -= toward;
    tiles[second].at[axis] += toward;
    true
}

fn keep_inside(tiles: &mut [Tile], page: [f32; 2]) {
    for tile in tiles {
        for (axis, size) in page.iter().enumerate() {
            let half = tile.half[axis].min(size / 2.0);
            tile.at[axis] = tile.at[axis].clamp(half, size - half);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_on_one_spot_part_and_stay_on_the_page() {
        let tile = Tile {
            at: [50.0, 50.0],
            half: [10.0, 5.0],
        };
        let mut tiles = vec![tile; 20];
        assert!(part(&mut tiles, [200.0, 150.0]));
        for (number, a) in tiles.iter().enumerate() {
            assert!(a.at[0] >= 9.9 && a.at[0] <= 190.1 && a.at[1] >= 4.9 && a.at[1] <= 145.1);
            for b in &tiles[..number] {
                let apart = (a.at[0] - b.at[0]).abs() > 19.9 || (a.at[1] - b.at[1]).abs() > 9.9;
                assert!(apart, "{a:?} covers {b:?}");
            }
        }
        assert!(!part(&mut vec![tile; 20], [40.0, 30.0]), "too small a page");
    }
}
