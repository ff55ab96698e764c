//! `issue`: a draft gets number and date, is made, kept and entered in the register.

use std::path::Path;

use super::make::{Order, Sound};
use super::so_sach::{SoMo, loi_tham_so, noi_de_so, tim};
use super::{Report, load};
use crate::check::{KetQua, TaiLieu, TuNgoai, check, check_voi};
use crate::cli::{Format, IssueArgs};
use crate::diagnostic::Diagnostic;
use crate::model::{Ngay, NgayBanHanh, SoKyHieu, VanBan, so_ky_hieu};
use crate::phat_hanh::ban_thao::dau_ban_thao;
use crate::phat_hanh::goi::{BanGhi, Goi, NGUON, TEP_GHI, dich, ten_khong_dau};
use crate::phat_hanh::kho::{Kho, da_co};
use crate::phat_hanh::san_sang::{chan, cho_trong, chua_nhac};
use crate::render::fonts::Fonts;
use crate::render::soan::soan;
use crate::so_dang_ky::{CachGoi, Day, Dong, LoaiQuanHe, QuanHe, SoHieu, TrangThai, Viec};
use crate::source::{self, HoSoNguon, TepNguon, ten_tep};

/// A draft that may be issued.
struct BanThao {
    nguon: HoSoNguon,
    ten: String,
    /// The file that makes it.
    tep: TepNguon,
    /// The files that go along, by the names shown.
    dua_vao: Vec<String>,
    van_ban: VanBan,
    ngay: Ngay,
    /// The number on the command line, or the one that its file has.
    so: Option<u64>,
}

/// Issues one document.
pub fn issue(args: &IssueArgs) -> Report {
    let mut report = Report::default();
    let done = load::fonts(args.common.fonts.as_deref())
        .map_err(|fault| vec![fault])
        .and_then(|fonts| phat_hanh(args, &fonts, &mut report));
    report.diagnostics.extend(done.err().unwrap_or_default());
    report
}

fn phat_hanh(args: &IssueArgs, fonts: &Fonts, report: &mut Report) -> Result<(), Vec<Diagnostic>> {
    let ban_thao = ban_thao(args, fonts, report)?;
    let folder = args.tep.parent().unwrap_or(Path::new(""));
    let kho = Kho::new(&noi_de_so(&args.store, folder, Some(&ban_thao.van_ban.co_quan)));
    let so_mo = SoMo::mo(&kho)?;
    report.notes.extend(so_mo.ghi_chu.iter().cloned());
    chua_phat_hanh(&so_mo, &ban_thao)?;

    let day = Day::cua(&ban_thao.van_ban.co_quan, ban_thao.van_ban.loai, ban_thao.ngay.nam());
    let dau = ban_thao.van_ban.co_quan.danh_so.so_dau(day.nam);
    let so = ban_thao.so.unwrap_or_else(|| so_mo.cai.so_ke_tiep(&day, dau));
    so_mo.cai.phat_hanh_duoc(&day, so, ban_thao.ngay, dau)?;
    let ky_hieu = ban_thao.van_ban.so_ky_hieu.ky_hieu().to_owned();
    let so_hieu = SoHieu { so, ky_hieu };
    let dich = dich(day.nam, &so_hieu);
    if kho.co(&dich) {
        return Err(vec![da_co(&kho.duong_dan(&dich))]);
    }
    let quan_he = quan_he(args, &so_mo, &ban_thao, report)?;
    dung_neu_chan(args, report)?;

    let mut van_ban = ban_thao.van_ban.clone();
    van_ban.so_ky_hieu = SoKyHieu::new(Some(so), so_hieu.ky_hieu.clone());
    let warnings: Vec<String> = report.diagnostics.iter().map(|d| d.message.clone()).collect();
    let goi = goi(&ban_thao, &van_ban, &so_hieu, &day, &quan_he, warnings, fonts)?;
    let dong = Dong {
        quan_he,
        bang_ke: goi.dau.clone(),
        ..dong(args, &ban_thao, &van_ban, &day, &so_hieu)
    };
    let opens =
        so_mo.cai.cua_day(&day).next().is_none() && so_mo.cai.so_mo(&day).is_none() && dau != 1;
    let first = opens.then(|| {
        let so_hieu = SoHieu { so: dau, ky_hieu: String::new() };
        Dong::moi(Viec::MoSo, day.clone(), Some(so_hieu))
    });
    let lines: Vec<Dong> = first.into_iter().chain([dong]).collect();
    let files: Vec<String> = goi.tep.iter().map(|(ten, _)| ten.clone()).collect();
    so_mo
        .ghi(so_hieu.to_string(), &lines, Some((dich.clone(), goi)))
        .map_err(|fault| vec![fault])?;

    let place = kho.duong_dan(&dich);
    report.lines.extend(files.iter().map(|ten| place.join(ten).display().to_string()));
    report.notes.push(format!(
        "đã phát hành {so_hieu} ngày {}; để văn bản sau viện dẫn đúng, ghi vào {}: so: {so}, ngay_ban_hanh: {}",
        ban_thao.ngay, ten_tep(&ban_thao.tep.ten), ban_thao.ngay
    ));
    Ok(())
}

/// Reads the draft, with the date that it will have, and everything that may be said against it.
fn ban_thao(
    args: &IssueArgs,
    fonts: &Fonts,
    report: &mut Report,
) -> Result<BanThao, Vec<Diagnostic>> {
    if args.tep.is_dir() {
        return Err(vec![
            Diagnostic::error("wrong-use", format!("{} là một thư mục", args.tep.display()))
                .hint("phát hành từng văn bản: chỉ ra tệp, ví dụ ke-hoach.yaml"),
        ]);
    }
    let nguon = source::read_ho_so(&args.tep)?;
    let co_chu = |c| fonts.has(c);
    let as_is = check(&nguon, &co_chu);
    let chosen = chon(&as_is, args)?;
    let (ten, tep) = (chosen.ten.clone(), chosen.tep.clone());
    let Some(draft) = &chosen.van_ban else { return Err(as_is.diagnostics) };
    let ngay = ngay(args, draft)?;
    let so = so(args, draft)?;

    let given = TuNgoai { ten: ten.clone(), ngay_ban_hanh: ngay.to_string(), so };
    let KetQua { van_ban, diagnostics, dua_vao, .. } = check_voi(&nguon, &co_chu, Some(&given));
    report.diagnostics.extend(diagnostics);
    let van_ban = van_ban.into_iter().find(|t| t.ten == ten).and_then(|t| t.van_ban);
    let tep = nguon.tep.iter().find(|t| t.ten == tep).cloned();
    let (Some(van_ban), Some(tep)) = (van_ban, tep) else {
        return Err(Vec::new());
    };
    report.diagnostics.extend(cho_trong(&soan(&van_ban, fonts)?, &tep.ten));
    dung_neu_chan(args, report)?;
    Ok(BanThao { nguon, ten, tep, dua_vao, van_ban, ngay, so })
}

/// Stops where a finding forbids to go on; the findings themselves are in the report.
fn dung_neu_chan(args: &IssueArgs, report: &mut Report) -> Result<(), Vec<Diagnostic>> {
    let stops = |d: &&Diagnostic| chan(d, args.chap_nhan_canh_bao);
    let Some(first) = report.diagnostics.iter().find(stops) else { return Ok(()) };
    if first.is_error() {
        return Err(Vec::new());
    }
    let message = format!("chưa phát hành {}: văn bản chưa sẵn sàng trình ký", args.tep.display());
    let hint = "sửa các chỗ trên; chắc chắn vẫn phát hành thì thêm --chap-nhan-canh-bao";
    Err(vec![Diagnostic::error("not-issued", message).hint(hint)])
}

/// The one document that is meant.
fn chon<'k>(ket_qua: &'k KetQua, args: &IssueArgs) -> Result<&'k TaiLieu, Vec<Diagnostic>> {
    let all: Vec<&TaiLieu> = ket_qua.van_ban.iter().collect();
    let asked = |t: &&&TaiLieu| {
        args.only.as_ref().is_none_or(|o| t.ten == *o || t.ten.ends_with(&format!("-{o}")))
    };
    let names: Vec<&str> = all.iter().map(|t| t.ten.as_str()).collect();
    match all.iter().filter(asked).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one),
        _ if ket_qua.diagnostics.iter().any(Diagnostic::is_error) => {
            Err(ket_qua.diagnostics.clone())
        }
        [] => {
            let message = format!("tệp {} không có văn bản ấy", args.tep.display());
            Err(vec![
                Diagnostic::error("wrong-use", message)
                    .hint(format!("các văn bản: {}", names.join(", "))),
            ])
        }
        _ => {
            let message =
                format!("tệp {} có nhiều văn bản: {}", args.tep.display(), names.join(", "));
            Err(vec![Diagnostic::error("wrong-use", message).hint("chọn một: --only bao-cao")])
        }
    }
}

/// The date of issue: the one that was given, which must not belie the draft's own, or the draft's.
fn ngay(args: &IssueArgs, draft: &VanBan) -> Result<Ngay, Vec<Diagnostic>> {
    let own: NgayBanHanh = draft.ngay_ban_hanh;
    let Some(text) = &args.date else {
        let whole = own.ngay().and_then(|_| Ngay::parse(&own.cum_tu()).ok());
        return whole.ok_or_else(|| {
            let message = format!("{} chưa ghi đủ ngày ban hành", ten_tep(&draft.nguon));
            vec![
                Diagnostic::error("needs-date", message)
                    .hint("thêm --date, ví dụ: --date 15/3/2023"),
            ]
        });
    };
    let ngay = Ngay::parse(text).map_err(|fault| vec![loi_tham_so("--date", fault)])?;
    let (first, last) = (own.ngay_dau_ky(), own.ngay_cuoi_ky());
    let same = if own.ngay().is_some() { first == ngay.ngay() } else { own.nam() == ngay.nam() };
    if same {
        return Ok(ngay);
    }
    let in_file = if first == last { own.cum_tu() } else { format!("năm {}", own.nam()) };
    let message = format!("--date là ngày {ngay}, mà {} ghi {in_file}", ten_tep(&draft.nguon));
    Err(vec![
        Diagnostic::error("date-differs", message)
            .hint("sửa --date hoặc sửa ngay_ban_hanh trong tệp"),
    ])
}

/// A number of before: given on the command line, or standing in the file.
fn so(args: &IssueArgs, draft: &VanBan) -> Result<Option<u64>, Vec<Diagnostic>> {
    let own = draft.so_ky_hieu.so();
    let Some(text) = &args.number else { return Ok(own) };
    let so = so_ky_hieu::so(text).map_err(|fault| vec![loi_tham_so("--number", fault)])?;
    match own {
        Some(own) if own != so => {
            let message =
                format!("--number là {so:02}, mà {} ghi so: {own}", ten_tep(&draft.nguon));
            Err(vec![
                Diagnostic::error("number-differs", message)
                    .hint("sửa --number hoặc sửa so trong tệp"),
            ])
        }
        _ => Ok(Some(so)),
    }
}

/// The same draft is issued once: whoever repeats a command learns the number that it has got.
fn chua_phat_hanh(so_mo: &SoMo, ban_thao: &BanThao) -> Result<(), Vec<Diagnostic>> {
    let mark = dau_ban_thao(&ban_thao.ten, &ban_thao.tep.text);
    let same = so_mo
        .cai
        .tat_ca()
        .find(|muc| muc.dong.ban_thao == mark && muc.trang_thai == TrangThai::PhatHanh);
    let Some(muc) = same else { return Ok(()) };
    let ngay = muc.dong.ngay.map(|n| n.to_string()).unwrap_or_default();
    let message = format!("{} đã phát hành: {} ngày {ngay}", ban_thao.ten, muc.so_hieu);
    let hint = "không cần phát hành lại; phát hành nhầm thì huỷ số ấy trước (vanthu register void), cần thay đổi thì \
                soạn văn bản mới";
    Err(vec![Diagnostic::error("already-issued", message).hint(hint).at(muc.place.clone())])
}

/// What the document does to earlier ones, each found in the register and named in the document.
fn quan_he(
    args: &IssueArgs,
    so_mo: &SoMo,
    ban_thao: &BanThao,
    report: &mut Report,
) -> Result<Vec<QuanHe>, Vec<Diagnostic>> {
    let asked = [
        (LoaiQuanHe::ThayThe, &args.thay_the),
        (LoaiQuanHe::DinhChinh, &args.dinh_chinh),
        (LoaiQuanHe::ThuHoi, &args.thu_hoi),
    ];
    let mut all: Vec<QuanHe> = Vec::new();
    for (loai, text) in asked.iter().flat_map(|(loai, list)| list.iter().map(move |t| (*loai, t))) {
        let goi = CachGoi::doc(text).map_err(|fault| vec![loi_tham_so(loai.chu_dong(), fault)])?;
        let muc = tim(&so_mo.cai, &goi, None).map_err(|fault| vec![fault])?;
        let wrong = |why: String| {
            let message = format!("không {} được {}: {why}", loai.chu_dong(), muc.so_hieu);
            vec![Diagnostic::error("bad-relation", message).at(muc.place.clone())]
        };
        if muc.trang_thai != TrangThai::PhatHanh {
            return Err(wrong("số ấy không phải của văn bản đang có hiệu lực".to_owned()));
        }
        if let Some((done, so_hieu, nam)) = muc.het_hieu_luc() {
            return Err(wrong(format!("văn bản ấy đã {} {so_hieu}/{nam}", done.bi_dong())));
        }
        if muc.dong.ngay > Some(ban_thao.ngay) {
            return Err(wrong("văn bản ấy có ngày sau văn bản này".to_owned()));
        }
        report.diagnostics.extend(chua_nhac(&ban_thao.tep.ten, &ban_thao.tep.text, &muc.so_hieu));
        let (so_hieu, nam) = (muc.so_hieu.clone(), muc.dong.day.nam);
        if all.iter().any(|qh| (&qh.so_hieu, qh.nam) == (&so_hieu, nam)) {
            return Err(wrong("văn bản ấy ghi hai lần trong lệnh".to_owned()));
        }
        all.push(QuanHe { loai, so_hieu, nam });
    }
    Ok(all)
}

/// All files of the issued folder.
fn goi(
    ban_thao: &BanThao,
    van_ban: &VanBan,
    so_hieu: &SoHieu,
    day: &Day,
    quan_he: &[QuanHe],
    canh_bao: Vec<String>,
    fonts: &Fonts,
) -> Result<Goi, Vec<Diagnostic>> {
    let ten = ten_khong_dau(so_hieu);
    let order = Order { formats: &[Format::Pdf, Format::Docx], only: &[], fonts };
    let made = order.files(&Sound { ten: &ten, van_ban }, Path::new(""))?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for file in made {
        files.push((file.path.display().to_string(), file.bytes));
    }
    let wanted = |t: &&TepNguon| t.ten == ban_thao.tep.ten || ban_thao.dua_vao.contains(&t.ten);
    for tep in ban_thao.nguon.tep.iter().filter(wanted) {
        files.push((format!("{NGUON}/{}", ten_tep(&tep.ten)), source::read_again(tep)?));
    }
    let record = BanGhi {
        so_hieu,
        ngay: ban_thao.ngay.to_string(),
        day: day.to_string(),
        van_ban: &ban_thao.ten,
        tep: ten_tep(&ban_thao.tep.ten),
        trich_yeu: &van_ban.trich_yeu,
        quan_he: quan_he.iter().map(QuanHe::to_string).collect(),
        canh_bao,
    };
    files.push((TEP_GHI.to_owned(), record.viet()));
    Ok(Goi::moi(so_hieu, &ban_thao.ngay.to_string(), files))
}

/// The line of the register, with the columns of PL IV.
fn dong(
    args: &IssueArgs,
    ban_thao: &BanThao,
    van_ban: &VanBan,
    day: &Day,
    so_hieu: &SoHieu,
) -> Dong {
    Dong {
        ngay: Some(ban_thao.ngay),
        trich_yeu: format!("{} {}", van_ban.loai.ten(), van_ban.trich_yeu),
        nguoi_ky: van_ban.nguoi_ky.ho_ten().to_owned(),
        noi_nhan: van_ban.noi_nhan.danh_sach().join("; "),
        luu: van_ban.noi_nhan.luu().to_owned(),
        so_ban: args.so_ban,
        ghi_chu: args.ghi_chu.clone().unwrap_or_default(),
        ban_thao: dau_ban_thao(&ban_thao.ten, &ban_thao.tep.text),
        ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
    }
}
