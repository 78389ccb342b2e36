//! Places nodes so that what is tied lies close: a force layout in the manner of ForceAtlas2, with fixed
//! rounds and no chance in it.

mod forces;
#[cfg(test)]
mod tests;
mod tree;

use super::network::{Network, Ties};
use forces::Forces;

/// A place in the picture.
type Point = [f32; 2];

/// How much farther apart nodes are put in the end, so that labels have room.
const ROOM: f32 = 1.5;

/// Irrational steps that spread points evenly over a square, whatever their number.
const STEPS: [f64; 2] = [0.754_877_666_246_693, 0.569_840_290_998_053];

impl Network<'_> {
    /// Places all nodes. Nodes must be measured: those of a community start side by side. The places are a
    /// function of the sorted network alone; only additions, products and square roots are used, which every
    /// machine rounds alike.
    pub fn lay_out(&mut self) {
        let ties = Ties::new(self).simple();
        let mut forces = Forces::new(&ties, self.starting_points());
        for _ in 0..rounds(ties.len()) {
            forces.advance(&ties);
        }
        let points = forces.points();
        for (node, [x, y]) in self.graph.node_weights_mut().zip(points) {
            node.position = Some((x * ROOM, y * ROOM));
        }
    }

    fn starting_points(&self) -> Vec<Point> {
        let side = 100.0 * as_float(self.node_count()).sqrt();
        self.nodes()
            .enumerate()
            .map(|(place, node)| {
                let home = spread(node.measures.community);
                let around = spread(place);
                [0, 1].map(|axis| {
                    let at = (home[axis] - 0.5) * side + (around[axis] - 0.5) * side / 8.0;
                    to_single(at)
                })
            })
            .collect()
    }
}

/// A large graph calms down in the large first; its details need no more rounds than the eye sees.
const fn rounds(nodes: usize) -> usize {
    match nodes {
        0..=1_000 => 800,
        1_001..=10_000 => 400,
        10_001..=50_000 => 200,
        _ => 100,
    }
}

/// The `number`th of points that fill the unit square evenly.
fn spread(number: usize) -> [f64; 2] {
    STEPS.map(|step| (0.5 + step * as_float(number)).fract())
}

fn as_float(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "places need no more digits"
)]
fn to_single(number: f64) -> f32 {
    number as f32
}
