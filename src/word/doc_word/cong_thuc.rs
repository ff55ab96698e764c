//! Equations (OMML) on one line: their letters in order, with signs that tell how they stand to each
//! other, so that ½ and 12 are not the same.

use crate::writers::docx::xml::Element;

/// What an equation says.
pub(super) fn chu(element: &Element) -> String {
    match element.name.as_str() {
        "m:t" | "w:t" => element.own_text(),
        "m:f" => hai(element, "m:num", "/", "m:den"),
        "m:sSup" => hai(element, "m:e", "^", "m:sup"),
        "m:sSub" => hai(element, "m:e", "_", "m:sub"),
        "m:sSubSup" => format!("{}^{}", hai(element, "m:e", "_", "m:sub"), phan(element, "m:sup")),
        "m:sPre" => {
            format!(
                "_{}^{}{}",
                phan(element, "m:sub"),
                phan(element, "m:sup"),
                phan(element, "m:e")
            )
        }
        "m:rad" => format!("{}√{}", goc(element), nhom(&phan(element, "m:e"))),
        "m:nary" => tong(element),
        "m:d" => ngoac(element),
        "m:func" => format!("{} {}", phan(element, "m:fName"), phan(element, "m:e")),
        "m:acc" => format!("{}{}", phan(element, "m:e"), dau(element, "m:accPr", "\u{302}")),
        "m:groupChr" => format!("{}{}", phan(element, "m:e"), dau(element, "m:groupChrPr", "⏟")),
        "m:limLow" => hai(element, "m:e", "_", "m:lim"),
        "m:limUpp" => hai(element, "m:e", "^", "m:lim"),
        "m:mr" => danh_sach(element, "m:e", ", "),
        "m:m" => format!("[{}]", danh_sach(element, "m:mr", "; ")),
        "m:eqArr" => danh_sach(element, "m:e", "; "),
        "w:tab" => "\t".to_owned(),
        "w:br" => "\n".to_owned(),
        name if name.ends_with("Pr") => String::new(),
        _ => element.elements().map(chu).collect(),
    }
}

fn phan(element: &Element, name: &str) -> String {
    element.find(name).map(chu).unwrap_or_default()
}

/// Brackets around what is longer than a word.
fn nhom(text: &str) -> String {
    match text.chars().all(char::is_alphanumeric) {
        true => text.to_owned(),
        false => format!("({text})"),
    }
}

fn hai(element: &Element, first: &str, between: &str, second: &str) -> String {
    format!("{}{between}{}", nhom(&phan(element, first)), nhom(&phan(element, second)))
}

fn goc(element: &Element) -> String {
    let degree = phan(element, "m:deg");
    if degree.is_empty() { degree } else { format!("{degree} ") }
}

/// The character that the properties name, else the usual one.
fn dau(element: &Element, properties: &str, usual: &str) -> String {
    let chosen = element.find(properties).and_then(|p| p.find("m:chr"));
    chosen.and_then(|chr| chr.get("m:val")).unwrap_or(usual).to_owned()
}

fn tong(element: &Element) -> String {
    let mut out = dau(element, "m:naryPr", "∫");
    for (sign, name) in [("_", "m:sub"), ("^", "m:sup")] {
        let text = phan(element, name);
        if !text.is_empty() {
            out.push_str(sign);
            out.push_str(&nhom(&text));
        }
    }
    out.push(' ');
    out.push_str(&phan(element, "m:e"));
    out
}

fn ngoac(element: &Element) -> String {
    let properties = element.find("m:dPr");
    let sign = |name: &str, usual: &str| {
        let chosen = properties.and_then(|p| p.find(name)).map(|c| c.get("m:val"));
        chosen.map_or(usual, |value| value.unwrap_or_default()).to_owned()
    };
    let inside = danh_sach(element, "m:e", &sign("m:sepChr", "|"));
    format!("{}{inside}{}", sign("m:begChr", "("), sign("m:endChr", ")"))
}

fn danh_sach(element: &Element, name: &str, between: &str) -> String {
    let each = element.elements().filter(|child| child.name == name);
    each.map(|child| child.elements().map(chu).collect::<String>())
        .collect::<Vec<_>>()
        .join(between)
}
