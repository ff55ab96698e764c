//! Files of the page's own are sent packed, as every browser takes them; each is packed once.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::assets;
use super::http::{Answer, Request};
use super::opened::Opened;

/// The file of that name as the browser wants it.
pub fn asset(opened: &Opened, request: &Request, name: &str) -> Option<Answer> {
    let plain = assets::asset(name)?;
    let takes = |said: &str| said.split(',').any(|one| one.trim() == "gzip");
    if !request.header("accept-encoding").is_some_and(takes) || is_packed(&plain) {
        return Some(plain);
    }
    Some(opened.packed(name, || pack(plain)))
}

/// A face is packed in itself.
fn is_packed(answer: &Answer) -> bool {
    answer.kind == "font/woff"
}

pub fn pack(plain: Answer) -> Answer {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    match packer.write_all(&plain.body).and_then(|()| packer.finish()) {
        Ok(body) => Answer { body, ..plain.clone() }.with("content-encoding", "gzip".to_owned()),
        Err(_) => plain,
    }
}
