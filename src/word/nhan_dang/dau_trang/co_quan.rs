//! Whose names stand at the upper left: the office's own, and that of the one above it.

use crate::word::nhan_dang::dong::Dong;
use crate::word::nhan_dang::tu::{khoa, noi_tiep};

/// The superior office in plain letters, the issuing one in bold. Where the look doesn't tell, a line that begins
/// with the name of a place goes with the one above it, and the last whole name is the issuing office's.
pub(super) fn hai_co_quan(lines: &[Dong]) -> (Vec<String>, Vec<String>) {
    let bold = lines.iter().filter(|line| line.dam).count();
    let text = |lines: &[&Dong]| lines.iter().map(|line| line.chu.clone()).collect();
    // `BỘ TÀI NGUYÊN VÀ` in plain letters over `MÔI TRƯỜNG` in bold ones is one name.
    let broken = lines.windows(2).any(|pair| {
        matches!(pair, [above, below] if above.dam != below.dam && khoa(&above.chu).ends_with(" va"))
    });
    if bold > 0 && bold < lines.len() && !broken {
        let (own, above): (Vec<&Dong>, Vec<&Dong>) = lines.iter().partition(|line| line.dam);
        return (text(&above), text(&own));
    }
    let mut names: Vec<Vec<&Dong>> = Vec::new();
    for line in lines {
        match names.last_mut() {
            Some(last)
                if noi_tiep(&line.chu)
                    || last.last().is_some_and(|above| khoa(&above.chu).ends_with(" va")) =>
            {
                last.push(line);
            }
            _ => names.push(vec![line]),
        }
    }
    let own = names.pop().unwrap_or_default();
    (text(&names.concat()), text(&own))
}
