//! Tests of tokens, sentences and the forms in which words are compared.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{Case, Text, TokenKind, fold};
use crate::model::{Block, BlockKind, Span};

fn read(source: &str) -> Text {
    let length = source.chars().count() as u32;
    let block = Block {
        span: Span::new(0, length),
        kind: BlockKind::Body,
    };
    Text::from_blocks(source, &[block])
}

fn tokens(source: &str) -> Vec<String> {
    let text = read(source);
    (0..text.tokens.len())
        .map(|i| text.clean(i).to_owned())
        .collect()
}

fn sentences(source: &str) -> Vec<String> {
    let text = read(source);
    text.sentences
        .iter()
        .map(|sentence| text.phrase(sentence.tokens.clone()))
        .collect()
}

#[test]
fn words_numbers_and_marks() {
    assert_eq!(
        tokens("Ký 1.600 văn bản."),
        ["Ký", "1.600", "văn", "bản", "."]
    );
    assert_eq!(tokens("60,28 tỷ USD"), ["60,28", "tỷ", "USD"]);
    assert_eq!(tokens("G20, COP26"), ["G20", ",", "COP26"]);
    assert_eq!(tokens("15-CT/TW"), ["15", "-", "CT", "/", "TW"]);
    assert_eq!(tokens("18.6.2012"), ["18", ".", "6", ".", "2012"]);
    assert_eq!(tokens("2020,2021"), ["2020", ",", "2021"]);
    assert_eq!(tokens("10h30"), ["10", "h", "30"]);
    assert_eq!(tokens("Tp.HCM"), ["Tp", ".", "HCM"]);
    assert_eq!(tokens("2014-2016"), ["2014", "-", "2016"]);
    assert_eq!(tokens("1.234.567,8 m²"), ["1.234.567,8", "m²"]);
    assert_eq!(tokens("năm 2021,"), ["năm", "2021", ","]);
    assert_eq!(tokens("3..."), ["3", ".", ".", "."]);
}

#[test]
fn words_between_which_a_blank_was_forgotten_are_two() {
    assert_eq!(tokens("củaBộ"), ["của", "Bộ"]);
    assert_eq!(tokens("ĐoànTNCS"), ["Đoàn", "TNCS"]);
    assert_eq!(tokens("HộiGhépTạng"), ["Hội", "Ghép", "Tạng"]);
    assert_eq!(tokens("đạt63,2 tỷ"), ["đạt", "63,2", "tỷ"]);
    let decomposed: String = "giữaLiên".nfd().collect();
    assert_eq!(tokens(&decomposed), ["giữa", "Liên"]);
    for word in [
        "EuroCham",
        "VietBank",
        "iPhone",
        "G20",
        "m²",
        "củavới",
        "ThS",
    ] {
        assert_eq!(tokens(word), [word]);
    }
    let text = read("Nay củaBộ, nay");
    let places: Vec<(u32, u32)> = text
        .tokens
        .iter()
        .map(|t| (t.span.start, t.span.end))
        .collect();
    assert_eq!(places, [(0, 3), (4, 7), (7, 9), (9, 10), (11, 14)]);
    let blanks: Vec<bool> = text.tokens.iter().map(|token| token.space_before).collect();
    assert_eq!(blanks, [true, true, false, false, true]);
    assert_eq!(
        sentences("Lê ThủyTheo Tin mới"),
        ["Lê Thủy", "Theo Tin mới"]
    );
    assert_eq!(sentences("Thăm trụ sở củaBộ"), ["Thăm trụ sở củaBộ"]);
    assert_eq!(fold("củaBộ"), "của bộ");
}

#[test]
fn kinds_and_cases() {
    let text = read("ngoại Ngoại NGOẠI EuroCham Đ 35 “");
    let cases: Vec<Case> = text.tokens.iter().map(|token| token.case).collect();
    use Case::{Lower, Mixed, Title, Upper};
    assert_eq!(cases, [Lower, Title, Upper, Mixed, Title, Lower, Lower]);
    assert_eq!(text.tokens[5].kind, TokenKind::Number);
    assert_eq!(text.tokens[6].kind, TokenKind::Mark);
}

#[test]
fn letters_that_join_without_being_marks_are_joined() {
    // Korean in single letters, and a vowel of Bengali in two parts.
    let text = Text::from_phrase("\u{1100}\u{1161}\u{11a8} \u{995}\u{9c7}\u{9be}");
    let words: Vec<&str> = (0..text.tokens.len())
        .map(|token| text.clean(token))
        .collect();
    assert_eq!(words, ["각", "\u{995}\u{9cb}"]);
    assert_eq!(text.tokens[0].span, Span::new(0, 3));
}

#[test]
fn decomposed_letters_keep_their_place() {
    let source: String = "Hội nghị".nfd().collect();
    let text = read(&source);
    assert_eq!(text.clean(0), "Hội");
    assert_eq!(text.folded(1), "nghị");
    let second: String = source
        .chars()
        .skip(text.tokens[1].span.start as usize)
        .collect();
    assert_eq!(second.nfc().collect::<String>(), "nghị");
}

#[test]
fn invisible_characters_vanish_and_blanks_of_all_kinds_part_words() {
    let text = read("\u{feff}Việt\u{a0}Nam\u{200b}ese\u{ad}\u{2003}Ðà");
    let clean: Vec<&str> = (0..text.tokens.len()).map(|i| text.clean(i)).collect();
    assert_eq!(clean, ["Việt", "Namese", "Đà"]);
    assert_eq!(text.tokens[0].span, Span::new(1, 5));
    assert_eq!(text.tokens[1].span, Span::new(6, 13));
}

#[test]
fn folding_agrees_on_case_blanks_and_tones() {
    assert_eq!(fold("Khánh  HOÀ"), "khánh hòa");
    assert_eq!(fold("Quý Thuỷ"), "quý thủy");
    assert_eq!(fold("Tp.HCM"), "tp.hcm");
}

#[test]
fn sentences_end_where_readers_stop() {
    assert_eq!(
        sentences(
            "Ông nói: “Chúng tôi sẵn sàng.” Năm 2020, kim ngạch đạt 1.600 tỷ đồng. 12 tỉnh tham dự!"
        ),
        [
            "Ông nói: “Chúng tôi sẵn sàng.”",
            "Năm 2020, kim ngạch đạt 1.600 tỷ đồng.",
            "12 tỉnh tham dự!",
        ]
    );
}

#[test]
fn abbreviations_and_initials_end_no_sentence() {
    for whole in [
        "Tại TP. Đà Nẵng, PGS. TS. Lê Văn B. Minh và ông J. Smith phát biểu.",
        "1. Tình hình chung của tỉnh",
        "IV. Kiến nghị với các bộ",
        "Trang mofa.gov.vn của Bộ đăng tin",
        "Các nước ASEAN, Trung Quốc... tham dự",
    ] {
        assert_eq!(sentences(whole), [whole]);
    }
}

#[test]
fn a_forgotten_blank_still_parts_sentences() {
    assert_eq!(
        sentences("Hai bên ký thỏa thuận.Tiếp đó là lễ trao."),
        ["Hai bên ký thỏa thuận.", "Tiếp đó là lễ trao."]
    );
}

#[test]
fn furniture_is_not_read() {
    let source = "Trang chủ\nBộ họp.";
    let block = |start, end, kind| Block {
        span: Span::new(start, end),
        kind,
    };
    let text = Text::from_blocks(
        source,
        &[
            block(0, 9, BlockKind::Furniture),
            block(10, 17, BlockKind::Body),
        ],
    );
    assert_eq!(text.clean(0), "Bộ");
    assert_eq!(text.tokens[0].span, Span::new(10, 12));
    assert_eq!(text.sentences[0].block_index, 1);
}

#[test]
fn the_abbreviations_are_read() {
    assert!(super::sentence::knows_abbreviations());
}

fn any_source() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \\.,0-9aàAĐhH\u{301}\u{323}\u{200b}\u{a0}“”\"\\-/]{0,60}",
        "[İIiƠoạâÀy\\u{307}\\u{31b}\\u{323}\\u{302}\\u{301}\\u{f73}\\u{344} ]{0,12}",
        "([A-ZĐ]?[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]{1,6}[ ,.]{1,2}|[0-9]{1,4}[.,/-]?){0,20}",
    ]
}

proptest! {
    #[test]
    fn spans_lie_inside_in_order_and_quote_what_they_say(source in any_source()) {
        let text = read(&source);
        let points: Vec<char> = source.chars().collect();
        let mut last = 0;
        for (i, token) in text.tokens.iter().enumerate() {
            prop_assert!(token.span.start >= last && token.span.start < token.span.end);
            last = token.span.end;
            prop_assert!((last as usize) <= points.len());
            let quoted: String = points[token.span.start as usize..last as usize].iter().collect();
            let again = read(&quoted);
            let rebuilt: String = (0..again.tokens.len()).map(|j| again.clean(j)).collect();
            prop_assert_eq!(rebuilt, text.clean(i));
            prop_assert!(!text.clean(i).is_empty());
        }
    }

    #[test]
    fn sentences_hold_every_token_once(source in any_source()) {
        let text = read(&source);
        let mut next = 0;
        for (i, sentence) in text.sentences.iter().enumerate() {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(sentence.tokens.end > next);
            for token in sentence.tokens.clone() {
                prop_assert_eq!(text.sentence_of(token), i);
            }
            next = sentence.tokens.end;
        }
        prop_assert_eq!(next, text.tokens.len());
    }

    #[test]
    fn normal_text_keeps_every_character(source in "[a-zA-ZÀ-ɏẠ-ỹ0-9 ,.]{0,80}") {
        let normal: String = source.nfc().collect();
        let text = read(&normal);
        let points: Vec<char> = normal.chars().collect();
        for (i, token) in text.tokens.iter().enumerate() {
            let quoted: String = points[token.span.start as usize..token.span.end as usize].iter().collect();
            prop_assert_eq!(quoted.replace(['Ð', 'Ɖ'], "Đ").replace('ð', "đ"), text.clean(i));
        }
    }

    #[test]
    fn the_normal_form_of_the_source_does_not_matter(source in "[a-zA-ZÀ-ɏẠ-ỹ0-9 ,.]{0,80}") {
        let (nfc, nfd): (String, String) = (source.nfc().collect(), source.nfd().collect());
        prop_assert_eq!(tokens(&nfc), tokens(&nfd));
    }

    #[test]
    fn folding_twice_changes_nothing(source in any_source()) {
        prop_assert_eq!(fold(&fold(&source)), fold(&source));
    }
}

#[test]
fn a_capital_without_a_small_letter_parts_no_words() {
    let folded = fold("\u{c0}\u{1d4a2}");
    assert_eq!(fold(&folded), folded);
}

#[test]
fn a_dot_that_lower_case_takes_off_its_letter_stands_in_order_with_the_other_marks() {
    let folded = fold("\u{130}\u{31b}");
    assert_eq!(folded, "i\u{31b}\u{307}");
    assert_eq!(fold(&folded), folded);
}

#[test]
fn two_marks_in_one_character_stand_in_order_with_the_mark_before_them() {
    let folded = fold("c0\u{301}\u{f73}c");
    assert_eq!(folded, "c0\u{f71}\u{f72}\u{301}c");
    assert_eq!(fold(&folded), folded);
}

#[test]
fn a_line_break_parts_words() {
    let text = Text::from_phrase("Hà Nội\nHuế\tVinh\r\nLào");
    let words: Vec<&str> = (0..text.tokens.len())
        .map(|token| text.clean(token))
        .collect();
    assert_eq!(words, ["Hà", "Nội", "Huế", "Vinh", "Lào"]);
}

#[test]
fn folding_a_phrase_is_the_same_with_and_without_cutting_it_first() {
    for phrase in [
        "Sở Ngoại vụ  thành phố Đà Nẵng",
        " “Gặp gỡ Hoà Kỳ” – 2023, (10h30)",
        "COP26 và G20; 5đồng, đ5, 1.600,5 - Ðồng Tháp",
        "Hoa\u{300} Bi\u{323}nh a\u{200b}b \u{200b} ½ 5\u{301}",
        "UỶ BAN‑THUÝ, x",
        "",
        " ",
    ] {
        assert_eq!(
            super::fold(phrase),
            super::fold_by_token(phrase),
            "{phrase}"
        );
    }
}
