//! Text that is broken into lines where it has to be.

/// Text with places where it may be broken.
#[derive(Clone, Debug)]
pub(super) enum Doc {
    /// Text without a break.
    Text(String),
    /// A space, or a new line.
    Line,
    /// Nothing, or a new line.
    Soft,
    /// A new line.
    Hard,
    /// A comment up to the end of its line; one that `is_apart` has a line of its own.
    Comment { text: String, is_apart: bool },
    /// One after the other.
    All(Vec<Doc>),
    /// Its new lines start so many columns further in.
    Nest(usize, Box<Doc>),
    /// Broken at all of its places, or at none.
    Group(Box<Doc>),
    /// A space between any two, or a new line where the next one has no room.
    Fill(Vec<Doc>),
}

impl Doc {
    pub(super) fn text(text: impl Into<String>) -> Doc {
        Doc::Text(text.into())
    }

    pub(super) fn nest(columns: usize, parts: Vec<Doc>) -> Doc {
        Doc::Nest(columns, Box::new(Doc::All(parts)))
    }

    pub(super) fn group(parts: Vec<Doc>) -> Doc {
        Doc::Group(Box::new(Doc::All(parts)))
    }
}

/// Lays `doc` out in lines of `width` columns.
pub(super) fn lay_out(doc: &Doc, width: usize) -> String {
    let mut printer = Printer { out: String::new(), width, column: 0, after_comment: false };
    printer.print(doc);
    printer.out
}

/// A piece of text that waits: how far in its lines start, and whether it stays on one.
type Waiting<'d> = (usize, bool, Piece<'d>);

#[derive(Clone, Copy)]
enum Piece<'d> {
    Doc(&'d Doc),
    /// What is left of a [`Doc::Fill`] after its first.
    Filled(&'d [Doc]),
}

struct Printer {
    out: String,
    width: usize,
    column: usize,
    /// What comes next must start a line.
    after_comment: bool,
}

impl Printer {
    fn print(&mut self, doc: &Doc) {
        let mut stack: Vec<Waiting<'_>> = vec![(0, false, Piece::Doc(doc))];
        while let Some((indent, is_flat, piece)) = stack.pop() {
            let doc = match piece {
                Piece::Doc(doc) => doc,
                Piece::Filled([]) => continue,
                Piece::Filled([next, rest @ ..]) => {
                    let room = self.width.saturating_sub(self.column + 1);
                    if is_flat || fits(room, (indent, true, Piece::Doc(next)), rest.is_empty(), &stack) {
                        self.space(indent);
                    } else {
                        self.new_line(indent);
                    }
                    stack.push((indent, is_flat, Piece::Filled(rest)));
                    self.push_fitting(&mut stack, indent, is_flat, next);
                    continue;
                }
            };
            match doc {
                Doc::Text(text) => self.text(indent, text),
                Doc::Line if is_flat => self.space(indent),
                Doc::Soft if is_flat => {}
                Doc::Line | Doc::Soft | Doc::Hard => self.new_line(indent),
                Doc::Comment { text, is_apart } => {
                    if *is_apart && !self.is_at_start() {
                        self.new_line(indent);
                    } else if !self.is_at_start() {
                        self.text(indent, " ");
                    }
                    self.text(indent, text);
                    self.after_comment = true;
                }
                Doc::All(parts) => {
                    stack.extend(parts.iter().rev().map(|part| (indent, is_flat, Piece::Doc(part))));
                }
                Doc::Nest(columns, inner) => stack.push((indent + columns, is_flat, Piece::Doc(inner))),
                Doc::Group(_) => self.push_fitting(&mut stack, indent, is_flat, doc),
                Doc::Fill(parts) => {
                    if let [first, rest @ ..] = parts.as_slice() {
                        stack.push((indent, is_flat, Piece::Filled(rest)));
                        self.push_fitting(&mut stack, indent, is_flat, first);
                    }
                }
            }
        }
    }

    /// Puts `doc` on the stack, on one line if it has room there.
    fn push_fitting<'d>(&self, stack: &mut Vec<Waiting<'d>>, indent: usize, is_flat: bool, doc: &'d Doc) {
        let inner = if let Doc::Group(inner) = doc { inner } else { doc };
        let room = self.width.saturating_sub(self.column);
        let is_flat = is_flat || fits(room, (indent, true, Piece::Doc(inner)), true, stack);
        stack.push((indent, is_flat, Piece::Doc(inner)));
    }

    fn is_at_start(&self) -> bool {
        self.out.is_empty()
            || self.out.ends_with('\n')
            || self.out[self.out.len() - self.column..].trim().is_empty()
    }

    fn text(&mut self, indent: usize, text: &str) {
        if self.after_comment {
            self.new_line(indent);
        }
        self.out.push_str(text);
        self.column += text.len();
    }

    fn space(&mut self, indent: usize) {
        if self.after_comment { self.new_line(indent) } else { self.text(indent, " ") }
    }

    fn new_line(&mut self, indent: usize) {
        self.after_comment = false;
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }
}

/// Whether `first` has room on the line, together with what follows it up to the next place that may be broken. What
/// follows is looked at when `is_last` says that nothing else comes before it.
fn fits(room: usize, first: Waiting<'_>, is_last: bool, after: &[Waiting<'_>]) -> bool {
    let mut room = room;
    let mut stack = vec![first];
    let mut after = after.iter().rev().take(if is_last { usize::MAX } else { 0 });
    loop {
        let Some((indent, is_flat, piece)) = stack.pop().or_else(|| after.next().copied()) else {
            return true;
        };
        let doc = match piece {
            Piece::Doc(doc) => doc,
            Piece::Filled([]) => continue,
            Piece::Filled(_) if !is_flat => return true,
            Piece::Filled(rest) => {
                stack.extend(rest.iter().rev().map(|part| (indent, is_flat, Piece::Doc(part))));
                room = match room.checked_sub(rest.len()) {
                    Some(room) => room,
                    None => return false,
                };
                continue;
            }
        };
        let width = match doc {
            Doc::Text(text) => text.len(),
            Doc::Line if is_flat => 1,
            Doc::Soft if is_flat => 0,
            Doc::Line | Doc::Soft => return true,
            Doc::Hard | Doc::Comment { .. } => return !is_flat,
            Doc::All(parts) => {
                stack.extend(parts.iter().rev().map(|part| (indent, is_flat, Piece::Doc(part))));
                0
            }
            Doc::Nest(_, inner) | Doc::Group(inner) => {
                stack.push((indent, is_flat, Piece::Doc(inner)));
                0
            }
            Doc::Fill(parts) => {
                if let [first, rest @ ..] = parts.as_slice() {
                    stack.push((indent, is_flat, Piece::Filled(rest)));
                    stack.push((indent, is_flat, Piece::Doc(first)));
                }
                0
            }
        };
        match room.checked_sub(width) {
            Some(left) => room = left,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> Doc {
        let last = words.len() - 1;
        let items = words.iter().enumerate();
        let items =
            items.map(|(i, word)| Doc::text(if i == last { (*word).into() } else { format!("{word},") }));
        Doc::group(vec![
            Doc::text("f("),
            Doc::nest(2, vec![Doc::Soft, Doc::Fill(items.collect())]),
            Doc::text(")"),
        ])
    }

    #[test]
    fn lists_are_filled_when_they_do_not_fit() {
        let doc = list(&["aaaa", "bbbb", "cccc", "dddd"]);
        assert_eq!(lay_out(&doc, 30), "f(aaaa, bbbb, cccc, dddd)");
        assert_eq!(lay_out(&doc, 25), "f(aaaa, bbbb, cccc, dddd)");
        assert_eq!(lay_out(&doc, 24), "f(\n  aaaa, bbbb, cccc,\n  dddd)");
        assert_eq!(lay_out(&doc, 15), "f(\n  aaaa, bbbb,\n  cccc, dddd)");
        assert_eq!(lay_out(&doc, 3), "f(\n  aaaa,\n  bbbb,\n  cccc,\n  dddd)");
    }

    #[test]
    fn nothing_stands_behind_a_comment() {
        let comment = |is_apart| Doc::Comment { text: "// c".into(), is_apart };
        let doc = |is_apart| Doc::group(vec![Doc::text("a"), comment(is_apart), Doc::text("b")]);
        assert_eq!(lay_out(&doc(false), 80), "a // c\nb");
        assert_eq!(lay_out(&doc(true), 80), "a\n// c\nb");
    }
}
