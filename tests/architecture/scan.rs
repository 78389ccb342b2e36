//! Reads paths out of Rust code: comments and literals blanked, then `first::second` by token.

/// One piece of code: a word, or a single other character (`::` counts as one piece).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// An identifier or keyword.
    Word(String),
    /// `::`.
    Path,
    /// Any other visible character.
    Sign(char),
}

/// The pieces of a file's code, without comments, strings and characters in quotes.
pub(crate) fn pieces(code: &str) -> Vec<Piece> {
    let chars: Vec<char> = code.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let here = chars[at];
        let next = chars.get(at + 1).copied();
        if here == '/' && next == Some('/') {
            at = position(&chars, at, |c| c == '\n');
        } else if here == '/' && next == Some('*') {
            at = after_block_comment(&chars, at);
        } else if let Some(end) = after_raw_string(&chars, at) {
            at = end;
        } else if here == '"' {
            at = after_string(&chars, at);
        } else if here == '\'' {
            at = after_quote(&chars, at);
        } else if here.is_alphanumeric() || here == '_' {
            let end = position(&chars, at, |c| !(c.is_alphanumeric() || c == '_'));
            pieces.push(Piece::Word(chars[at..end].iter().collect()));
            at = end;
        } else if here == ':' && next == Some(':') {
            pieces.push(Piece::Path);
            at += 2;
        } else {
            if !here.is_whitespace() {
                pieces.push(Piece::Sign(here));
            }
            at += 1;
        }
    }
    pieces
}

fn position(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len())
        .find(|&i| stop(chars[i]))
        .unwrap_or(chars.len())
}

fn after_block_comment(chars: &[char], from: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = from;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

/// The end of `r"…"`, `r#"…"#`, `br"…"`, if one begins here.
fn after_raw_string(chars: &[char], from: usize) -> Option<usize> {
    let inside_word = from > 0 && (chars[from - 1].is_alphanumeric() || chars[from - 1] == '_');
    let prefix = match (chars[from], chars.get(from + 1)) {
        _ if inside_word => return None,
        ('r', Some('"' | '#')) => from + 1,
        ('b', Some('r')) => from + 2,
        _ => return None,
    };
    let quote = position(chars, prefix, |c| c != '#');
    if chars.get(quote) != Some(&'"') {
        return None;
    }
    let hashes = quote - prefix;
    let mut at = quote + 1;
    while at < chars.len() {
        let closing = chars.iter().skip(at + 1).take(hashes);
        if chars[at] == '"'
            && closing.clone().count() == hashes
            && closing.clone().all(|&c| c == '#')
        {
            return Some(at + 1 + hashes);
        }
        at += 1;
    }
    Some(chars.len())
}

fn after_string(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The end of a character literal, or of the mark of a lifetime.
fn after_quote(chars: &[char], from: usize) -> usize {
    if chars.get(from + 1) == Some(&'\\') {
        return position(chars, from + 3, |c| c == '\'') + 1;
    }
    if chars.get(from + 2) == Some(&'\'') {
        return from + 3;
    }
    from + 1
}

/// The names that follow `crate::`, `super::` or `super::super::` and so on: what a file reaches for
/// outside itself. The flag tells whether it went through `super`.
pub(crate) fn reached(pieces: &[Piece]) -> Vec<(String, bool)> {
    let mut names = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Word(word) = piece else { continue };
        let through_super = word == "super";
        if (word == "crate" || through_super) && pieces.get(at + 1) == Some(&Piece::Path) {
            heads(pieces, at + 2, through_super, &mut names);
        }
    }
    names
}

/// The first names of a path or of a group of paths that starts at `from`.
fn heads(pieces: &[Piece], from: usize, flag: bool, names: &mut Vec<(String, bool)>) {
    if let Some(Piece::Word(word)) = pieces.get(from) {
        names.push((word.clone(), flag));
        return;
    }
    if pieces.get(from) != Some(&Piece::Sign('{')) {
        return;
    }
    let mut depth = 0_usize;
    let mut at_head = false;
    for piece in &pieces[from..] {
        match piece {
            Piece::Sign('{') => {
                depth += 1;
                at_head = depth == 1;
            }
            Piece::Sign('}') => depth -= 1,
            Piece::Sign(',') => at_head = depth == 1,
            Piece::Word(word) if at_head => {
                names.push((word.clone(), flag));
                at_head = false;
            }
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// The crates a file uses by name: `name::…` at the start of a path.
pub(crate) fn crates(pieces: &[Piece]) -> Vec<String> {
    let mut names = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Word(word) = piece else { continue };
        let starts = at == 0 || pieces[at - 1] != Piece::Path;
        let follows = pieces.get(at + 1);
        let used = at > 0 && pieces[at - 1] == Piece::Word("use".into());
        if starts && (follows == Some(&Piece::Path) || used) {
            names.push(word.clone());
        }
    }
    names
}

/// The modules a file declares: `mod name`.
pub(crate) fn declared(pieces: &[Piece]) -> Vec<String> {
    pieces
        .windows(2)
        .filter_map(|pair| match pair {
            [Piece::Word(first), Piece::Word(name)] if first == "mod" => Some(name.clone()),
            _ => None,
        })
        .collect()
}
