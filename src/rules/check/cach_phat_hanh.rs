//! `phat_hanh` in `co-quan.yaml` → [`CachPhatHanh`].

use super::doc::Doc;
use crate::model::{CachPhatHanh, DinhKem, co_khong};
use crate::reading::form::PhatHanhForm;

pub fn cach_phat_hanh(doc: &mut Doc<'_>, form: PhatHanhForm) -> CachPhatHanh {
    let dinh_kem = doc.optional_line(form.dinh_kem);
    let dinh_kem = dinh_kem.and_then(|(text, span)| doc.take(DinhKem::parse(&text), span));
    let o_ky = doc.optional_line(form.o_ky);
    let o_ky = o_ky.and_then(|(text, span)| doc.take(co_khong(&text), span));
    CachPhatHanh { dinh_kem: dinh_kem.unwrap_or_default(), o_ky: o_ky.unwrap_or_default() }
}
