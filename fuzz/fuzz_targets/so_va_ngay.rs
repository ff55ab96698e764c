//! Amounts, dates, times and places as clerks write them, and the laws between them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanthu::model::so_bang_chu::{CachDoc, doc_so, hieu_so};
use vanthu::model::{DiaDiem, Ngay, NgayBanHanh, ThoiGian, Tien, so_ky_hieu};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(tien) = Tien::parse(text) {
        assert_eq!(Tien::parse(&tien.bang_so()).ok(), Some(tien), "{text}");
        for cach in [(false, false), (false, true), (true, false), (true, true)] {
            let cach = CachDoc { le: cach.0, ngan: cach.1 };
            assert_eq!(hieu_so(&doc_so(tien.dong(), cach)), Some(tien.dong()), "{text}");
        }
    }
    let _ = hieu_so(text);
    let _ = DiaDiem::parse(text);
    let _ = ThoiGian::parse(text, 2023);
    let _ = so_ky_hieu::so(text);
    if let Ok(ngay) = NgayBanHanh::parse(text) {
        let _ = (ngay.dong("Đồng Tháp"), ngay.cum_tu(), ngay.ngay_cuoi_ky());
    }
    if let Ok(ngay) = Ngay::parse(text) {
        assert!(ngay.so_ngay_den(ngay) <= 1, "{text}");
    }
});
