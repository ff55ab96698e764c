//! Who signs: by the short name that the office's file gives, or written out in the document.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use super::{Field, NguoiKyForm, Text};
use crate::reading::yaml::decode::{HINH, Hinh};

/// One signer of a document.
#[derive(Debug, Clone)]
pub enum MotNguoiKyForm {
    /// A short name from the office's file.
    Ten(String),
    TaiCho(NguoiKyForm),
}

/// Who confirms a signature.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "XacNhanChuKy")]
#[schemars(description = "Người xác nhận chữ ký, in dưới người ký bên phải, có dấu của cơ quan")]
pub struct XacNhanChuKyForm {
    #[schemars(
        description = "Họ tên người có chữ ký được xác nhận; không ghi thì là người ký bên phải"
    )]
    pub cua: Option<Field<Text>>,
    #[schemars(
        description = "Người xác nhận: một tên khai ở nguoi_ky trong tệp của cơ quan, hoặc ghi tại chỗ dong và ho_ten"
    )]
    pub nguoi_ky: Field<MotNguoiKyForm>,
}

/// The signers of a document.
#[derive(Debug, Clone)]
pub enum CacNguoiKyForm {
    Mot(MotNguoiKyForm),
    Nhieu(Vec<Field<MotNguoiKyForm>>),
}

impl<'de> Deserialize<'de> for MotNguoiKyForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MotVisitor;
        impl<'de> Visitor<'de> for MotVisitor {
            type Value = MotNguoiKyForm;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("một người ký")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                let hinh = Hinh::from_number(parts.next_element()?);
                match hinh {
                    Hinh::Nhom => value(parts).map(MotNguoiKyForm::TaiCho),
                    _ => value(parts).map(|Text(ten)| MotNguoiKyForm::Ten(ten)),
                }
            }
        }
        deserializer.deserialize_newtype_struct(HINH, MotVisitor)
    }
}

impl<'de> Deserialize<'de> for CacNguoiKyForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CacVisitor;
        impl<'de> Visitor<'de> for CacVisitor {
            type Value = CacNguoiKyForm;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("người ký")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
                match Hinh::from_number(parts.next_element()?) {
                    Hinh::DanhSach => value(parts).map(CacNguoiKyForm::Nhieu),
                    _ => value(parts).map(CacNguoiKyForm::Mot),
                }
            }
        }
        deserializer.deserialize_newtype_struct(HINH, CacVisitor)
    }
}

fn value<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(mut parts: A) -> Result<T, A::Error> {
    parts.next_element()?.ok_or_else(|| de::Error::custom("thiếu người ký"))
}

impl JsonSchema for MotNguoiKyForm {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MotNguoiKy".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let ten = generator.subschema_for::<Text>();
        let tai_cho = generator.subschema_for::<NguoiKyForm>();
        json_schema!({ "anyOf": [ten, tai_cho] })
    }
}

impl JsonSchema for CacNguoiKyForm {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CacNguoiKy".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let ten = generator.subschema_for::<Text>();
        let tai_cho = generator.subschema_for::<NguoiKyForm>();
        let items = json_schema!({ "anyOf": [ten, tai_cho] });
        json_schema!({ "anyOf": [ten, tai_cho, { "type": "array", "items": items, "maxItems": 3 }] })
    }
}
