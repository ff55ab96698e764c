//! How long a drawn line is, as far as a file tells it without laying it out.

use crate::writers::docx::xml::Element;

const EMU_MOI_MM: f64 = 36_000.0;
/// A line that falls more than this is no level line: a frame, a picture.
const CAO_NHAT_MM: f64 = 1.5;

/// Of a drawing that stands in its paragraph's column: its width in mm. One that is placed on the page may belong to any
/// text.
pub(super) fn drawing(anchor: &Element) -> Option<f64> {
    let aside = anchor.find("wp:positionH").is_some_and(|position| {
        !matches!(position.get("relativeFrom"), Some("column" | "character"))
    });
    if aside || turned(anchor) {
        return None;
    }
    let extent = anchor.find("wp:extent")?;
    let mm = |name: &str| Some(extent.get(name)?.parse::<f64>().ok()? / EMU_MOI_MM);
    level(mm("cx")?, mm("cy")?)
}

fn turned(element: &Element) -> bool {
    let here = element.name == "a:xfrm" && element.get("rot").is_some_and(|rot| rot != "0");
    here || element.elements().any(turned)
}

/// Of a shape of VML, which stands in its paragraph's column unless its style says otherwise.
pub(super) fn vml(shape: &Element) -> Option<f64> {
    let style = shape.get("style").unwrap_or_default();
    let said = |name: &str| {
        style.split(';').find_map(|part| {
            let (key, value) = part.split_once(':')?;
            (key.trim() == name).then_some(value.trim())
        })
    };
    let aside = matches!(said("mso-position-horizontal-relative"), Some("page" | "margin"))
        || said("rotation").is_some();
    if aside {
        return None;
    }
    if let Some((from, to)) = shape.get("from").zip(shape.get("to")) {
        let (x1, y1) = point(from)?;
        let (x2, y2) = point(to)?;
        return level((x2 - x1).abs(), (y2 - y1).abs());
    }
    level(mm(said("width")?)?, said("height").map_or(Some(0.0), mm)?)
}

fn level(width: f64, height: f64) -> Option<f64> {
    (height <= CAO_NHAT_MM && width > CAO_NHAT_MM).then_some(width)
}

fn point(text: &str) -> Option<(f64, f64)> {
    let (x, y) = text.split_once(',')?;
    Some((mm(x)?, mm(y)?))
}

/// `120pt`, `1.5in`, `30mm`; a bare number but 0 counts in units of a group.
fn mm(text: &str) -> Option<f64> {
    let text = text.trim();
    let units = [
        ("pt", 25.4 / 72.0),
        ("in", 25.4),
        ("cm", 10.0),
        ("mm", 1.0),
        ("pc", 25.4 / 6.0),
        ("px", 25.4 / 96.0),
    ];
    let told = units.iter().find_map(|(unit, mm)| {
        let number: f64 = text.strip_suffix(unit)?.trim().parse().ok()?;
        Some(number * mm)
    });
    told.or_else(|| (text == "0" || text.is_empty()).then_some(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_vml() {
        assert_eq!(mm("30mm"), Some(30.0));
        assert_eq!(mm(" 72pt "), Some(25.4));
        assert_eq!(mm("0"), Some(0.0));
        assert_eq!(mm("9"), None);
        assert_eq!(mm("1em"), None);
        assert_eq!(point("0,0"), Some((0.0, 0.0)));
        assert_eq!(level(40.0, 3.0), None);
    }
}
