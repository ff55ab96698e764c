//! Writes the manual pages and what shells complete into a folder: `cargo run --example manual -- DIR`. Both are made from the
//! program's own help, so that they say the same.

use std::fs;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::{Shell, generate_to};
use clap_mangen::Man;

/// The headings that the crate writes, in the language of the page.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "TÊN"),
    ("SYNOPSIS", "CÚ PHÁP"),
    ("DESCRIPTION", "MÔ TẢ"),
    ("OPTIONS", "TUỲ CHỌN"),
    ("EXTRA", "THÊM"),
    ("VERSION", "PHIÊN BẢN"),
];

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| io::Error::other("manual DIR"))?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let mut command = vanthu::faces::cli::command();
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        generate_to(shell, &mut command, "vanthu", folder)?;
    }
    command.build();
    pages(&command, "vanthu", folder)
}

/// The page of a command, and of each of its verbs.
fn pages(command: &Command, name: &str, folder: &Path) -> io::Result<()> {
    let mut page = Vec::new();
    // The name of the page is that of the command with all words before it; clap keeps names that live for ever.
    let title: &'static str = name.replace(' ', "-").leak();
    let shown = command.clone().name(title).version(env!("CARGO_PKG_VERSION"));
    Man::new(shown).title(title).manual("Văn thư").render(&mut page)?;
    let page = String::from_utf8(page).map_err(io::Error::other)?;
    fs::write(folder.join(format!("{title}.1")), vietnamese(&page))?;
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        pages(verb, &format!("{name} {}", verb.get_name()), folder)?;
    }
    Ok(())
}

fn vietnamese(page: &str) -> String {
    let line = |line: &str| {
        let heading =
            line.strip_prefix(".SH ").and_then(|own| HEADINGS.iter().find(|(en, _)| *en == own));
        heading.map_or(line.to_owned(), |(_, vi)| format!(".SH \"{vi}\""))
    };
    page.lines().map(|own| line(own) + "\n").collect()
}
