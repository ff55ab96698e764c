//! Như nhau: characters that Word or a keyboard changes without being asked, as one.

use std::iter::repeat_n;

/// What a character counts as where texts are compared: any space is a space, curly quotes are straight, dashes are
/// hyphens, `…` is three points, and signs that nobody sees are nothing.
pub fn nhu_nhau(c: char) -> impl Iterator<Item = char> {
    let one = match c {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
        c if c.is_whitespace() => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '“' | '”' | '„' | '‟' | '«' | '»' => Some('"'),
        '‘' | '’' | '‚' | '‛' => Some('\''),
        '…' => Some('.'),
        c => Some(c),
    };
    let times = if c == '…' { 3 } else { 1 };
    one.into_iter().flat_map(move |one| repeat_n(one, times))
}
