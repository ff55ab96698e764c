//! A small XML tree: what the pass over docx-rs's parts works on, and what our own parts are built
//! from, so that no part is ever glued together from strings.

mod parse;
mod write;

pub(crate) use parse::parse;
pub(crate) use write::{write, write_into};

/// An element with its prefixed name as written (`w:p`); Word's parts have fixed prefixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// What stands inside an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// A new element without anything in it.
pub(crate) fn el(name: &str) -> Element {
    Element { name: name.to_owned(), attributes: Vec::new(), children: Vec::new() }
}

/// The commonest shape of all: `<name w:val="…"/>`.
pub(crate) fn val(name: &str, value: impl ToString) -> Element {
    el(name).attr("w:val", value)
}

impl Element {
    pub fn attr(mut self, name: &str, value: impl ToString) -> Self {
        self.attributes.push((name.to_owned(), value.to_string()));
        self
    }

    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(text.to_owned()));
        self
    }

    /// Whether there is nothing in it, neither attribute nor child.
    pub fn is_bare(&self) -> bool {
        self.attributes.is_empty() && self.children.is_empty()
    }

    /// The elements directly inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element directly inside that is called `name`.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find(|child| child.name == name)
    }

    /// Which child the first element called `name` is.
    pub fn elements_index(&self, name: &str) -> Option<usize> {
        self.children.iter().position(|node| matches!(node, Node::Element(e) if e.name == name))
    }

    /// The element at the end of `path`, which says which child of which.
    pub fn at(&self, path: &[usize]) -> Option<&Element> {
        path.iter().try_fold(self, |here, index| match here.children.get(*index)? {
            Node::Element(child) => Some(child),
            Node::Text(_) => None,
        })
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `w:val` of the element directly inside that is called `name`.
    pub fn val_of(&self, name: &str) -> Option<&str> {
        self.find(name)?.get("w:val")
    }

    /// The text directly inside.
    pub fn own_text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// The elements directly inside.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }
}
