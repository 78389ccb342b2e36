//! A tree of squares: a far group of nodes pushes as if all its mass were in its middle (Barnes-Hut).

use super::Point;

/// A group is far when its square is smaller than its distance times this.
const FAR: f32 = 1.1;
/// Nodes in a square that is not parted further.
const FEW: usize = 8;
/// Squares within squares; points that still coincide stay together.
const DEEPEST: usize = 24;
/// Nodes on one spot push as if they were so far apart.
const NEAREST: f32 = 0.1;

/// A square; those in it follow right behind.
#[derive(Debug, Clone, Copy)]
struct Square {
    middle: Point,
    mass: f32,
    /// Squared, as distances are compared.
    side: f32,
    /// Nodes in it that are in no smaller square, a range of `bodies`.
    bodies: (u32, u32),
    /// The first square that is not in this one.
    beyond: u32,
}

/// A node where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub(super) point: Point,
    pub(super) mass: f32,
    pub(super) node: u32,
}

/// All nodes, sorted into squares.
#[derive(Debug)]
pub(super) struct Tree {
    squares: Vec<Square>,
    bodies: Vec<Body>,
}

impl Tree {
    pub(super) fn new(points: &[Point], mass: &[f32]) -> Self {
        let bodies: Vec<Body> = (0..)
            .zip(points.iter().zip(mass))
            .map(|(node, (&point, &mass))| Body { point, mass, node })
            .collect();
        let low = |axis: usize| points.iter().map(|p| p[axis]).fold(f32::MAX, f32::min);
        let high = |axis: usize| points.iter().map(|p| p[axis]).fold(f32::MIN, f32::max);
        let corner = [low(0), low(1)];
        let side = (high(0) - corner[0]).max(high(1) - corner[1]).max(1.0);
        let mut tree = Self {
            squares: Vec::with_capacity(bodies.len()),
            bodies,
        };
        tree.add(0, tree.bodies.len(), corner, side, 0);
        tree
    }

    /// The nodes; those that lie close stand close.
    pub(super) fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Adds the square of the nodes in a range, parted into four, and those further.
    fn add(&mut self, first: usize, last: usize, corner: Point, side: f32, depth: usize) {
        let own = self.squares.len();
        let square = self.square(first, last, side);
        self.squares.push(square);
        if last - first > FEW && depth < DEEPEST {
            self.squares[own].bodies = (0, 0);
            let half = side / 2.0;
            let middle = [corner[0] + half, corner[1] + half];
            let quarter = |body: &Body| {
                usize::from(body.point[0] >= middle[0])
                    + 2 * usize::from(body.point[1] >= middle[1])
            };
            self.bodies[first..last].sort_by_key(quarter);
            let mut from = first;
            for number in 0..4 {
                let rest = &self.bodies[from..last];
                let to = from + rest.partition_point(|body| quarter(body) <= number);
                if from < to {
                    let right = if number % 2 == 1 { half } else { 0.0 };
                    let up = if number >= 2 { half } else { 0.0 };
                    let corner = [corner[0] + right, corner[1] + up];
                    self.add(from, to, corner, half, depth + 1);
                }
                from = to;
            }
        }
        self.squares[own].beyond = as_index(self.squares.len());
    }

    fn square(&self, first: usize, last: usize, side: f32) -> Square {
        let (mut mass, mut x, mut y) = (0.0, 0.0, 0.0);
        for body in &self.bodies[first..last] {
            mass += body.mass;
            x += body.mass * body.point[0];
            y += body.mass * body.point[1];
        }
        let whole = if mass > 0.0 { mass } else { 1.0 };
        Square {
            middle: [x / whole, y / whole],
            mass,
            side: side * side,
            bodies: (as_index(first), as_index(last)),
            beyond: 0,
        }
    }

    /// How all others push a node of mass 1 at a point away.
    pub(super) fn push_on(&self, node: usize, at: Point) -> Point {
        let mut sum = [0.0; 2];
        let mut next = 0;
        while let Some(square) = self.squares.get(next) {
            let (dx, dy) = (at[0] - square.middle[0], at[1] - square.middle[1]);
            let distance = dx * dx + dy * dy;
            next = if square.side < distance * (FAR * FAR) {
                let push = square.mass / distance;
                sum[0] += dx * push;
                sum[1] += dy * push;
                square.beyond as usize
            } else {
                let (first, last) = square.bodies;
                for body in &self.bodies[first as usize..last as usize] {
                    if body.node as usize != node {
                        add_push(&mut sum, at, body, node);
                    }
                }
                next + 1
            };
        }
        sum
    }
}

fn add_push(sum: &mut Point, at: Point, body: &Body, node: usize) {
    let (mut dx, mut dy) = (at[0] - body.point[0], at[1] - body.point[1]);
    if dx == 0.0 && dy == 0.0 {
        // Two on one spot part along a line that their order gives.
        let sign = if node < body.node as usize { -1.0 } else { 1.0 };
        (dx, dy) = (sign * NEAREST, sign * NEAREST / 2.0);
    }
    let distance = (dx * dx + dy * dy).max(NEAREST * NEAREST);
    sum[0] += dx * body.mass / distance;
    sum[1] += dy * body.mass / distance;
}

fn as_index(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
