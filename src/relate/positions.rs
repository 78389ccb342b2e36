//! `holdsPosition`: a person's posts, from titles before the name and behind it.

use super::delegation::sender_led_by;
use super::findings::{Claim, Findings};
use super::foreign_posts;
use super::grammar::Post;
use super::line::{ItemKind, Line};
use super::story::Story;
use crate::model::{EntityType, Object, Predicate};
use crate::ontology::RoleBody;

/// A person whose posts are read.
pub(super) struct Holder<'s, 'a> {
    pub(super) line: &'s Line<'a>,
    pub(super) person: usize,
    /// Line and item, where the article may tell the body of the post.
    pub(super) place: Option<(usize, usize)>,
    pub(super) rule: &'static str,
}

pub(super) fn read(story: &Story<'_>, findings: &mut Findings<'_>) {
    for (index, line) in story.lines.iter().enumerate() {
        for (at, item) in line.items.iter().enumerate() {
            let (ItemKind::Person(_, posts), Some(person)) = (&item.kind, item.entity) else {
                continue;
            };
            let only = posts.iter().filter(|post| !post.rank_only).count() == 1;
            let holder = Holder {
                line,
                person,
                place: only.then_some((index, at)),
                rule: "positions/title",
            };
            for post in posts {
                hold(story, findings, &holder, post);
            }
            if let (Some(sender), [post]) = (sender_led_by(line, at), posts.as_slice()) {
                lead(story, findings, &holder, post, sender);
            }
        }
    }
}

/// `đoàn thành phố X do Thị trưởng A dẫn đầu`: a bare post of the leader is held in the sender.
fn lead(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    holder: &Holder<'_, '_>,
    post: &Post,
    sender: usize,
) {
    let body = &story.reading.ontology.roles[post.role].body;
    let fits = match story.reading.kind(sender) {
        EntityType::Agency => *body == RoleBody::Agency,
        EntityType::Country => *body == RoleBody::Country,
        _ => *body == RoleBody::Territory,
    };
    if post.bodies.is_empty() && !post.rank_only && !post.unknown_body && fits {
        let claim = Claim {
            subject: holder.person,
            predicate: Predicate::HoldsPosition,
            object: Object::Entity(sender),
            evidence: holder.line.evidence(),
            rule: "positions/delegation",
        };
        findings.add_qualified(claim, Some(post.title.clone()), None);
    }
}

/// States that a person holds a post, in the body the phrase or the article gives.
pub(super) fn hold(
    story: &Story<'_>,
    findings: &mut Findings<'_>,
    holder: &Holder<'_, '_>,
    post: &Post,
) {
    if post.rank_only {
        return;
    }
    let mut claim = |body: usize, rule: &'static str| {
        let claim = Claim {
            subject: holder.person,
            predicate: Predicate::HoldsPosition,
            object: Object::Entity(body),
            evidence: holder.line.evidence(),
            rule,
        };
        findings.add_qualified(claim, Some(title_in(story, post, body)), None);
    };
    let written = story.offices.body_is_written(holder.person, post);
    if !post.implied_body && !post.bodies.is_empty() {
        for &body in &post.bodies {
            if let Some(body) = foreign_posts::meant(story, holder.line, holder.person, body) {
                claim(body, holder.rule);
            }
        }
    } else if written {
        // Said better elsewhere.
    } else if post.unknown_body {
        if let Some((body, rule)) = body_of_field(story, holder.person, post) {
            claim(body, rule);
        } else if let Some(state) = state_beside(story, holder, post) {
            claim(state, "positions/state-beside");
        }
    } else if post.implied_body && story.is_vietnamese(holder.person) {
        for &body in &post.bodies {
            claim(body, "positions/implied-body");
        }
    } else if let Some(body) = earlier_body(story, holder, post) {
        claim(body, "positions/earlier-body");
    } else if let Some(state) = state_of_post(story, holder.person, post)
        && !story.offices.serves(holder.person, state)
    {
        claim(state, "positions/state");
    } else if let Some(state) = state_beside(story, holder, post) {
        claim(state, "positions/state-beside");
    }
}

/// The state of the one named before: `Ngoại trưởng [X] A và Bộ trưởng Quốc phòng B`.
fn state_beside(story: &Story<'_>, holder: &Holder<'_, '_>, post: &Post) -> Option<usize> {
    let line = holder.line;
    // Two heads of state or government are those of two states.
    if story.reading.ontology.roles[post.role].rank <= 1 {
        return None;
    }
    let (_, at) = holder
        .place
        .filter(|_| !story.is_vietnamese(holder.person))?;
    let joint = at
        .checked_sub(1)
        .filter(|&joint| line.is(joint, &["và", "cùng"]))?;
    let ItemKind::Person(_, posts) = &line.items[joint.checked_sub(1)?].kind else {
        return None;
    };
    let bodies = posts.iter().filter(|post| !post.implied_body);
    let mut bodies = bodies.flat_map(|post| post.bodies.iter().copied());
    bodies
        .find_map(|body| story.state_of(body))
        .filter(|&state| Some(state) != story.home())
}

/// The title of a post in a body: in a state or territory with the field of work, which names no body.
pub(super) fn title_in(story: &Story<'_>, post: &Post, body: usize) -> String {
    let full = post.full_title.as_ref();
    let first = post.bodies.first() == Some(&body) || !post.bodies.contains(&body);
    full.filter(|_| first && story.reading.kind(body) != EntityType::Agency)
        .unwrap_or(&post.title)
        .clone()
}

/// What a post is held in that only its field tells: `Thứ trưởng Ngoại giao` where the article names
/// one ministry of foreign affairs, or none.
fn body_of_field(story: &Story<'_>, person: usize, post: &Post) -> Option<(usize, &'static str)> {
    post.full_title.as_ref()?;
    if let [body] = post.bodies[..] {
        let fits = story.may_serve(person, body);
        return fits.then_some((body, "positions/field"));
    }
    let own = || story.home().filter(|_| story.is_vietnamese(person));
    let state = story.state_served(person).or_else(own)?;
    Some((state, "positions/state"))
}

/// The body that the article gives the post elsewhere.
fn earlier_body(story: &Story<'_>, holder: &Holder<'_, '_>, post: &Post) -> Option<usize> {
    let body = story
        .offices
        .body_of(story.reading, holder.person, post, holder.place?)?;
    story.may_serve(holder.person, body).then_some(body)
}

/// The state in which a post without a body is held: a known statesman's; for a Vietnamese name, Viet
/// Nam for diplomats, and for those whose body, the Government, the article does not name.
fn state_of_post(story: &Story<'_>, person: usize, post: &Post) -> Option<usize> {
    if let Some(state) = story.state_served(person) {
        return Some(state);
    }
    let ontology = story.reading.ontology;
    if !story.is_vietnamese(person) {
        return story.guest_state(post);
    }
    let own = match ontology.roles[post.role].body {
        RoleBody::Entry(entry) => ontology.entries[entry].id.0 == "agency/chinh-phu",
        RoleBody::Country => story.is_diplomat(post),
        _ => false,
    };
    story.home().filter(|_| own)
}
