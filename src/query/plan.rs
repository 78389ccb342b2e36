//! Shows how a query was evaluated, as an indented tree.

use serde::Deserialize;

use crate::rdf::Iris;

#[derive(Deserialize)]
struct Explanation {
    #[serde(rename = "planning duration in seconds")]
    planning: Option<f64>,
    plan: Step,
}

#[derive(Deserialize)]
struct Step {
    name: String,
    #[serde(rename = "number of results")]
    rows: Option<u64>,
    #[serde(rename = "duration in seconds")]
    seconds: Option<f64>,
    #[serde(default)]
    children: Vec<Step>,
}

/// The plan in words, from the JSON that the evaluator writes: one line for each step with the rows it
/// gave and the milliseconds it took, its inputs below it.
pub(super) fn plan_text(json: &[u8], iris: &Iris) -> String {
    let Ok(explanation) = serde_json::from_slice::<Explanation>(json) else {
        return String::from_utf8_lossy(json).into_owned();
    };
    let mut text = String::from("    rows         ms  step\n");
    write_step(&explanation.plan, 0, iris, &mut text);
    if let Some(planning) = explanation.planning {
        text.push_str(&format!("planned in {:.1} ms\n", planning * 1000.0));
    }
    text
}

fn write_step(step: &Step, depth: usize, iris: &Iris, text: &mut String) {
    let number = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let name = step
        .name
        .replace(&format!("<{}ontology#", iris.base()), "<nv:")
        .replace(&format!("<{}", iris.base()), "<");
    text.push_str(&format!(
        "{:>8} {:>10}  {}{name}\n",
        number(step.rows.map(|rows| rows.to_string())),
        number(
            step.seconds
                .map(|seconds| format!("{:.2}", seconds * 1000.0))
        ),
        "  ".repeat(depth),
    ));
    for child in &step.children {
        write_step(child, depth + 1, iris, text);
    }
}
