//! The head of every document's file: what it says before its own matter.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde_json::Value;

use super::{Field, Table, Text, TextOrList};
use crate::yaml::decode::CO_DAU;

/// The fields of the head, of whatever kind of document.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Dau")]
pub struct DauForm {
    #[schemars(description = "Tệp của cơ quan ban hành; không ghi thì là co-quan.yaml")]
    pub co_quan: Option<Field<Text>>,
    #[schemars(
        description = "Số văn bản, chỉ ghi con số; để trống khi chưa phát hành (Phụ lục I, phần I, mục II.3)"
    )]
    pub so: Option<Field<Text>>,
    #[schemars(
        description = "Ký hiệu, nếu khác với ký hiệu tự ghép từ loại văn bản và tên cơ quan"
    )]
    pub ky_hieu: Option<Field<Text>>,
    #[schemars(
        description = "Ngày ban hành: 15/3/2023; chưa có ngày thì 3/2023 (Phụ lục I, phần I, mục II.4)"
    )]
    pub ngay_ban_hanh: Field<Text>,
    #[schemars(
        description = "Trích yếu: một câu ngắn phản ánh khái quát nội dung, không quá 500 ký tự (Phụ lục I, phần I, mục II.5)"
    )]
    pub trich_yeu: Option<Field<Text>>,
    #[schemars(
        description = "Kính gửi: một nơi hoặc danh sách; chỉ công văn, tờ trình và báo cáo gửi cấp trên (Phụ lục I, phần I, mục II.9.a)"
    )]
    pub kinh_gui: Option<Field<TextOrList>>,
    #[schemars(
        description = "Người ký: một tên khai ở nguoi_ky trong tệp của cơ quan; cơ quan chỉ có một người ký thì bỏ được"
    )]
    pub nguoi_ky: Option<Field<Text>>,
    #[schemars(
        description = "Nơi nhận riêng của văn bản này, thay cho nơi nhận trong tệp của cơ quan; dòng “Như trên” chương trình tự thêm (Phụ lục I, phần I, mục II.9.b)"
    )]
    pub noi_nhan: Option<Field<Vec<Field<Text>>>>,
    #[schemars(description = "Nơi lưu riêng của văn bản này")]
    pub luu: Option<Field<Text>>,
    #[schemars(description = "Lời thay cho câu chữ có sẵn của mẫu")]
    pub cau_chu: Option<Field<Table<Text>>>,
}

/// A head, and what only one kind of document has. Both stand side by side in one mapping.
#[derive(Debug, Clone)]
pub struct CoDau<T> {
    pub dau: DauForm,
    pub rieng: T,
}

/// A form that stands beside a head.
pub trait Rieng {
    /// Keys of the head that this kind can't do without.
    const CAN: &'static [&'static str];
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for CoDau<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CoDauVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for CoDauVisitor<T> {
            type Value = CoDau<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("các mục của một văn bản")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<CoDau<T>, A::Error> {
                let missing = || de::Error::custom("văn bản thiếu phần đầu");
                let dau = parts.next_element()?.ok_or_else(missing)?;
                let rieng = parts.next_element()?.ok_or_else(missing)?;
                Ok(CoDau { dau, rieng })
            }
        }
        deserializer.deserialize_newtype_struct(CO_DAU, CoDauVisitor(PhantomData))
    }
}

impl<T: JsonSchema + Rieng> JsonSchema for CoDau<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut own = T::json_schema(generator);
        ghep(&mut own, DauForm::json_schema(generator).to_value(), T::CAN);
        own
    }
}

/// Puts the head's properties into the schema of a kind.
pub fn ghep(own: &mut Schema, dau: Value, can: &[&str]) {
    let Some(map) = own.as_object_mut() else { return };
    let entry = |key: &str| dau.get(key).cloned().unwrap_or_default();
    if let (Value::Object(head), Some(Value::Object(mine))) =
        (entry("properties"), map.get_mut("properties"))
    {
        mine.extend(head);
    }
    let head = entry("required");
    let all = head.as_array().into_iter().flatten().cloned();
    let all = all.chain(can.iter().map(|key| Value::from(*key)));
    if let Value::Array(required) = map.entry("required").or_insert_with(|| Value::Array(vec![])) {
        required.extend(all);
    }
}
