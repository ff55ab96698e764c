//! What a command says and what a file says of the same field of an entry: the command's word goes into the book, and the
//! clerk is told both.

use crate::diagnostic::Diagnostic;
use crate::model::o_tron::khoa;

/// The letters of a text: blanks, capitals and marks don't count.
pub fn chu(text: &str) -> String {
    khoa(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// That the file `tep` says something else.
pub fn khac(ten: &str, own: &str, other: &str, tep: &str) -> Diagnostic {
    let message = format!("{ten} ghi trong lệnh là “{own}”, tệp {tep} ghi “{other}”");
    Diagnostic::warning("entry-differs", message)
        .hint("sổ ghi theo lệnh; xem lại có nhầm tệp không")
}
