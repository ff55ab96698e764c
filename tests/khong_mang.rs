//! Nothing leaves the machine: no crate that asks a network for anything is in the program, and none of our own code
//! does. One file hears: the page in the browser, on the loopback alone.

use std::path::Path;
use std::process::Command;

use crate::support::{root, tool};

/// Crates that open connections, look names up or encrypt, or that others do it with. What the page in the browser is
/// heard with (`hyper`, `tokio`, `socket2`) is looked at below.
const NETWORK: &[&str] = &[
    "reqwest",
    "ureq",
    "hyper-util",
    "hyper-tls",
    "hyper-rustls",
    "curl",
    "curl-sys",
    "native-tls",
    "rustls",
    "openssl",
    "openssl-sys",
    "tokio-rustls",
    "tokio-native-tls",
    "ring",
    "aws-lc-rs",
    "async-std",
    "smol",
    "isahc",
    "attohttpc",
    "minreq",
    "tungstenite",
    "quinn",
    "h2",
    "trust-dns-resolver",
    "hickory-resolver",
    "webpki",
    "typst-kit",
    "sentry",
    "opentelemetry",
];

/// What `cargo tree` lists.
fn crates_with(edges: &str) -> String {
    crates_of(edges, &[])
}

fn crates_of(edges: &str, more: &[&str]) -> String {
    tool(
        Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--prefix", "none", "--target", "all", "-e", edges])
            .args(more)
            .current_dir(root()),
    )
}

#[test]
fn no_crate_of_the_program_opens_a_connection() {
    let tree = crates_with("normal,build");
    let all: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    for known in ["typst", "docx-rs", "serde_yaml", "notify"] {
        assert!(all.contains(&known), "{known}");
    }
    let found: Vec<_> = all.iter().filter(|name| NETWORK.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// What may not come into the program is said in one more place, which also looks at what comes under what.
#[test]
fn deny_toml_knows_the_same_names() {
    let said = std::fs::read_to_string(root().join("deny.toml")).unwrap();
    for name in NETWORK {
        assert!(said.contains(&format!("\"{name}\"")), "{name}");
    }
    for name in ["hyper", "tokio", "socket2", "open"] {
        assert!(said.contains(&format!("crate = \"{name}\", wrappers")), "{name}");
    }
}

/// The page asks nobody but the program: no address of elsewhere is in what the browser is given.
#[test]
fn the_page_names_no_address_of_elsewhere() {
    // Names, which nobody is asked for; and where a message of the editor's library says more is to be read.
    const NAMES: [&str; 2] = ["http://www.w3.org/2000/svg", "https://prosemirror.net/docs/guide/"];
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("src/faces/web/assets")).unwrap() {
        let path = entry.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap();
        seen += 1;
        for name in NAMES {
            text = text.replace(name, "");
        }
        for word in ["http://", "https://", "ws://", "url(//", "\"//", "sendBeacon", "WebSocket"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    assert!(seen > 10);
}

/// hyper is here to answer: what would ask (its client, HTTP/2) is not built, nor is it without the page.
#[test]
fn what_hears_can_not_ask() {
    let features = crates_with("features");
    assert!(features.contains("hyper feature \"server\""), "{features}");
    for asks in [
        "hyper feature \"client\"",
        "hyper feature \"http2\"",
        "hyper feature \"full\"",
        "tokio feature \"full\"",
        "tokio feature \"process\"",
        "tokio feature \"fs\"",
    ] {
        assert!(!features.contains(asks), "{asks}");
    }
    let without = crates_of("normal,build", &["--no-default-features"]);
    for name in ["hyper", "tokio", "socket2", "open"] {
        assert!(!without.lines().any(|line| line.split(' ').next() == Some(name)), "{name}");
    }
}

fn sources(dir: &Path, look: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, look);
        } else if path.extension().is_some_and(|e| e == "rs") {
            look(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Other processes are this program's own, started in two files: its workers, and the page of another folder. The browser
/// is opened in a third. One file
/// names a listener, which is bound to the loopback and nothing else, and connects to nobody.
#[test]
fn our_own_code_opens_no_connection_and_starts_no_other_program() {
    let (mut seen, mut heard) = (0, 0);
    sources(&root().join("src"), &mut |path, text| {
        seen += 1;
        let hears = path.ends_with("web/server.rs");
        heard += usize::from(hears);
        for word in ["std::net", "tokio::", "hyper::", "TcpStream", "TcpListener"] {
            assert!(hears || !text.contains(word), "{}: {word}", path.display());
        }
        for word in [
            "UdpSocket",
            "UnixStream",
            "UnixListener",
            "::connect(",
            "TcpSocket",
            "UNSPECIFIED",
            "ToSocketAddrs",
            "lookup_host",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        if hears {
            assert_eq!(text.matches("::bind(").count(), 1);
            assert!(text.contains("TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))"));
        }
        assert!(!text.contains("open::") || path.ends_with("web/browser.rs"), "{}", path.display());
        let starts = text.contains("process::Command") || text.contains("Command::new(");
        let may = path.ends_with("worker/pipe.rs") || path.ends_with("web/others.rs");
        assert!(!starts || may, "{}", path.display());
    });
    assert!(seen > 200 && heard == 1);
}
