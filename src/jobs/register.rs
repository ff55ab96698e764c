//! `register`: the book of outgoing documents, a verb a function.

use std::collections::BTreeMap;

use super::Report;
use super::register_print::print;
use super::so_sach::{SoMo, doc, kho_cua, loi_tham_so, tim};
use crate::diagnostic::Diagnostic;
use crate::faces::cli::{CloseArgs, DeliverArgs, ListArgs, RegisterJob, ReserveArgs, VoidArgs};
use crate::model::{Loai, Ngay, so_ky_hieu};
use crate::records::phat_hanh::doi_chieu::doi_chieu;
use crate::records::so_dang_ky::kiem::kiem;
use crate::records::so_dang_ky::{CachGoi, Day, Dong, Muc, SoCai, SoHieu, TrangThai, Viec, hang};

type Done = Result<(), Vec<Diagnostic>>;

/// Does what was asked for.
pub fn run(job: &RegisterJob) -> Report {
    let mut report = Report::default();
    let done = match job {
        RegisterJob::List(args) => list(args, &mut report),
        RegisterJob::Check(args) => check(args, &mut report),
        RegisterJob::Reserve(args) => reserve(args, &mut report),
        RegisterJob::Void(args) => void(args, &mut report),
        RegisterJob::Deliver(args) => deliver(args, &mut report),
        RegisterJob::CloseYear(args) => close_year(args, &mut report),
        RegisterJob::Print(args) => print(args, &mut report),
    };
    report.diagnostics.extend(done.err().unwrap_or_default());
    report
}

/// A line a number, in order.
fn list(args: &ListArgs, report: &mut Report) -> Done {
    let (kho, _) = kho_cua(&args.store);
    let _khoa = kho.khoa_doc();
    let (_, cai, found) = doc(&kho, &kho.doc_so().map_err(|fault| vec![fault])?);
    report.diagnostics.extend(found);
    let wanted = |muc: &&Muc| args.nam.is_none_or(|nam| nam == muc.dong.day.nam);
    for muc in cai.tat_ca().filter(wanted) {
        let [so, ngay, trich_yeu, nguoi_ky, _, _, _, _, _, ghi_chu] = hang(muc);
        let cells = [so, ngay, muc.dong.day.to_string(), trich_yeu, nguoi_ky, ghi_chu];
        report.lines.push(cells.join(" | ").trim_end_matches([' ', '|']).to_owned());
    }
    Ok(())
}

/// Lines, numbers, folders; changes nothing.
fn check(args: &ListArgs, report: &mut Report) -> Done {
    let (kho, _) = kho_cua(&args.store);
    let _khoa = kho.khoa_doc();
    let bytes = kho.doc_so().map_err(|fault| vec![fault])?;
    if bytes.is_empty() && !kho.dang_lam() && kho.cac_thu_muc().is_empty() {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let (_, cai, found) = doc(&kho, &bytes);
    // Where a line is broken, what the others come to isn't known.
    if found.is_empty() {
        report.diagnostics.extend(kiem(&cai));
        report.diagnostics.extend(doi_chieu(&kho, &cai));
    }
    report.diagnostics.extend(found);
    if report.diagnostics.iter().all(|d| !d.is_error()) {
        let wanted = |day: &&&Day| args.nam.is_none_or(|nam| nam == day.nam);
        report.lines.extend(cai.cac_day().iter().filter(wanted).map(|day| tom_tat(&cai, day)));
    }
    Ok(())
}

pub fn chua_co_so(ten: &str) -> Diagnostic {
    Diagnostic::error("not-found", format!("chưa có sổ {ten}")).hint(
        "chỉ ra thư mục để sổ: --so-sach THU_MUC; sổ được lập khi phát hành hoặc giữ số lần đầu",
    )
}

/// `2023 HĐND: 01 - 105; phát hành 103, giữ 1, huỷ 1; số kế tiếp 106`.
fn tom_tat(cai: &SoCai, day: &Day) -> String {
    let all: Vec<&Muc> = cai.cua_day(day).collect();
    let count = |t: TrangThai| all.iter().filter(|muc| muc.trang_thai == t).count();
    let ends = all.first().zip(all.last()).map(|(a, b)| (a.so_hieu.so, b.so_hieu.so));
    let (first, last) = ends.unwrap_or_default();
    let next = match cai.da_khoa(day) {
        true => "đã khoá".to_owned(),
        false => format!("số kế tiếp {:02}", cai.so_ke_tiep(day, 1)),
    };
    format!(
        "{day}: {first:02} - {last:02}; phát hành {}, đang giữ {}, huỷ {}; {next}",
        count(TrangThai::PhatHanh),
        count(TrangThai::Giu),
        count(TrangThai::Huy)
    )
}

/// Keeps a number.
fn reserve(args: &ReserveArgs, report: &mut Report) -> Done {
    let (kho, offices) = kho_cua(&args.store);
    let wanted = args.co_quan.as_deref();
    let Some(office) = offices.iter().find(|c| wanted.is_none_or(|w| w == c.ky_hieu)) else {
        return Err(vec![
            Diagnostic::error(
                "missing-office",
                "không thấy co-quan.yaml của cơ quan để biết cách đánh số",
            )
            .hint("chỉ ra thư mục hồ sơ: --ho-so THU_MUC"),
        ]);
    };
    let loai = match &args.loai {
        Some(khoa) => Some(Loai::theo_khoa(khoa).ok_or_else(|| {
            let message = format!("không có loại văn bản “{khoa}”");
            vec![
                Diagnostic::error("wrong-use", message)
                    .hint("ghi như trong YAML, ví dụ: --loai ke_hoach"),
            ]
        })?),
        None => None,
    };
    let by_kind = loai.and_then(|loai| office.danh_so.loai(loai));
    if loai.is_none() && office.danh_so.theo == crate::model::TheoGi::Loai {
        let message = "cơ quan đánh số riêng từng loại văn bản: còn thiếu --loai";
        return Err(vec![Diagnostic::error("wrong-use", message).hint("ví dụ: --loai ke_hoach")]);
    }
    let day = Day { nam: args.nam, co_quan: office.ky_hieu.clone(), loai: by_kind };
    let asked = args.number.as_deref().map(so_ky_hieu::so).transpose();
    let asked = asked.map_err(|fault| vec![loi_tham_so("--number", fault)])?;

    let so_mo = SoMo::mo(&kho)?;
    report.notes.extend(so_mo.ghi_chu.clone());
    let dau = office.danh_so.so_dau(day.nam);
    let so = asked.unwrap_or_else(|| so_mo.cai.so_ke_tiep(&day, dau));
    so_mo.cai.giu_duoc(&day, so, dau)?;
    let so_hieu = SoHieu { so, ky_hieu: String::new() };
    let mut dong = Dong::moi(Viec::GiuSo, day.clone(), Some(so_hieu.clone()));
    dong.ghi_chu = args.ghi_chu.clone().unwrap_or_default();
    let lines: Vec<Dong> = so_mo.cai.mo_day(&day, dau).into_iter().chain([dong]).collect();
    so_mo.ghi(format!("số giữ {so_hieu}"), &lines, None, report)?;
    report.lines.push(format!("đã giữ số {so_hieu} ({day})"));
    Ok(())
}

/// Makes a number void, for a reason.
fn void(args: &VoidArgs, report: &mut Report) -> Done {
    let (kho, _) = kho_cua(&args.store);
    if args.ly_do.trim().is_empty() {
        return Err(vec![
            Diagnostic::error("wrong-use", "còn thiếu lý do huỷ").hint("ghi sau --ly-do"),
        ]);
    }
    let co_quan = args.co_quan.as_deref();
    let ghi = Ghi { viec: Viec::Huy, so_hieu: &args.so_hieu, co_quan, ngay: None };
    let so_hieu = ghi.vao(&kho, report, |dong| dong.ghi_chu = args.ly_do.trim().to_owned())?;
    report.lines.push(format!("đã huỷ số {so_hieu}"));
    Ok(())
}

/// Copies were handed over.
fn deliver(args: &DeliverArgs, report: &mut Report) -> Done {
    let ngay = Ngay::parse(&args.ngay_chuyen);
    let ngay = ngay.map_err(|fault| vec![loi_tham_so("--ngay-chuyen", fault)])?;
    let (kho, _) = kho_cua(&args.store);
    let co_quan = args.co_quan.as_deref();
    let ghi = Ghi { viec: Viec::Chuyen, so_hieu: &args.so_hieu, co_quan, ngay: Some(ngay) };
    let so_hieu = ghi.vao(&kho, report, |dong| {
        dong.ngay_chuyen = Some(ngay);
        dong.so_ban = args.so_ban;
        dong.ky_nhan = args.ky_nhan.clone().unwrap_or_default();
        dong.ghi_chu = args.ghi_chu.clone().unwrap_or_default();
    })?;
    report.lines.push(format!("đã ghi việc chuyển {so_hieu}"));
    Ok(())
}

/// A line about a number that is there.
struct Ghi<'a> {
    viec: Viec,
    so_hieu: &'a str,
    co_quan: Option<&'a str>,
    /// The day of the event, where it has one; it isn't before the document's.
    ngay: Option<Ngay>,
}

impl Ghi<'_> {
    fn vao(
        &self,
        kho: &crate::records::phat_hanh::kho::Kho,
        report: &mut Report,
        them: impl FnOnce(&mut Dong),
    ) -> Result<SoHieu, Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let goi =
            CachGoi::doc(self.so_hieu).map_err(|fault| vec![loi_tham_so("số hiệu", fault)])?;
        if kho.doc_so().map_err(one)?.is_empty() {
            return Err(vec![chua_co_so(&kho.ten_so())]);
        }
        let so_mo = SoMo::mo(kho)?;
        report.notes.extend(so_mo.ghi_chu.clone());
        let muc = tim(&so_mo.cai, &goi, self.co_quan).map_err(one)?;
        let wrong = |why: &str| {
            let message = format!("số {} {why}", muc.so_hieu);
            vec![Diagnostic::error("bad-event", message).at(muc.place.clone())]
        };
        if muc.trang_thai == TrangThai::Huy {
            return Err(wrong("đã huỷ rồi"));
        }
        if self.viec == Viec::Chuyen && muc.trang_thai == TrangThai::Giu {
            return Err(wrong("chưa phát hành"));
        }
        if let Some((own, event)) = muc.dong.ngay.zip(self.ngay).filter(|(own, event)| event < own)
        {
            return Err(vec![chuyen_som(muc, own, event)]);
        }
        if so_mo.cai.da_khoa(&muc.dong.day) {
            let message = format!("sổ năm {} đã khoá", muc.dong.day.nam);
            return Err(vec![Diagnostic::error("year-closed", message)]);
        }
        let mut dong = Dong::moi(self.viec, muc.dong.day.clone(), Some(muc.so_hieu.clone()));
        them(&mut dong);
        so_mo.ghi(format!("{} {}", self.viec.ten(), muc.so_hieu), &[dong], None, report)?;
        Ok(muc.so_hieu.clone())
    }
}

fn chuyen_som(muc: &Muc, ngay: Ngay, chuyen: Ngay) -> Diagnostic {
    let so = &muc.so_hieu;
    let message = format!("--ngay-chuyen {chuyen}: trước ngày của văn bản, {so} ghi ngày {ngay}");
    Diagnostic::error("bad-event", message)
        .hint("xem lại ngày chuyển, hoặc số hiệu văn bản được chuyển")
        .at(muc.place.clone())
}

/// The one office that the year's book has, or the one that was asked for.
fn mot_co_quan<'d>(
    offices: &BTreeMap<&str, &'d Day>,
    args: &CloseArgs,
) -> Result<&'d Day, Diagnostic> {
    let asked = |co_quan: &str| args.co_quan.as_ref().is_none_or(|wanted| wanted == co_quan);
    let found: Vec<&Day> =
        offices.iter().filter(|(co_quan, _)| asked(co_quan)).map(|(_, day)| *day).collect();
    if let [day] = found.as_slice() {
        return Ok(day);
    }
    let names: Vec<&str> = offices.keys().copied().collect();
    let (message, hint) = match (&args.co_quan, names.as_slice()) {
        (_, []) => (
            format!("sổ không có số nào của năm {}", args.nam),
            "xem các số: vanthu register list".to_owned(),
        ),
        (Some(co_quan), _) => (
            format!("sổ năm {} không có cơ quan {co_quan}", args.nam),
            format!("sổ năm ấy có: {}", names.join(", ")),
        ),
        (None, [first, ..]) => (
            format!("sổ năm {} có nhiều cơ quan: {}", args.nam, names.join(", ")),
            format!("ghi rõ cơ quan, ví dụ: --co-quan {first}"),
        ),
    };
    Err(Diagnostic::error("wrong-use", message).hint(hint))
}

/// Closes a year's book: no number of it is open, and none comes any more.
fn close_year(args: &CloseArgs, report: &mut Report) -> Done {
    let one = |fault| vec![fault];
    let (kho, _) = kho_cua(&args.store);
    if kho.doc_so().map_err(one)?.is_empty() {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let so_mo = SoMo::mo(&kho)?;
    report.notes.extend(so_mo.ghi_chu.clone());
    let mut offices: BTreeMap<&str, &Day> = BTreeMap::new();
    for day in so_mo.cai.cac_day().into_iter().filter(|day| day.nam == args.nam) {
        offices.insert(&day.co_quan, day);
    }
    let day = mot_co_quan(&offices, args).map_err(one)?;
    if so_mo.cai.da_khoa(day) {
        let message = format!("sổ năm {} của {} đã khoá rồi", day.nam, day.co_quan);
        return Err(vec![Diagnostic::error("year-closed", message)]);
    }
    let open = so_mo
        .cai
        .tat_ca()
        .find(|muc| muc.trang_thai == TrangThai::Giu && muc.dong.day.cung_so(day));
    if let Some(muc) = open {
        let message = format!("chưa khoá sổ được: số {} còn đang giữ", muc.so_hieu);
        return Err(vec![
            Diagnostic::error("number-kept", message)
                .hint("phát hành văn bản mang số ấy (--number), hoặc huỷ số, ghi rõ lý do")
                .at(muc.place.clone()),
        ]);
    }
    let gaps = kiem(&so_mo.cai);
    if !gaps.is_empty() {
        return Err(gaps);
    }
    let year = Day { loai: None, ..(*day).clone() };
    let dong = Dong::moi(Viec::KhoaNam, year, None);
    so_mo.ghi(format!("việc khoá sổ năm {}", day.nam), &[dong], None, report)?;
    report.lines.push(format!("đã khoá sổ năm {} của {}", day.nam, day.co_quan));
    Ok(())
}
