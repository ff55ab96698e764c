//! Writes the manual pages and what shells complete into a folder: `cargo run --example manual -- DIR`. Both are made from the
//! program's own help, so that they say the same.

use std::fs;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::{Shell, generate_to};
use clap_mangen::Man;
use vanthu::model::PHIEN_BAN;

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
    let mut command = vanthu::faces::cli::command().version(PHIEN_BAN);
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        generate_to(shell, &mut command, "vanthu", folder)?;
    }
    // Gives each verb the name of its page, which is that of the command with all words before it: `vanthu-register-list`.
    command.build();
    pages(&command, folder)
}

/// The page of a command, and of each of its verbs.
fn pages(command: &Command, folder: &Path) -> io::Result<()> {
    let man = Man::new(command.clone()).source(format!("vanthu {PHIEN_BAN}")).manual("Văn thư");
    let mut page = Vec::new();
    man.render(&mut page)?;
    let page = String::from_utf8(page).map_err(io::Error::other)?;
    fs::write(folder.join(man.get_filename()), vietnamese(&page))?;
    command
        .get_subcommands()
        .filter(|verb| !verb.is_hide_set())
        .try_for_each(|verb| pages(verb, folder))
}

fn vietnamese(page: &str) -> String {
    let line = |line: &str| {
        let heading =
            line.strip_prefix(".SH ").and_then(|own| HEADINGS.iter().find(|(en, _)| *en == own));
        heading.map_or(line.to_owned(), |(_, vi)| format!(".SH \"{vi}\""))
    };
    page.lines().map(|own| line(own) + "\n").collect()
}
