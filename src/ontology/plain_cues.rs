//! Reads the plain TOML that the lists of cue phrases are written in, many times quicker than a full
//! parser does: every start of the program waits for it.

use std::collections::BTreeMap;

use super::CueList;
use super::scanner::Scanner;

/// The lists of a file by their names; `None` where the file holds a mistake or anything that a full
/// parser is needed for.
pub(super) fn read(text: &str) -> Option<BTreeMap<String, CueList>> {
    // TOML forbids most control characters, also in comments.
    let plain = |byte: u8| (byte >= b' ' || byte == b'\n') && byte != 0x7f;
    if !text.bytes().fold(true, |all, byte| all & plain(byte)) {
        return None;
    }
    let mut scanner = Scanner::new(text);
    let mut lists = BTreeMap::new();
    scanner.skip_blanks();
    while scanner.peek().is_some() {
        let name = scanner.bracketed(b'[', b']')?;
        is_bare(name).then_some(())?;
        ends_line(&mut scanner)?;
        let list = list(&mut scanner)?;
        lists
            .insert(name.to_owned(), list)
            .is_none()
            .then_some(())?;
    }
    Some(lists)
}

fn is_bare(name: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !name.is_empty() && name.bytes().all(bare)
}

/// Passes over the rest of a line, on which nothing but a comment may stand, and over blanks behind it.
fn ends_line(scanner: &mut Scanner<'_>) -> Option<()> {
    scanner.run(|byte| byte == b' ');
    let ends = matches!(scanner.peek(), None | Some(b'\n' | b'#'));
    scanner.skip_blanks();
    ends.then_some(())
}

/// What stands under the name of a list.
fn list(scanner: &mut Scanner<'_>) -> Option<CueList> {
    let (mut doc, mut phrases, mut words) = (None, None, None);
    while scanner.peek().is_some_and(|byte| byte != b'[') {
        let key = scanner.word();
        scanner.run(|byte| byte == b' ');
        scanner.takes(b'=').then_some(())?;
        scanner.run(|byte| byte == b' ');
        let is_second = match key {
            "doc" => doc.replace(scanner.quoted()?.to_owned()).is_some(),
            "phrases" => phrases.replace(texts(scanner)?).is_some(),
            "words" => words.replace(texts(scanner)?).is_some(),
            _ => return None,
        };
        (!is_second).then_some(())?;
        ends_line(scanner)?;
    }
    Some(CueList {
        doc: doc?,
        phrases: phrases.unwrap_or_default(),
        words: words.unwrap_or_default(),
    })
}

fn texts(scanner: &mut Scanner<'_>) -> Option<Vec<String>> {
    scanner.takes(b'[').then_some(())?;
    let mut texts = Vec::new();
    loop {
        scanner.skip_blanks();
        if scanner.takes(b']') {
            return Some(texts);
        }
        texts.push(scanner.quoted()?.to_owned());
        scanner.skip_blanks();
        if !scanner.takes(b',') {
            return scanner.takes(b']').then_some(texts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::cues::read_fully;
    use super::super::files;
    use super::read;

    #[test]
    fn the_files_compiled_in_are_read_as_the_full_parser_reads_them() {
        let mut quick = 0;
        for source in files::embedded() {
            if source.name.ends_with(".toml")
                && let Some(lists) = read(&source.text)
            {
                quick += 1;
                let fully = read_fully(&source).expect("files compiled in are right");
                assert_eq!(lists, fully, "{}", source.name);
            }
        }
        assert!(quick >= 15, "only {quick} files are plain");
    }

    #[test]
    fn what_is_read_is_what_the_full_parser_reads() {
        for text in [
            "",
            "# nothing",
            "[a]\ndoc = \"b\"",
            "\n[a-b] # c\n\ndoc=\"b # c\" # d\nwords = []\n[c]\nphrases = [\"d\"]\ndoc = \"\"\n",
            "[a]\ndoc = \"b\"\nphrases = [ # c\n \"d\" , # e\n\n \"f, g\",\n]\n",
        ] {
            let source = files::named("cues/plain.toml", text);
            let fully = read_fully(&source).expect("it is TOML");
            assert_eq!(read(text), Some(fully), "{text}");
        }
    }

    #[test]
    fn what_needs_a_full_parser_is_left_to_it() {
        for text in [
            "doc = \"b\"",
            "[a]\nphrases = [\"b\"]",
            "[a]\ndoc = \"b\" phrases = []",
            "[a] doc = \"b\"",
            "[a]\ndoc =\n\"b\"",
            "[a]\ndoc = \"b\"\ndoc = \"c\"",
            "[a]\ndoc = \"b\"\n[a]\ndoc = \"c\"",
            "[a]\ndoc = \"b\"\ncolour = \"red\"",
            "[a.b]\ndoc = \"c\"",
            "[\"a\"]\ndoc = \"b\"",
            "[a]\ndoc = 'b'",
            "[a]\ndoc = \"\"\"b\"\"\"",
            "[a]\ndoc = \"b\\tc\"",
            "[a]\ndoc = \"b\"\nphrases = [\"c\" \"d\"]",
            "[a]\ndoc = \"b\"\nphrases = [,]",
            "[a]\ndoc = \"b\"\nphrases = [\"c\"",
            "[a]\r\ndoc = \"b\"",
            "[a]\ndoc = \"b\" # \u{1}",
            "[a",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
