//! Who gets in: nobody but the browser that was let in, asking for pages of its own.
//!
//! Any page of the internet that the clerk has open may send requests to this machine, and any name of the internet
//! may be made to mean it. So the name that was asked for must be ours to the letter (against names that are led
//! here), the key must be there, and whatever changes something must come from a page of ours.

use super::http::{Answer, Request};
use super::keys::Keys;

/// Where the word that is good once is spent.
pub const ENTRY: &str = "/vao";

/// What every answer forbids the browser: to load or send anything elsewhere, to be shown inside another page, to
/// keep a copy.
pub const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // With none at all a form of ours would come from nowhere (`Origin: null`).
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

pub struct Guard {
    /// The names under which a browser may ask: `127.0.0.1:4711`, `localhost:4711`.
    hosts: [String; 2],
    pub keys: Keys,
}

impl Guard {
    pub fn new(port: u16) -> Option<Self> {
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        Some(Self { hosts, keys: Keys::new(port)? })
    }

    /// Why a request is refused; none if it may go on.
    pub fn refuse(&self, request: &Request) -> Option<Answer> {
        let Some(host) = request.header("host").filter(|own| self.hosts.iter().any(|h| h == own))
        else {
            return Some(Answer::said(421, "địa chỉ này không phải của chương trình"));
        };
        if !["GET", "POST"].contains(&request.method.as_str()) {
            return Some(Answer::said(405, "chỉ nhận GET và POST"));
        }
        let entry = request.path == ENTRY && request.method == "GET";
        if !entry && !self.keys.known(request) {
            return Some(Answer::said(403, CLOSED));
        }
        if !entry && !of_our_page(request, host) {
            return Some(Answer::said(403, "yêu cầu không đến từ trang của chương trình"));
        }
        None
    }
}

/// What someone reads who comes without the key.
const CLOSED: &str =
    "Trang này chỉ mở được từ chương trình. Hãy đóng thẻ này rồi mở lại chương trình: vanthu serve";

/// Whether a request comes from a page of ours. Whatever changes something must say so; a page that is only looked
/// at may be typed into the address line (`none`).
fn of_our_page(request: &Request, host: &str) -> bool {
    let own = format!("http://{host}");
    let origin = request.header("origin");
    let site = request.header("sec-fetch-site");
    if request.method == "GET" {
        let shown = request.header("sec-fetch-mode") == Some("navigate");
        let site_good = match site {
            None | Some("same-origin") => true,
            Some("none") => shown,
            Some(_) => false,
        };
        return site_good && origin.is_none_or(|origin| origin == own);
    }
    origin == Some(&own) && matches!(site, None | Some("same-origin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> (Guard, String) {
        let guard = Guard::new(4711).unwrap();
        let cookie = guard.keys.spend(&guard.keys.once().unwrap()).unwrap();
        (guard, cookie.split(';').next().unwrap().to_owned())
    }

    fn request(method: &str, headers: &[(&str, &str)]) -> Request {
        let headers = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Request { method: method.into(), path: "/".into(), headers, ..Request::default() }
    }

    #[test]
    fn each_rule_is_needed() {
        let (guard, cookie) = guard();
        let good = [
            ("host", "127.0.0.1:4711"),
            ("cookie", &*cookie),
            ("origin", "http://127.0.0.1:4711"),
            ("sec-fetch-site", "same-origin"),
        ];
        assert_eq!(guard.refuse(&request("POST", &good)), None);
        let told = |with: (&str, &str)| {
            let mut headers = good.to_vec();
            headers.retain(|(name, _)| *name != with.0);
            headers.push(with);
            guard.refuse(&request("POST", &headers)).map(|answer| answer.status)
        };
        assert_eq!(told(("host", "vanthu.example:4711")), Some(421));
        assert_eq!(told(("host", "127.0.0.1:4712")), Some(421));
        assert_eq!(told(("host", "127.0.0.1")), Some(421));
        assert_eq!(told(("cookie", "vanthu-4711=0")), Some(403));
        assert_eq!(told(("origin", "http://127.0.0.1:8080")), Some(403));
        assert_eq!(told(("origin", "null")), Some(403));
        assert_eq!(told(("origin", "http://localhost:4711")), Some(403));
        assert_eq!(told(("sec-fetch-site", "same-site")), Some(403));
        assert_eq!(told(("sec-fetch-site", "cross-site")), Some(403));
        let without = |name: &str| {
            let headers: Vec<_> = good.iter().filter(|(n, _)| *n != name).copied().collect();
            guard.refuse(&request("POST", &headers)).map(|answer| answer.status)
        };
        assert_eq!((without("host"), without("cookie")), (Some(421), Some(403)));
        assert_eq!(without("origin"), Some(403));
        // A browser of before 2023 doesn't say it.
        assert_eq!(without("sec-fetch-site"), None);
    }

    #[test]
    fn a_page_may_be_looked_at_from_the_address_line_alone() {
        let (guard, cookie) = guard();
        let look = |site: &str, mode: &str| {
            let headers = [
                ("host", "127.0.0.1:4711"),
                ("cookie", &*cookie),
                ("sec-fetch-site", site),
                ("sec-fetch-mode", mode),
            ];
            guard.refuse(&request("GET", &headers)).map(|answer| answer.status)
        };
        assert_eq!(look("none", "navigate"), None);
        assert_eq!(look("same-origin", "cors"), None);
        assert_eq!(look("none", "no-cors"), Some(403));
        assert_eq!(look("cross-site", "navigate"), Some(403));
        assert_eq!(look("same-site", "no-cors"), Some(403));
    }

    #[test]
    fn other_methods_are_refused() {
        let (guard, cookie) = guard();
        for method in ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"] {
            let headers = [("host", "127.0.0.1:4711"), ("cookie", &*cookie)];
            assert_eq!(guard.refuse(&request(method, &headers)).map(|a| a.status), Some(405));
        }
    }
}
