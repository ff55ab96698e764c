//! A YAML file as a tree in which everything knows where it stands.

/// Which part of the file a node is: its own number and that of the last node inside it, counted in the
/// order of the file. [`place`](super::place) turns it into line and column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    pub first: usize,
    pub last: usize,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub value: Value,
    pub span: Span,
}

/// Scalars stay as they were written: what looks like a number is text until someone needs a number,
/// so `05` keeps its zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Null,
    Text(String),
    List(Vec<Node>),
    /// Entries in the order of the file. A key is a node of text.
    Map(Vec<(Node, Node)>),
}

impl Node {
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What the clerk would call it.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "mục trống",
            Value::Text(_) => "một đoạn chữ",
            Value::List(_) => "một danh sách",
            Value::Map(_) => "một nhóm mục con",
        }
    }

    /// The value of a key, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => {
                entries.iter().find(|(k, _)| k.text() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Number of nodes in the tree.
    pub fn count(&self) -> usize {
        let children: usize = match &self.value {
            Value::Null | Value::Text(_) => 0,
            Value::List(items) => items.iter().map(Self::count).sum(),
            Value::Map(entries) => {
                entries.iter().map(|(k, v)| k.count().saturating_add(v.count())).sum()
            }
        };
        children.saturating_add(1)
    }

    /// Every text in the tree, keys too, in the order of the file.
    pub fn texts(&self) -> Vec<(&str, Span)> {
        match &self.value {
            Value::Null => Vec::new(),
            Value::Text(text) => vec![(text.as_str(), self.span)],
            Value::List(items) => items.iter().flat_map(Self::texts).collect(),
            Value::Map(entries) => {
                entries.iter().flat_map(|(k, v)| [k.texts(), v.texts()].concat()).collect()
            }
        }
    }
}
