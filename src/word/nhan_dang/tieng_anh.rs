//! English lines of a head in two languages.

/// Words that names of offices in English have, and the country's own line.
const TU: &[&str] = &[
    "of",
    "the",
    "and",
    "for",
    "socialist",
    "republic",
    "independence",
    "freedom",
    "happiness",
    "people",
    "peoples",
    "people's",
    "committee",
    "council",
    "assembly",
    "national",
    "province",
    "provincial",
    "city",
    "commune",
    "ward",
    "ministry",
    "department",
    "division",
    "office",
    "board",
    "center",
    "centre",
    "institute",
    "university",
    "college",
    "school",
    "hospital",
    "service",
    "authority",
    "agency",
    "bureau",
    "union",
    "front",
    "party",
    "foreign",
    "affairs",
];

/// Whether a line is English: no letter that only Vietnamese has, and a word of such a name. `sau`: one that stands under another
/// English line may be the rest of its name.
pub fn la_tieng_anh(text: &str, sau: bool) -> bool {
    let letters = text.chars().any(|c| c.is_ascii_alphabetic());
    let foreign = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let number = text.contains(|c: char| c.is_ascii_digit());
    if !letters || foreign || number {
        return false;
    }
    let small = text.to_lowercase().replace('’', "'");
    let mut words = small.split(|c: char| !c.is_ascii_alphabetic() && c != '\'');
    sau || words.any(|word| TU.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_by_its_words_and_letters() {
        for text in ["PEOPLE’S COMMITTEE", "Independence - Freedom - Happiness", "DEPARTMENT OF"]
        {
            assert!(la_tieng_anh(text, false), "{text}");
        }
        for text in ["VĂN PHÒNG", "UBND", "TRUNG TAM", "Số: 05/SNV-VP", "TRƯỜNG ABC SCHOOL", "*"]
        {
            assert!(!la_tieng_anh(text, false), "{text}");
        }
        assert!(la_tieng_anh("DONG THAP", true) && !la_tieng_anh("ĐỒNG THÁP", true));
    }
}
