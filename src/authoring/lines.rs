//! The line of every node of a YAML text, so that a problem can name it.

use std::collections::HashMap;

use granit_parser::{Event, Parser};

/// Lines by JSON pointer.
#[derive(Clone, Debug, Default)]
pub struct Lines(HashMap<String, usize>, Option<usize>);

enum Frame {
    Sequence(usize),
    Mapping(Option<String>),
}

impl Lines {
    /// Indexes a text; what cannot be parsed ends the index, and the reader reports why.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut lines = Self::default();
        let mut open: Vec<(String, Frame)> = Vec::new();
        for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
            let line = span.start.line();
            match event {
                Event::Scalar(text, ..) => {
                    lines.node(&mut open, line, Some(&text));
                }
                Event::SequenceStart(..) => {
                    let pointer = lines.node(&mut open, line, None);
                    open.push((pointer, Frame::Sequence(0)));
                }
                Event::MappingStart(..) => {
                    let pointer = lines.node(&mut open, line, None);
                    open.push((pointer, Frame::Mapping(None)));
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    open.pop();
                }
                Event::Alias(..) => {
                    lines.1.get_or_insert(line);
                    lines.node(&mut open, line, None);
                }
                _ => {}
            }
        }
        lines
    }

    /// The line of a pointer, or of the nearest node above it; 1 when nothing is known.
    #[must_use]
    pub fn line(&self, pointer: &str) -> usize {
        let mut pointer = pointer;
        loop {
            if let Some(line) = self.0.get(pointer) {
                return *line;
            }
            match pointer.rsplit_once('/') {
                Some((above, _)) => pointer = above,
                None => return 1,
            }
        }
    }

    /// The line of the first alias (`*name`), if there is one.
    #[must_use]
    pub fn alias(&self) -> Option<usize> {
        self.1
    }

    /// Takes note of a node and returns its pointer; a scalar may be the key of a mapping.
    fn node(&mut self, open: &mut [(String, Frame)], line: usize, scalar: Option<&str>) -> String {
        let pointer = match open.last_mut() {
            None => String::new(),
            Some((parent, Frame::Sequence(next))) => {
                let pointer = format!("{parent}/{next}");
                *next += 1;
                pointer
            }
            Some((parent, Frame::Mapping(key))) => match (key.take(), scalar) {
                (None, Some(name)) => {
                    // The line of a value is that of its key, where the author looks for it.
                    let pointer = format!("{parent}/{name}");
                    self.0.entry(pointer.clone()).or_insert(line);
                    *key = Some(name.to_owned());
                    return pointer;
                }
                (key, _) => format!("{parent}/{}", key.unwrap_or_default()),
            },
        };
        self.0.entry(pointer.clone()).or_insert(line);
        pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_nodes_have_their_lines() {
        let lines = Lines::of("id: a\nitems:\n  - x: 1\n    y: {z: [1, 2]}\n  - x: 2\n");
        let found: Vec<usize> =
            ["/id", "/items", "/items/0", "/items/0/y/z/1", "/items/1/x", "/items/1/no/such"]
                .into_iter()
                .map(|pointer| lines.line(pointer))
                .collect();
        assert_eq!(found, [1, 2, 3, 4, 5, 5]);
    }
}
