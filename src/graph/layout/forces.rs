//! One round after the other: ties pull, nodes push each other away, all are drawn to the middle.

use rayon::prelude::*;

use super::Point;
use super::tree::Tree;
use crate::graph::network::Ties;

/// How hard nodes push each other away.
const PUSH: f32 = 40.0;
/// How hard the middle pulls, the harder the farther: with the push of all it spreads nodes over a disc
/// where each has room for its label.
const GRAVITY: f32 = 0.03;
/// Nodes that are handled together; fixed, so that threads cannot change the order of additions.
const TOGETHER: usize = 512;

/// Where all nodes are and how they move.
pub(super) struct Forces {
    points: Vec<Point>,
    /// Well-tied nodes push harder and move less.
    mass: Vec<f32>,
    before: Vec<Point>,
    speed: f32,
    efficiency: f32,
}

impl Forces {
    pub(super) fn new(ties: &Ties, points: Vec<Point>) -> Self {
        let mass = (0..ties.len()).map(|node| 1.0 + count(ties.of(node).len()));
        Self {
            mass: mass.collect(),
            before: vec![[0.0; 2]; points.len()],
            points,
            speed: 1.0,
            efficiency: 1.0,
        }
    }

    pub(super) fn points(self) -> Vec<Point> {
        self.points
    }

    /// Moves all nodes once.
    pub(super) fn advance(&mut self, ties: &Ties) {
        let tree = Tree::new(&self.points, &self.mass);
        // In the order of the tree, neighbours find the same squares in the cache.
        let found: Vec<(u32, Point)> = tree
            .bodies()
            .par_iter()
            .with_min_len(TOGETHER)
            .map(|body| (body.node, self.force_on(body.node as usize, ties, &tree)))
            .collect();
        let mut forces = vec![[0.0; 2]; found.len()];
        for (node, force) in found {
            forces[node as usize] = force;
        }
        self.adapt_speed(&forces);
        let speed = self.speed;
        for (node, force) in forces.iter().enumerate() {
            let swing = self.mass[node] * length(minus(*force, self.before[node]));
            let step = speed / (1.0 + (speed * swing).sqrt());
            for axis in [0, 1] {
                self.points[node][axis] += force[axis] * step;
            }
        }
        self.before = forces;
    }

    fn force_on(&self, node: usize, ties: &Ties, tree: &Tree) -> Point {
        let (at, mass) = (self.points[node], self.mass[node]);
        let [mut x, mut y] = tree.push_on(node, at).map(|part| part * PUSH * mass);
        x -= at[0] * GRAVITY * mass;
        y -= at[1] * GRAVITY * mass;
        for &(to, weight) in ties.of(node) {
            let there = self.points[to as usize];
            // A second article adds less than the first.
            let pull = weight.sqrt();
            x += (there[0] - at[0]) * pull;
            y += (there[1] - at[1]) * pull;
        }
        [x, y]
    }

    /// Faster while nodes go on as before, slower where they swing to and fro.
    fn adapt_speed(&mut self, forces: &[Point]) {
        let (mut swing, mut traction) = (0.0_f64, 0.0_f64);
        for (node, force) in forces.iter().enumerate() {
            let mass = f64::from(self.mass[node]);
            let before = self.before[node];
            swing += mass * f64::from(length(minus(*force, before)));
            let sum = [force[0] + before[0], force[1] + before[1]];
            traction += mass * f64::from(length(sum)) / 2.0;
        }
        if swing <= 0.0 {
            return;
        }
        let nodes = f64::from(count(forces.len()));
        let estimate = 0.05 * nodes.sqrt();
        let bound = (estimate * traction / (nodes * nodes)).min(10.0);
        let mut tolerance = estimate.sqrt().max(bound);
        if swing / traction.max(1e-9) > 2.0 {
            self.efficiency = (self.efficiency * 0.5).max(0.05);
            tolerance = tolerance.max(1.0);
        }
        let target = tolerance * f64::from(self.efficiency) * traction / swing;
        if swing > tolerance * traction {
            self.efficiency = (self.efficiency * 0.7).max(0.05);
        } else if self.speed < 1000.0 {
            self.efficiency *= 1.3;
        }
        let speed = f64::from(self.speed);
        self.speed = super::to_single(speed + (target - speed).min(0.5 * speed));
    }
}

fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1]]
}

fn length([x, y]: Point) -> f32 {
    (x * x + y * y).sqrt()
}

fn count(number: usize) -> f32 {
    super::to_single(super::as_float(number))
}
