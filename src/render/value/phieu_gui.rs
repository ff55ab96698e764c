//! The data of a phiếu gửi.

use serde_json::{Value, json};

use crate::model::{CoQuan, PhieuGui};

pub fn value(phieu: &PhieuGui, co_quan: &CoQuan) -> Value {
    let mut data = json!(phieu);
    if let Some(map) = data.as_object_mut() {
        map.insert("co_quan_ten".into(), co_quan.ten.clone().into());
    }
    data
}
