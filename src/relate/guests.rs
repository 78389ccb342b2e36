//! Those who are received where they attend something: `X tiếp Y nhân dịp sang dự E`.

use super::line::Line;

/// Farthest a verb of attending may stand behind that of receiving, in phrases and words.
const REACH: usize = 30;

/// Who attends by the verb of attending at `verb`, where it is said of one who is received; nobody where
/// those have no name. `None` where nobody is received before the verb in its clause.
pub(super) fn received(line: &Line<'_>, verb: usize) -> Option<Vec<usize>> {
    let floor = verb.saturating_sub(REACH);
    let from = line
        .cue("visits.receive")
        .into_iter()
        .filter(|cue| cue.start >= floor && cue.end <= verb && receives(line, cue.start))
        .map(|cue| cue.end)
        .next_back()?;
    let clause = |at: usize| line.is(at, &[";", ":", ".", "“", "”"]) || line.is_event(at);
    if (from..verb).any(clause) {
        return None;
    }
    let joint = verb.checked_sub(1).filter(|&at| at >= from);
    let comma = joint.is_some_and(|at| line.is(at, &[","]));
    let and = joint.is_some_and(|at| line.is(at, &["và"]));
    let coming = |at: usize| line.is_cue(at, "visits.coming");
    let guest = (from..verb)
        .take_while(|&at| !line.is(at, &[","]))
        .find(|&at| line.is_person(at));
    if comma || and && !guest.is_some_and(|guest| (guest..verb).any(coming)) {
        return None;
    }
    match guest {
        Some(guest) => {
            // Whoever else acts behind the guest attends himself.
            let other = (guest + 1..verb).any(|at| line.is_person(at));
            let occasion = (guest..verb).any(coming) || guest + 1 == verb;
            (occasion && !other).then(|| line.entity(guest).into_iter().collect())
        }
        None => {
            let acts = |at: usize| line.is_actor(at) && line.entity(at).is_some();
            let actor = (from..verb).any(|at| acts(at) || line.is(at, &[","]));
            (!actor).then(Vec::new)
        }
    }
}

/// Whether a verb of receiving is one that has a guest: `tiếp`, `đón`.
fn receives(line: &Line<'_>, at: usize) -> bool {
    let verb = at + usize::from(line.is(at, &["đã"]));
    // `tiếp tục`, `tiếp đó` are other words.
    let other = line.is_cue(verb + 1, "visits.no-guest");
    line.is_cue(verb, "visits.has-guest") && !other
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn who_is_received_attends() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] tiếp Bộ trưởng [Chile|Country] [Juan Soto|Person] và các thành viên trong đoàn nhân dịp sang dự [Diễn đàn Xanh|Event].",
            &["Juan Soto participatesIn Diễn đàn Xanh"],
        );
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] tiếp ông [Juan Soto|Person] đến thăm và dự [Diễn đàn Xanh|Event].",
            &["Juan Soto participatesIn Diễn đàn Xanh"],
        );
    }

    #[test]
    fn who_receives_does_not() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] tiếp các trưởng đoàn dự [Diễn đàn Xanh|Event].",
            &[],
        );
    }

    #[test]
    fn who_receives_and_attends() {
        expect(
            "participatesIn",
            "Ông [Trần Văn An|Person] tiếp ông [Juan Soto|Person], dự [Diễn đàn Xanh|Event].",
            &["Trần Văn An participatesIn Diễn đàn Xanh"],
        );
    }
}
