//! Phụ lục VI: how long the data fields of a document may be when systems exchange and keep it.

use super::Fault;

/// A text field: the longest value in characters, what it is called, the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TruongChu {
    pub dai_nhat: usize,
    pub ten: &'static str,
    pub dieu_khoan: &'static str,
}

macro_rules! truong {
    ($($khoa:ident: $dai:literal, $ten:literal;)*) => {
        $(pub const $khoa: TruongChu = TruongChu {
            dai_nhat: $dai,
            ten: $ten,
            dieu_khoan: concat!("Phụ lục VI, thông tin đầu vào: ", $ten),
        };)*
    };
}

truong! {
    CODE_NUMBER: 11, "số của văn bản";
    CODE_NOTATION: 30, "ký hiệu của văn bản";
    ORGAN_NAME: 200, "tên cơ quan, tổ chức";
    SUBJECT: 500, "trích yếu nội dung";
    POSITION: 100, "chức vụ người ký";
    FULL_NAME: 50, "họ và tên người ký";
    TO_ORGAN_NAME: 200, "tên nơi nhận";
}

impl TruongChu {
    /// `text` itself, if the field takes it.
    pub fn vua<T: AsRef<str>>(self, text: T) -> Result<T, Fault> {
        match self.qua_dai(text.as_ref()) {
            Some(fault) => Err(fault),
            None => Ok(text),
        }
    }

    /// What is wrong with a text that the field doesn't take.
    pub fn qua_dai(self, text: &str) -> Option<Fault> {
        let dai = text.chars().count();
        (dai > self.dai_nhat).then(|| {
            let message = format!("{} dài {dai} ký tự, tối đa là {}", self.ten, self.dai_nhat);
            Fault::new("too-long", message).hint("rút gọn lại").clause(self.dieu_khoan)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_and_not_bytes() {
        assert!(FULL_NAME.qua_dai(&"Ế".repeat(50)).is_none());
        let fault = FULL_NAME.qua_dai(&"Ế".repeat(51)).unwrap();
        assert_eq!(fault.message, "họ và tên người ký dài 51 ký tự, tối đa là 50");
    }
}
