//! Signs of symbol fonts: the common ones as the characters that they look like.

/// What `w:sym` shows. A sign that is not known keeps its number, so that another one is another.
pub(super) fn chu(font: Option<&str>, code: Option<&str>) -> char {
    let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
    let Some(code) = code else { return '\u{25A1}' };
    let low = u8::try_from(code & 0xFF).unwrap_or_default();
    let symbol = code < 0x100 || (0xF000..=0xF0FF).contains(&code);
    let known = font.filter(|_| symbol).and_then(|font| dau(font, low));
    let plain = char::from_u32(code).filter(|c| !c.is_control());
    known.or(plain).unwrap_or('\u{25A1}')
}

/// The sign `code` of a font.
pub(super) fn dau(font: &str, code: u8) -> Option<char> {
    let table: &[(u8, char)] = match font.to_lowercase().as_str() {
        "wingdings" => &WINGDINGS,
        "wingdings 2" => &WINGDINGS_2,
        "symbol" => &SYMBOL,
        _ => &[],
    };
    table.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign)
}

const WINGDINGS: [(u8, char); 22] = [
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x46, '☞'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '☐'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '☐'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

const WINGDINGS_2: [(u8, char); 6] =
    [(0x4F, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0xA3, '☐')];

const SYMBOL: [(u8, char); 24] = [
    (0x2B, '+'),
    (0x2D, '−'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x64, 'δ'),
    (0x6C, 'λ'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xDE, '⇒'),
];
