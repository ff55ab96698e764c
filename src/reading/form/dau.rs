//! Đầu: what every document says of itself beside its body, whatever its kind, and a form made of that
//! and of what its kind alone says.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{CacNguoiKyForm, Field, Table, Text, TextOrList, XacNhanChuKyForm};
use crate::reading::yaml::decode::CO_DAU;

/// The keys of head and foot.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DauForm {
    #[schemars(
        description = "Tệp của cơ quan ban hành; không ghi thì là co-quan.yaml. Nhiều cơ quan cùng ban hành thì ghi danh sách"
    )]
    pub co_quan: Option<Field<TextOrList>>,
    #[schemars(
        description = "Số văn bản, chỉ ghi con số; để trống khi chưa phát hành (Phụ lục I, phần I, mục II.3)"
    )]
    pub so: Option<Field<Text>>,
    #[schemars(
        description = "Ký hiệu, nếu khác với ký hiệu tự ghép từ loại văn bản và tên cơ quan"
    )]
    pub ky_hieu: Option<Field<Text>>,
    #[schemars(
        description = "Chữ viết tắt tên đơn vị soạn thảo công văn, đứng cuối ký hiệu: VP trong 05/BNV-VP (Phụ lục I, phần I, mục II.3.b)"
    )]
    pub don_vi_soan: Option<Field<Text>>,
    #[schemars(
        description = "Ngày ban hành: 15/3/2023; chưa có ngày thì 3/2023 (Phụ lục I, phần I, mục II.4)"
    )]
    pub ngay_ban_hanh: Field<Text>,
    #[schemars(
        description = "Trích yếu: một câu ngắn phản ánh khái quát nội dung, không quá 500 ký tự (Phụ lục I, phần I, mục II.5)"
    )]
    pub trich_yeu: Option<Field<Text>>,
    #[schemars(
        description = "Nơi văn bản gửi tới để giải quyết, in sau “Kính gửi:”; dòng “Như trên” chương trình tự thêm (Phụ lục I, phần I, mục II.9.a)"
    )]
    pub kinh_gui: Option<Field<TextOrList>>,
    #[schemars(
        description = "Mức độ khẩn: hỏa tốc, thượng khẩn hoặc khẩn (Phụ lục I, phần I, mục III.2)",
        extend("enum" = ["hỏa tốc", "thượng khẩn", "khẩn", null])
    )]
    pub khan: Option<Field<Text>>,
    #[schemars(
        description = "Độ mật: tuyệt mật, tối mật hoặc mật (Phụ lục I, phần I, mục III.2)",
        extend("enum" = ["tuyệt mật", "tối mật", "mật", null])
    )]
    pub mat: Option<Field<Text>>,
    #[schemars(
        description = "Phạm vi lưu hành: xem xong trả lại hoặc lưu hành nội bộ (Phụ lục I, phần I, mục III.2); văn bản của Đảng còn có: tài liệu hội nghị, tài liệu thu hồi, không phổ biến trên phương tiện thông tin đại chúng",
        extend("enum" = [
            "xem xong trả lại",
            "lưu hành nội bộ",
            "tài liệu hội nghị",
            "tài liệu thu hồi",
            "không phổ biến trên phương tiện thông tin đại chúng",
            null
        ])
    )]
    pub luu_hanh: Option<Field<Text>>,
    #[schemars(
        description = "Đầu văn bản có thêm tên tiếng Anh, cho văn bản gửi ra nước ngoài: co hoặc khong (mặc định); tên lấy ở mục tieng_anh trong tệp của cơ quan",
        extend("enum" = ["co", "khong", null])
    )]
    pub song_ngu: Option<Field<Text>>,
    #[schemars(
        description = "Chủ đề đại hội thay cho tên loại, chương trình tự in hoa, trích yếu in dưới nó trong ngoặc đơn; chỉ ở báo cáo chính trị của Đảng (Hướng dẫn 05-HD/VPTW, mục I.5.1.2)"
    )]
    pub chu_de: Option<Field<Text>>,
    #[schemars(
        description = "Văn bản còn là dự thảo: có, hoặc số của bản dự thảo (2, lần 2), thêm ngày được (lần 2, 15/4/2026); in “DỰ THẢO” trong khung dưới số, ký hiệu; phát hành thì xoá dòng này"
    )]
    pub du_thao: Option<Field<Text>>,
    #[schemars(
        description = "Ban hành bản giấy hay bản điện tử: giay hoặc dien_tu (mặc định); phụ lục của bản giấy ghi đủ số, ngày của văn bản (Phụ lục I, phần I, mục III.1.c)",
        extend("enum" = ["giay", "dien_tu", null])
    )]
    pub ban: Option<Field<Text>>,
    #[schemars(
        description = "Thời điểm ký số: 15/4/2023 14:05:33; chỉ in ở phụ lục thành tệp riêng"
    )]
    pub thoi_diem: Option<Field<Text>>,
    #[schemars(
        description = "Người ký: một tên khai ở nguoi_ky trong tệp của cơ quan, hoặc ghi tại chỗ dong và ho_ten; cơ quan chỉ có một người ký thì bỏ được"
    )]
    pub nguoi_ky: Option<Field<CacNguoiKyForm>>,
    #[schemars(
        description = "Xác nhận chữ ký, chỉ ở văn bản của Đảng: khi không được đóng dấu lên chữ ký của người chủ trì hội nghị hay của đại hội (Hướng dẫn 05-HD/VPTW, mục I.7.1.4)"
    )]
    pub xac_nhan_chu_ky: Option<Field<XacNhanChuKyForm>>,
    #[schemars(
        description = "Nơi nhận riêng của văn bản này, thay cho nơi nhận trong tệp của cơ quan (Phụ lục I, phần I, mục II.9.b)"
    )]
    pub noi_nhan: Option<Field<Vec<Field<Text>>>>,
    #[schemars(description = "Nơi lưu riêng của văn bản này")]
    pub luu: Option<Field<Text>>,
    #[schemars(description = "Ký hiệu người soạn thảo, in hoa: PL (Phụ lục I, phần I, mục III.3)")]
    pub nguoi_soan: Option<Field<Text>>,
    #[schemars(description = "Số lượng bản phát hành: 300 (Phụ lục I, phần I, mục III.3)")]
    pub so_ban: Option<Field<Text>>,
    #[schemars(description = "Lời thay cho câu chữ có sẵn của mẫu")]
    pub cau_chu: Option<Field<Table<Text>>>,
}

/// What a form says of the head that goes with it.
pub trait HinhDau {
    /// Keys of the head that must be there.
    const CAN: &'static [&'static str] = &[];
    /// Keys of the head that documents of this kind don't have.
    const KHONG_CO: &'static [&'static str] = &[];
}

/// A form with the keys of the head among its own: both are read from one mapping.
#[derive(Debug, Clone)]
pub struct CoDau<T> {
    pub dau: DauForm,
    pub rieng: T,
}

impl<'de, T: Deserialize<'de> + HinhDau> Deserialize<'de> for CoDau<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(CO_DAU, T::KHONG_CO, CoDauVisitor(PhantomData))
    }
}

struct CoDauVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + HinhDau> Visitor<'de> for CoDauVisitor<T> {
    type Value = CoDau<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("một nhóm mục con")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<CoDau<T>, A::Error> {
        let missing = || de::Error::custom("thiếu một phần của văn bản");
        let mut dau: DauForm = parts.next_element()?.ok_or_else(missing)?;
        dau.can(T::CAN);
        let rieng = parts.next_element()?.ok_or_else(missing)?;
        Ok(CoDau { dau, rieng })
    }
}

impl DauForm {
    /// Makes keys that may be left out elsewhere such that their absence is told.
    pub fn can(&mut self, khoa: &[&str]) {
        if khoa.contains(&"trich_yeu") {
            self.trich_yeu.get_or_insert(Field::Missing);
        }
        if khoa.contains(&"kinh_gui") {
            self.kinh_gui.get_or_insert(Field::Missing);
        }
    }
}

impl<T: JsonSchema + HinhDau> JsonSchema for CoDau<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    /// The form's own schema with the properties of the head added.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        let dau = DauForm::json_schema(generator);
        let of_head = dau.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let known = of_head.into_iter().filter(|(key, _)| !T::KHONG_CO.contains(&key.as_str()));
        let object = schema.ensure_object();
        let own = object.entry("properties").or_insert_with(|| Value::Object(Map::new()));
        if let Some(own) = own.as_object_mut() {
            own.extend(known);
            for key in T::CAN {
                own.get_mut(*key).and_then(Value::as_object_mut).map(khong_trong);
            }
        }
        let needed = dau.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let needed = needed.into_iter().chain(T::CAN.iter().map(|key| Value::from(*key)));
        let list = object.entry("required").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(list) = list.as_array_mut() {
            list.extend(needed);
            list.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
            list.dedup();
        }
        schema
    }
}

/// A key that is needed can't be `null`.
fn khong_trong(property: &mut Map<String, Value>) {
    if let Some(kinds) = property.get_mut("type").and_then(Value::as_array_mut) {
        kinds.retain(|kind| kind != "null");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::source::TepNguon;
    use crate::reading::yaml::{decode, parse};

    #[derive(Debug, Clone, Deserialize, JsonSchema)]
    #[schemars(deny_unknown_fields)]
    struct ThuForm {
        mo_dau: Field<Text>,
    }

    impl HinhDau for ThuForm {
        const CAN: &'static [&'static str] = &["trich_yeu"];
        const KHONG_CO: &'static [&'static str] = &["kinh_gui"];
    }

    fn tree(text: &str) -> crate::reading::yaml::Node {
        parse(&TepNguon::decode("thu.yaml", text.as_bytes()).unwrap()).0.unwrap()
    }

    fn told(problems: &[decode::Problem]) -> Vec<String> {
        problems.iter().map(|(f, _)| format!("{}: {:?}", f.message, f.hint)).collect()
    }

    #[test]
    fn both_parts_are_read_from_one_mapping() {
        let root = tree("so: 5\nngay_ban_hanh: 3/2023\ntrich_yeu: Về việc\nmo_dau: Chào\n");
        let (form, problems) = decode::decode::<CoDau<ThuForm>>(&root);
        let form = form.unwrap();
        assert!(problems.is_empty(), "{:?}", told(&problems));
        assert!(matches!(form.dau.so, Some(Field::Good(Text(so), _)) if so == "5"));
        assert!(matches!(form.rieng.mo_dau, Field::Good(Text(t), _) if t == "Chào"));
    }

    #[test]
    fn a_key_that_neither_part_knows_is_told_once_with_the_nearest_of_both() {
        let root = tree("ngay_ban_han: 3/2023\nmo_dua: Chào\nkinh_gui: Sở\n");
        let (_, problems) = decode::decode::<CoDau<ThuForm>>(&root);
        let told = told(&problems);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].contains("có phải là “ngay_ban_hanh”?"));
        assert!(told[1].contains("có phải là “mo_dau”?"));
        assert!(told[2].contains("không có mục nào tên “kinh_gui”"));
    }

    #[test]
    fn a_head_alone_leaves_the_keys_of_others() {
        let root = tree("ngay_ban_hanh: 3/2023\nthan_bai: |\n  Chào\nla: 1\n");
        let (form, problems) = decode::decode_part::<DauForm>(&root, &[], &["than_bai"]);
        assert!(form.is_some());
        assert_eq!(problems.len(), 1);
        assert!(problems[0].0.message.contains("“la”"));
    }

    #[test]
    fn the_schema_has_the_keys_of_both() {
        let schema = schemars::schema_for!(CoDau<ThuForm>).to_value();
        let keys: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
        assert!(keys.iter().any(|k| *k == "mo_dau") && keys.iter().any(|k| *k == "luu"));
        assert!(!keys.iter().any(|k| *k == "kinh_gui"));
        let needed = serde_json::json!(["mo_dau", "ngay_ban_hanh", "trich_yeu"]);
        assert_eq!(schema["required"], needed);
        assert_eq!(schema["additionalProperties"], false);
    }
}
