//! Takes the text out of a document, page by page.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use pdf_extract::{
    ConvertToFmt, Document, MediaBox, OutputDev, OutputError, PlainTextOutput, Transform,
};

use super::super::foreign::guarded;
use super::super::limits::Limits;
use super::{Extracted, bounds};

/// Stack for documents whose parts nest deep.
const STACK: usize = 256 << 20;

/// The text and properties of a document.
pub(super) fn take(bytes: &[u8], limits: Limits) -> Result<Extracted, String> {
    apart(|| {
        let damaged = |error| format!("is a PDF that cannot be read: {error}");
        let document = Document::load_mem(bytes).map_err(damaged)?;
        if document.is_encrypted() {
            return Err("is a PDF with a password; save it without".to_owned());
        }
        bounds::check_structure(&document, limits)?;
        let mut pages = Pages::default();
        let ended = pdf_extract::output_doc(&document, &mut pages);
        if let (Err(error), true) = (ended, pages.done.is_empty()) {
            return Err(format!("is a PDF that cannot be read: {error}"));
        }
        Ok(Extracted {
            pages: pages.done,
            ..properties(&document)
        })
    })
}

/// Runs the foreign code where neither a panic nor a deep recursion of it ends the program.
fn apart<T: Send>(work: impl FnOnce() -> Result<T, String> + Send) -> Result<T, String> {
    let failed = || "is a PDF that cannot be read: its structure is damaged".to_owned();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, move || guarded(work));
        let thread = thread.map_err(|error| format!("cannot be read: {error}"))?;
        let done = thread.join().ok().flatten();
        done.unwrap_or_else(|| Err(failed()))
    })
}

/// The pages that were gone through.
#[derive(Default)]
struct Pages {
    done: Vec<String>,
    text: SharedText,
    page: Option<PlainTextOutput<SharedText>>,
}

/// The text of a page while it is written.
#[derive(Clone, Default)]
struct SharedText(Rc<RefCell<String>>);

impl fmt::Write for SharedText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.borrow_mut().push_str(text);
        Ok(())
    }
}

impl ConvertToFmt for SharedText {
    type Writer = Self;

    fn convert(self) -> Self {
        self
    }
}

impl Pages {
    fn page(&mut self) -> &mut PlainTextOutput<SharedText> {
        let text = &self.text;
        self.page
            .get_or_insert_with(|| PlainTextOutput::new(text.clone()))
    }
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        number: u32,
        size: &MediaBox,
        art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page = None;
        self.text.0.borrow_mut().clear();
        self.page().begin_page(number, size, art)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.page().end_page()?;
        self.done
            .push(std::mem::take(&mut *self.text.0.borrow_mut()));
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        self.page()
            .output_character(place, width, spacing, size, letter)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.page().begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.page().end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.page().end_line()
    }
}

/// What the properties of the document say.
fn properties(document: &Document) -> Extracted {
    let info = document.trailer.get(b"Info").ok();
    let info = info.and_then(|info| document.dereference(info).ok()?.1.as_dict().ok());
    let text = |key: &[u8]| {
        let text = pdf_extract::decode_text_string(info?.get(key).ok()?).ok()?;
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    };
    Extracted {
        title: text(b"Title"),
        author: text(b"Author"),
        created: text(b"CreationDate").map(|date| date.trim_start_matches("D:").to_owned()),
        ..Extracted::default()
    }
}
