//! Capitals that stand for the government of their state: `quan hệ giữa [Washington] và [Cuba]`.

use super::clause::left_edge;
use super::line::Line;
use crate::model::EntityType;

/// Those who cooperate, the states instead of bare capitals beside another state or capital; `None` where
/// the article does not name such a state, or both are one.
pub(super) fn governments(line: &Line<'_>, one: usize, other: usize) -> Option<(usize, usize)> {
    let bare = |party: usize| is_bare(line, party);
    let party = |party: usize, beside: usize| match line.reading.kind(beside) {
        EntityType::Country if bare(party) => state_of_capital(line, party),
        EntityType::Place if bare(party) && bare(beside) => {
            let both = state_of_capital(line, party).zip(state_of_capital(line, beside));
            let capitals = is_capital(line, party) && is_capital(line, beside);
            match capitals {
                true => both.map(|(state, _)| state),
                false => Some(party),
            }
        }
        _ => Some(party),
    };
    let parties = (party(one, other)?, party(other, one)?);
    (parties.0 != parties.1).then_some(parties)
}

/// Whether a line names a city, and without its noun.
fn is_bare(line: &Line<'_>, city: usize) -> bool {
    let mut places = (0..line.items.len())
        .filter(|&at| line.entity(at) == Some(city))
        .peekable();
    line.reading.kind(city) == EntityType::Place
        && places.peek().is_some()
        && places.all(|at| left_edge(line, at) == at)
}

/// Whether a city is the capital of its state.
fn is_capital(line: &Line<'_>, city: usize) -> bool {
    let ontology = line.reading.ontology;
    let entry = ontology.entry(&line.reading.entities[city].id);
    entry.is_some_and(|city| ontology.state_of_capital(city).is_some())
}

/// The state whose capital a city is, where the article names it.
fn state_of_capital(line: &Line<'_>, city: usize) -> Option<usize> {
    let reading = line.reading;
    let entry = reading.ontology.entry(&reading.entities[city].id)?;
    let state = reading.ontology.state_of_capital(entry)?;
    let state = &reading.ontology.entries[state];
    let mut entities = reading.entities.iter();
    entities.position(|entity| entity.kind == EntityType::Country && entity.id == state.id)
}

#[cfg(test)]
mod tests {
    use crate::relate::testing::expect;

    #[test]
    fn capitals_without_a_state_in_the_article_are_none() {
        expect(
            "cooperatesWith",
            "[Moskva|Place] coi trọng quan hệ với [Lào|Country]. Thành phố [Huế|Place] kết nghĩa với [Gumi|Place].",
            &["Huế cooperatesWith Gumi"],
        );
    }
}
