//! Nothing leaves the machine: no crate that talks to a network is in the program, and none of our own code
//! does.

mod support;

use std::path::Path;
use std::process::Command;

use support::{root, tool};

/// Crates that open connections, or that others do it with.
const NETWORK: &[&str] = &[
    "reqwest",
    "ureq",
    "hyper",
    "curl",
    "curl-sys",
    "native-tls",
    "rustls",
    "openssl",
    "openssl-sys",
    "tokio",
    "socket2",
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
    tool(
        Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--prefix", "none", "--target", "all", "-e", edges])
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

/// `watch` hears of changed files through mio, whose sockets are a feature of their own.
#[test]
fn the_sockets_of_mio_are_not_built() {
    let features = crates_with("features");
    assert!(features.contains("mio feature \"os-ext\""), "{features}");
    assert!(!features.contains("mio feature \"net\""));
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

/// Other processes are started in one file only: workers of this program.
#[test]
fn our_own_code_opens_no_connection_and_starts_no_other_program() {
    let mut seen = 0;
    sources(&root().join("src"), &mut |path, text| {
        seen += 1;
        for word in ["std::net", "TcpStream", "UdpSocket", "UnixStream"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        let starts = text.contains("process::Command") || text.contains("Command::new(");
        assert!(!starts || path.ends_with("worker/pipe.rs"), "{}", path.display());
    });
    assert!(seen > 200);
}
