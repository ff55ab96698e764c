//! The onsets and rimes of Vietnamese spelling, without tones.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Consonants that a syllable may begin with; the empty one is a syllable that begins with a vowel.
pub static AM_DAU: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Everything that may follow an onset.
#[rustfmt::skip]
static VAN: &[&str] = &[
    "a", "ai", "ao", "au", "ay", "ac", "ach", "am", "an", "ang", "anh", "ap", "at",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt",
    "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
    "e", "eo", "ec", "em", "en", "eng", "ep", "et",
    "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
    "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
    "o", "oi", "oc", "om", "on", "ong", "op", "ot", "ooc", "oong",
    "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay",
    "oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeo", "oet",
    "ô", "ôi", "ôc", "ôm", "ôn", "ông", "ôp", "ôt", "ôông",
    "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
    "u", "ua", "ui", "uc", "um", "un", "ung", "up", "ut",
    "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uơ",
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt",
    "uy", "uya", "uych", "uyên", "uyêt", "uynh", "uyp", "uyt", "uyu",
    "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu",
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
    "y", "yêm", "yên", "yêng", "yêt", "yêu",
];

/// What may follow `qu`, whose `u` belongs to the rime in sound.
#[rustfmt::skip]
static VAN_QU: &[&str] = &[
    "a", "ai", "ao", "au", "ay", "ac", "ach", "am", "an", "ang", "anh", "ap", "at",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "ân", "âng", "ât", "ây",
    "e", "en", "eo", "et", "ê", "êch", "ên", "ênh", "êt", "êu",
    "i", "ich", "in", "inh", "it", "iu", "ôc", "ơ", "ơi", "ơn", "ơt",
    "y", "ych", "yên", "yêt", "ynh", "yt",
];

/// The same, to be asked at every word.
static CAC_VAN: LazyLock<HashSet<&str>> = LazyLock::new(|| VAN.iter().copied().collect());
static CAC_VAN_QU: LazyLock<HashSet<&str>> = LazyLock::new(|| VAN_QU.iter().copied().collect());

/// Onset and rime of letters without a tone, if there is such a syllable.
pub fn phan(goc: &str) -> Option<(&str, &str)> {
    let mut cach = AM_DAU.iter().filter_map(|dau| Some((*dau, goc.strip_prefix(*dau)?)));
    cach.find(|(dau, van)| di_voi(dau, van))
}

/// Whether the spelling lets this onset stand before this rime.
fn di_voi(dau: &str, van: &str) -> bool {
    let hep = van.starts_with(['e', 'ê', 'i']);
    match dau {
        // `gì`, `gìn`, and `gi` before other vowels; in `giêng` it has lent its `i` to the rime.
        "gi" => {
            van.is_empty()
                || !van.starts_with(['i', 'y']) && CAC_VAN.contains(van)
                || van
                    .strip_prefix('ê')
                    .is_some_and(|_| CAC_VAN.contains(format!("i{van}").as_str()))
        }
        // `gìn`; `lô gích`, `xe gíp`.
        "g" => {
            ["in", "im", "ich", "ip"].contains(&van)
                || !hep && !van.starts_with('y') && CAC_VAN.contains(van)
        }
        "c" | "ng" => !hep && !van.starts_with('y') && CAC_VAN.contains(van),
        "gh" | "ngh" => hep && CAC_VAN.contains(van),
        "k" => (hep || van == "y") && CAC_VAN.contains(van),
        "q" => false,
        "qu" => CAC_VAN_QU.contains(van),
        "" => !van.starts_with("iê") && CAC_VAN.contains(van),
        _ => !van.starts_with("yê") && CAC_VAN.contains(van),
    }
}
