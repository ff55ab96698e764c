//! Phiếu giải quyết văn bản đến (PL IV): what a paper that came is, and room for the words of those who direct, lead and
//! deal with it. Who deals with it and until when are filled in where the book says so.

use super::so_cai_den::MucDen;
use crate::compose::document::{
    Block, CuoiTrang, DauTrang, Document, Inline, Paragraph, Text, ThongTin, TieuDe,
};
use crate::compose::fonts::{Face, Fonts};
use crate::compose::goc::Dong;
use crate::compose::soan::{gach_duoi, ten_co_quan};
use crate::model::the_thuc::TheThuc;
use crate::model::{CoQuan, Ngay};

const TEN_LOAI: &str = "Phiếu giải quyết văn bản đến";
/// Whose words there is room for, and how many lines each has.
const Y_KIEN: [(&str, usize); 3] = [
    ("Ý kiến chỉ đạo của lãnh đạo cơ quan, tổ chức:", 4),
    ("Ý kiến của lãnh đạo đơn vị:", 3),
    ("Ý kiến đề xuất của người giải quyết:", 4),
];

/// The slip as both writers get it.
pub fn phieu_giai_quyet(muc: &MucDen, co_quan: &CoQuan, fonts: &Fonts) -> Document {
    let the_thuc = co_quan.the_thuc.clone();
    let so = format!("Số đến: {}", muc.so_den());
    let trich_yeu = vec![so];
    let nam = muc.so_den().nam;
    Document {
        thong_tin: thong_tin(muc, co_quan),
        dau_trang: DauTrang {
            // The day is written in by whoever hands the slip on.
            dia_danh_thoi_gian: Some(
                format!("{}, ngày       tháng       năm {nam}", co_quan.dia_danh).into(),
            ),
            ..ten_co_quan(co_quan, &the_thuc, fonts)
        },
        tieu_de: TieuDe {
            ten_loai: vec![TEN_LOAI.to_uppercase().into()],
            gach_trich_yeu_mm: gach_duoi(&trich_yeu, the_thuc.co_chu_ten_loai_pt, fonts),
            trich_yeu: trich_yeu.into_iter().map(Dong::from).collect(),
        },
        kinh_gui: Vec::new(),
        tu_kinh_gui: String::new(),
        than_bai: than_bai(muc, &the_thuc, fonts),
        cuoi_trang: CuoiTrang::trong(),
        dia_chi: Vec::new(),
        luu_hanh_cuoi: None,
        ban_sao: None,
        phu_luc: Vec::new(),
        the_thuc,
    }
}

fn thong_tin(muc: &MucDen, co_quan: &CoQuan) -> ThongTin {
    ThongTin {
        tieu_de: format!("{TEN_LOAI} số {}", muc.so_den()),
        tac_gia: co_quan.ten.to_string(),
        chu_de: format!("{TEN_LOAI} số {} của {}", muc.so_den(), co_quan.ten),
        tu_khoa: vec![TEN_LOAI.to_owned()],
        ngay: muc.den.ngay.map(|ngay| ngay.ngay()).unwrap_or_default(),
    }
}

fn than_bai(muc: &MucDen, the_thuc: &TheThuc, fonts: &Fonts) -> Vec<Block> {
    let day = |ngay: Option<Ngay>| ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let (den, giao) = (&muc.den, muc.giao.last());
    let paper = match (den.ky_hieu.is_empty(), den.ngay_van_ban) {
        (false, Some(ngay)) => format!("{} ngày {ngay}", den.ky_hieu),
        _ => format!("{}{}", den.ky_hieu, day(den.ngay_van_ban)),
    };
    let facts = [
        ("Ngày đến", day(den.ngay)),
        ("Tác giả", den.tac_gia.clone()),
        ("Số, ký hiệu", paper),
        ("Nội dung", den.trich_yeu.clone()),
        ("Người chỉ đạo", giao.map(|giao| giao.chi_dao.clone()).unwrap_or_default()),
        ("Đơn vị hoặc người giải quyết", muc.nguoi_nhan().to_owned()),
        ("Thời hạn giải quyết", day(muc.han())),
    ];
    let gap = cham(the_thuc.rong_chu_mm() / 3.0, the_thuc, fonts);
    let fact = |(ten, value): &(&str, String)| {
        let value = if value.is_empty() { gap.clone() } else { value.clone() };
        doan(vec![chu(&format!("{ten}: "), true), chu(&value, false)])
    };
    let line = cham(the_thuc.rong_chu_mm() - the_thuc.thut_dong_mm, the_thuc, fonts);
    let mut all: Vec<Block> = facts.iter().map(fact).collect();
    for (ten, lines) in Y_KIEN {
        all.push(Block::Paragraph(Paragraph {
            noi_dung: vec![chu(ten, true)],
            giu_voi_sau: true,
            canh: None,
        }));
        all.extend((0..lines).map(|_| doan(vec![chu(&line, false)])));
    }
    all
}

/// Dots as wide as a line.
fn cham(rong_mm: f64, the_thuc: &TheThuc, fonts: &Fonts) -> String {
    let mut dots = String::new();
    loop {
        let more = format!("{dots}…");
        if fonts.width_mm(&more, Face::Regular, the_thuc.co_chu_than_bai_pt) > rong_mm {
            return dots;
        }
        dots = more;
    }
}

fn doan(noi_dung: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { noi_dung, giu_voi_sau: false, canh: None })
}

fn chu(text: &str, dam: bool) -> Inline {
    Inline::Text(Text { chu: text.to_owned(), dam, ..Text::default() })
}
