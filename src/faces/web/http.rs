//! A request and an answer as plain values.

use std::collections::BTreeMap;

use serde::Serialize;

/// What the browser asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// `GET`, `POST`; others are refused at the door.
    pub method: String,
    /// Decoded, without the question: `/giay`.
    pub path: String,
    /// Decoded pairs behind the `?`.
    pub query: BTreeMap<String, String>,
    /// Names in small letters. Of a name that comes twice both values, which no rule accepts.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    pub fn asked(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// The value of a cookie; none if it comes twice.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let all = self.header("cookie")?.split(';');
        let mut own =
            all.filter_map(|pair| pair.trim().split_once('=')).filter(|(n, _)| *n == name);
        let first = own.next()?;
        own.next().is_none().then_some(first.1)
    }

    /// Takes a target as it stands in the first line of a request: `/giay?ten=cong-van.yaml`.
    pub fn target(mut self, target: &str) -> Option<Self> {
        let (path, question) = target.split_once('?').unwrap_or((target, ""));
        self.path = decode(path, false)?;
        for pair in question.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.query.insert(decode(name, true)?, decode(value, true)?);
        }
        Some(self)
    }
}

/// Percent signs made letters. None if that is no text.
fn decode(text: &str, plus: bool) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit = |b: u8| char::from(b).to_digit(16);
                let (high, low) = (digit(bytes.next()?)?, digit(bytes.next()?)?);
                u8::try_from(high.checked_mul(16)?.checked_add(low)?).ok()?
            }
            b'+' if plus => b' ',
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}

/// What the browser gets.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub kind: &'static str,
    pub body: Vec<u8>,
    pub headers: Vec<(&'static str, String)>,
}

impl Answer {
    pub fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), headers: Vec::new() }
    }

    pub fn html(text: String) -> Self {
        Self::new(200, "text/html; charset=utf-8", text)
    }

    pub fn json(value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(bytes) => Self::new(200, "application/json", bytes),
            Err(_) => Self::said(500, "lỗi của chương trình: không viết được câu trả lời"),
        }
    }

    /// A sentence for whoever reads the answer itself.
    pub fn said(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text)
    }

    /// Another page of ours.
    pub fn go_to(path: String) -> Self {
        Self::new(303, "text/plain; charset=utf-8", "").with("location", path)
    }

    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// A piece of text inside an address.
pub fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(byte.into()),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_once() {
        let read = Request::default().target("/gi%E1%BA%A5y?ten=a%2Bb+c&x").unwrap();
        assert_eq!(read.path, "/giấy");
        assert_eq!(read.asked("ten"), Some("a+b c"));
        assert_eq!(read.asked("x"), Some(""));
        assert_eq!(Request::default().target("/%252e").unwrap().path, "/%2e");
        for bad in ["/%", "/%4", "/%zz", "/%ff"] {
            assert!(Request::default().target(bad).is_none(), "{bad}");
        }
        let said = encode("Kế hoạch&a=b.yaml");
        let read = Request::default().target(&format!("/?ten={said}")).unwrap();
        assert_eq!(read.asked("ten"), Some("Kế hoạch&a=b.yaml"));
    }

    #[test]
    fn a_cookie_that_comes_twice_is_none() {
        let headers = |text: &str| Request {
            headers: [("cookie".to_owned(), text.to_owned())].into(),
            ..Request::default()
        };
        assert_eq!(headers("a=1; khoa=x").cookie("khoa"), Some("x"));
        assert_eq!(headers("khoa=x; khoa=y").cookie("khoa"), None);
        assert_eq!(headers("xkhoa=x").cookie("khoa"), None);
    }
}
