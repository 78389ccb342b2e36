//! Refuses pages whose elements lie so deep in one another that a parser takes forever.

/// No page of a person's nests deeper; browsers stop at 512.
const DEEPEST: usize = 1000;

/// Longest page, in bytes.
const LONGEST: usize = 8 << 20;

/// Elements that have no end, or that end by themselves where the next one begins.
const UNCLOSED: [&str; 32] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option",
    "optgroup", "html", "head", "body", "rt", "rp", "colgroup",
];

/// Whether a page can be parsed in reasonable time; the error says why not.
pub(super) fn check(markup: &str) -> Result<(), String> {
    if markup.len() > LONGEST {
        return Err(format!("is a page of more than {LONGEST} bytes; split it"));
    }
    let mut depth = 0_usize;
    for tag in markup.split('<').skip(1) {
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = name[..length].to_ascii_lowercase();
        if name.is_empty() || UNCLOSED.contains(&name.as_str()) {
            continue;
        }
        depth = if closes {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        if depth > DEEPEST {
            return Err(format!(
                "nests more than {DEEPEST} elements in one another; save it as text"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn deep_nesting_is_told_from_long_pages() {
        assert!(check(&"<div>".repeat(100_000)).is_err());
        assert!(check(&"<div class=a><p>x<br>".repeat(900)).is_ok());
        assert!(check(&"<div>x</div><p><LI>".repeat(100_000)).is_ok());
    }
}
