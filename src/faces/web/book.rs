//! The address book: whom the office writes to, by which way; a change at a time, each of which can be undone.

use maud::{Markup, html};

use super::given::Given;
use super::http::{Answer, Request, encode};
use super::number;
use super::opened::Opened;
use super::view::{bar, fault, field, findings, once_key, page, refusal, refused_or_not};
use super::words::{said, sentence};
use crate::diagnostic::Diagnostic;
use crate::jobs::soan_thao::danh_ba::{self, Loai, cac_muc};
use crate::jobs::soan_thao::mot_so::GoiSo;
use crate::jobs::soan_thao::thao_tac::{self, KetQua};
use crate::jobs::soan_thao::tho::MuonXem;
use crate::jobs::soan_thao::xem::Loi;
use crate::model::Kenh;
use crate::reading::yaml::va::{Buoc, Cay};

/// The texts of an entry as the form has them.
const O_NOI_NHAN: [(&str, &str, &str); 4] = [
    ("ten", "Tên", "Như ghi ở Kính gửi, Nơi nhận"),
    ("ma", "Mã định danh", "Gửi qua trục liên thông thì phải có, ví dụ: H20.00.04"),
    ("email", "Thư điện tử", "Gửi bằng thư điện tử thì phải có"),
    ("dia_chi", "Địa chỉ", "In lên bì thư; chuyển tay trong trụ sở thì không cần"),
];

/// All entries; or how to begin.
pub fn book(opened: &Opened) -> Answer {
    let Some(tep) = danh_ba::tep(&opened.folder) else { return begin_page() };
    let all = [Loai::NoiNhan, Loai::Nhom].map(|loai| cac_muc(&opened.folder, &tep, loai));
    let [Ok(noi), Ok(nhom)] = all else {
        return fault(&Diagnostic::error("unreadable-file", format!("không đọc được {tep}")));
    };
    let seen = opened.look(MuonXem::tren_dia(&tep));
    // A book of addresses is no paper; only what stands in its fields is its affair.
    let own: Vec<&Loi> =
        seen.biet.loi.iter().filter(|loi| loi.tep.is_none() && loi.muc.is_some()).collect();
    let more = html! { form method="post" action="/danh-ba/lui" { (once_key(opened)) button { "Hoàn tác" } } };
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Danh bạ", &more))
        main class="khung" {
            @for loi in &own { div class={ "loi " (severity(loi)) } { p { (sentence(&loi.loi)) } @if let Some(hint) = &loi.goi_y { p class="goi-y" { "Cách sửa: " (said(hint)) } } } }
            p { a class="nut chinh" href="/danh-ba/muc?loai=noi_nhan" { "Thêm nơi nhận" } " " a class="nut" href="/danh-ba/muc?loai=nhom" { "Thêm nhóm" } }
            (table(&noi))
            @if !nhom.is_empty() { (groups(&nhom)) }
        }
    };
    page("Danh bạ", None, &body)
}

fn severity(loi: &Loi) -> &'static str {
    match loi.muc_do {
        crate::diagnostic::Severity::Error => "error",
        crate::diagnostic::Severity::Warning => "warning",
        crate::diagnostic::Severity::Note => "note",
    }
}

fn begin_page() -> Answer {
    let body = html! {
        (bar(("/", "Tủ văn bản"), "Danh bạ", &html! {}))
        main class="khung hep" { section class="phan" {
            p { "Danh bạ ghi những nơi cơ quan gửi văn bản tới và cách gửi từng nơi. Có danh bạ thì gửi văn bản chỉ một lần bấm, và dòng Nơi nhận ghi sai tên được báo ngay." }
            form method="post" action="/danh-ba/lap" { button class="nut chinh" { "Lập danh bạ từ các nơi nhận thường dùng" } }
        } }
    };
    page("Danh bạ", None, &body)
}

/// Begins the book; whoever came from sending a paper goes back there.
pub fn begin(opened: &Opened, request: &Request) -> Answer {
    let goi = number::of(&mut Given::posted(request));
    match danh_ba::lap(&opened.folder) {
        Ok(()) if !goi.so.is_empty() => Answer::go_to(number::address("/gui", &goi)),
        Ok(()) => Answer::go_to("/danh-ba".into()),
        Err(found) => fault(&found),
    }
}

/// The text of a key, lists with commas between.
fn chu(muc: &Cay, khoa: &str) -> String {
    match muc.tai(&[Buoc::Khoa(khoa.to_owned())]) {
        Cay::Chu(text) => text.trim().to_owned(),
        Cay::DanhSach(all) => {
            let texts = all.iter().filter_map(|one| match one {
                Cay::Chu(text) => Some(text.trim()),
                _ => None,
            });
            texts.collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}

/// Where an entry is changed; it is named by all that was seen of it.
fn edit_link(loai: Loai, muc: &Cay) -> String {
    let seen = serde_json::to_string(muc).unwrap_or_default();
    format!("/danh-ba/muc?loai={}&cu={}", loai.khoa(), encode(&seen))
}

fn table(noi: &[Cay]) -> Markup {
    html! {
        p role="status" { (noi.len()) " nơi nhận" }
        table class="tu" {
            thead { tr { th scope="col" { "Nơi nhận" } th scope="col" { "Cách gửi" } th scope="col" { "Gửi tới" } th scope="col" { "Bản giấy" } th scope="col" { span class="an" { "Việc" } } } }
            tbody { @for muc in noi { tr {
                td { (chu(muc, "ten")) }
                td { (way(&chu(muc, "kenh"))) }
                td { (["ma", "email", "dia_chi"].map(|khoa| chu(muc, khoa)).into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")) }
                td data-nhan="Bản giấy" { (chu(muc, "so_ban")) }
                td { a class="nut nho" href=(edit_link(Loai::NoiNhan, muc)) aria-label={ "Sửa " (chu(muc, "ten")) } { "Sửa" } }
            } } }
        }
    }
}

fn way(khoa: &str) -> &'static str {
    Kenh::theo_khoa(khoa).map_or("Bản giấy", Kenh::ten)
}

fn groups(nhom: &[Cay]) -> Markup {
    html! {
        h2 { "Nhóm: một dòng Nơi nhận gọi nhiều nơi" }
        table class="tu" {
            thead { tr { th scope="col" { "Nhóm" } th scope="col" { "Gồm" } th scope="col" { span class="an" { "Việc" } } } }
            tbody { @for muc in nhom { tr {
                td { (chu(muc, "ten")) }
                td { (chu(muc, "gom").replace('\n', "; ")) }
                td { a class="nut nho" href=(edit_link(Loai::Nhom, muc)) aria-label={ "Sửa nhóm " (chu(muc, "ten")) } { "Sửa" } }
            } } }
        }
    }
}

/// An entry's form: a new one, or one that is there.
pub fn entry(opened: &Opened, request: &Request) -> Answer {
    let loai = Loai::doc(request.asked("loai").unwrap_or_default());
    let cu = request.asked("cu").and_then(|text| serde_json::from_str::<Cay>(text).ok());
    if danh_ba::tep(&opened.folder).is_none() {
        return Answer::go_to("/danh-ba".into());
    }
    // A name that a paper has and the book hasn't comes along from where it was missed.
    let ten = request.asked("ten").map(|ten| Cay::Nhom(vec![("ten".into(), Cay::Chu(ten.into()))]));
    let shown = cu.clone().or(ten).unwrap_or_default();
    entry_page(opened, &Muc { loai, goi: number::of_query(request) }, (cu.as_ref(), &shown), None)
}

/// What an entry is, and the number from whose sending one came, to go back there.
struct Muc {
    loai: Loai,
    goi: GoiSo,
}

impl Muc {
    fn back(&self) -> String {
        match self.goi.so.is_empty() {
            true => "/danh-ba".to_owned(),
            false => number::address("/gui", &self.goi),
        }
    }
}

/// The form of the entry that was seen as `cu`, with what is in its fields now.
fn entry_page(
    opened: &Opened,
    own: &Muc,
    (cu, shown): (Option<&Cay>, &Cay),
    refused: Option<&[Diagnostic]>,
) -> Answer {
    let (loai, back) = (own.loai, own.back());
    let refused = refused.unwrap_or_default();
    let beside: Vec<(&str, Diagnostic)> =
        refused.iter().filter_map(|found| at_field(found, loai)).collect();
    let rest: Vec<Diagnostic> =
        refused.iter().filter(|found| at_field(found, loai).is_none()).cloned().collect();
    let group = loai == Loai::Nhom;
    let title = match (group, cu) {
        (false, None) => "Thêm nơi nhận",
        (false, Some(_)) => "Sửa nơi nhận",
        (true, None) => "Thêm nhóm",
        (true, Some(_)) => "Sửa nhóm",
    };
    let seen = cu.and_then(|cu| serde_json::to_string(cu).ok());
    let body = html! {
        (bar((&back, if own.goi.so.is_empty() { "Danh bạ" } else { "Gửi đi" }), title, &html! {}))
        main class="khung hep" {
            @if !refused.is_empty() {
                (refusal("Chưa ghi được", &rest))
                ul { @for (khoa, found) in &beside { li { a href={ "#" (khoa) } { (sentence(&found.message)) } } } }
            }
            section class="phan" {
                form method="post" action="/danh-ba/muc" {
                    (once_key(opened))
                    input type="hidden" name="loai" value=(loai.khoa());
                    (number::hidden(&own.goi))
                    @if let Some(seen) = &seen { input type="hidden" name="cu" value=(seen); }
                    @if group { (group_fields(shown, &beside)) } @else { (recipient_fields(shown, &beside)) }
                    p class="viec" {
                        button class="nut chinh" { "Lưu" }
                        a class="nut" href=(back) { "Thôi" }
                        @if cu.is_some() { button class="nut nguy" name="xoa" value="1" formnovalidate { "Xoá khỏi danh bạ" } }
                    }
                    @if cu.is_some() { p class="giai" { "Xoá nhầm thì bấm “Hoàn tác” ở trang Danh bạ." } }
                }
            }
        }
    };
    refused_or_not(page(title, None, &body), refused.first())
}

/// The field that a finding is about, by what it finds; it says so in the words of the form.
fn at_field(found: &Diagnostic, loai: Loai) -> Option<(&'static str, Diagnostic)> {
    let (khoa, hint) = match &*found.code {
        "missing-field" if found.message.contains("“email”") => {
            ("email", Some("ghi địa chỉ thư điện tử, hoặc chọn cách gửi khác"))
        }
        "missing-field" if found.message.contains("“ma”") => {
            ("ma", Some("ghi mã định danh, hoặc chọn cách gửi khác"))
        }
        "missing-field" if found.message.contains("“gom”") => ("gom", None),
        "missing-field" | "too-long" | "duplicate-recipient" => ("ten", None),
        "bad-email" => ("email", None),
        "bad-organ-id" | "duplicate-code" => ("ma", None),
        "too-many-copies" | "wrong-type" => ("so_ban", None),
        "unknown-recipient" if loai == Loai::Nhom => ("gom", None),
        _ => return None,
    };
    let hint = hint.map(str::to_owned).or_else(|| found.hint.clone());
    Some((khoa, Diagnostic { hint, ..found.clone() }))
}

/// A field with what is wrong in it below.
fn judged(khoa: &str, o: &Markup, beside: &[(&str, Diagnostic)]) -> Markup {
    let own: Vec<Diagnostic> =
        beside.iter().filter(|(own, _)| *own == khoa).map(|(_, found)| found.clone()).collect();
    html! { (o) @if !own.is_empty() { div id={ (khoa) "-loi" } role="alert" { (findings(&own)) } } }
}

fn recipient_fields(shown: &Cay, beside: &[(&str, Diagnostic)]) -> Markup {
    let kenh = Some(chu(shown, "kenh")).filter(|text| !text.is_empty());
    let kenh = kenh.unwrap_or_else(|| "giay".to_owned());
    html! {
        (judged("ten", &field("ten", "Tên", &chu(shown, "ten"), "Như ghi ở Kính gửi, Nơi nhận"), beside))
        (lines("ten_khac", "Tên khác", &chu(shown, "ten_khac"), "Mỗi dòng một tên; ghi kiểu nào cũng gửi đúng nơi ấy"))
        div class="o" {
            label for="kenh" { "Cách gửi" }
            select id="kenh" name="kenh" { @for (_, khoa, ten) in Kenh::TAT_CA { option value=(khoa) selected[khoa == kenh] { (ten) } } }
        }
        @for (khoa, nhan, giai) in O_NOI_NHAN.iter().skip(1) { (judged(khoa, &field(khoa, nhan, &chu(shown, khoa), giai), beside)) }
        (judged("so_ban", &field("so_ban", "Số bản giấy", &chu(shown, "so_ban"), "Để trống: bản giấy thì 1 bản, nơi khác thì không có"), beside))
    }
}

fn group_fields(shown: &Cay, beside: &[(&str, Diagnostic)]) -> Markup {
    html! {
        (judged("ten", &field("ten", "Tên nhóm", &chu(shown, "ten"), "Như ghi ở Nơi nhận, ví dụ: Các phòng thuộc xã"), beside))
        (lines("ten_khac", "Tên khác", &chu(shown, "ten_khac"), "Mỗi dòng một tên"))
        (judged("gom", &lines("gom", "Gồm", &chu(shown, "gom"), "Mỗi dòng tên một nơi nhận đã có trong danh bạ, hoặc một nhóm khai trước"), beside))
    }
}

fn lines(name: &str, label: &str, value: &str, why: &str) -> Markup {
    let id = format!("{name}-g");
    html! {
        div class="o" {
            label for=(name) { (label) }
            textarea id=(name) name=(name) rows="3" aria-describedby=(id) { (value) }
            p class="giai" id=(id) { (why) }
        }
    }
}

/// Writes an entry.
pub fn change(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let own = Muc { loai: Loai::doc(&given.take("loai")), goi: number::of(&mut given) };
    let loai = own.loai;
    let cu = given.some("cu").and_then(|seen| serde_json::from_str::<Cay>(&seen).ok());
    let Some(tep) = danh_ba::tep(&opened.folder) else { return Answer::go_to("/danh-ba".into()) };
    let moi = match given.some("xoa") {
        None => written(cu.clone(), loai, &mut given),
        Some(_) => Cay::Trong,
    };
    if moi != Cay::Trong && chu(&moi, "ten").is_empty() {
        let found = Diagnostic::error("missing-field", "còn thiếu tên").hint("ghi tên vào ô này");
        return entry_page(opened, &own, (cu.as_ref(), &moi), Some(&[found]));
    }
    opened.once(&given.take("khoa"), || write(opened, &tep, &own, (cu.clone(), moi.clone())))
}

fn write(opened: &Opened, tep: &str, own: &Muc, (cu, moi): (Option<Cay>, Cay)) -> Answer {
    match danh_ba::doi(&opened.folder, tep, own.loai, (cu.clone(), moi.clone())) {
        Ok(KetQua::XungDot(_)) => {
            let found =
                Diagnostic::error("edit-refused", "chỗ này vừa được sửa ở nơi khác nên chưa ghi")
                    .hint("mở lại từ trang Danh bạ, xem bản mới rồi sửa tiếp");
            entry_page(opened, own, (cu.as_ref(), &moi), Some(&[found]))
        }
        Ok(_) => Answer::go_to(own.back()),
        Err(found) => {
            // One that could not be taken away is still what it was.
            let shown = if moi == Cay::Trong { cu.clone().unwrap_or_default() } else { moi };
            entry_page(opened, own, (cu.as_ref(), &shown), Some(&found))
        }
    }
}

/// The entry as the form has it; what the form doesn't ask for stays, and so does a list that says the same.
fn written(cu: Option<Cay>, loai: Loai, given: &mut Given) -> Cay {
    let own: &[&str] = match loai {
        Loai::NoiNhan => &["ten", "ten_khac", "kenh", "ma", "email", "dia_chi", "so_ban"],
        Loai::Nhom => &["ten", "ten_khac", "gom"],
    };
    let before = cu.unwrap_or_default();
    let mut all = match &before {
        Cay::Nhom(all) => all.clone(),
        _ => Vec::new(),
    };
    for khoa in own {
        let written = given.take(khoa).replace("\r\n", "\n");
        if written == chu(&before, khoa) {
            continue;
        }
        let value = value_of(khoa, &written);
        match all.iter_mut().find(|(known, _)| known == khoa) {
            Some((_, slot)) => *slot = value,
            None => all.push(((*khoa).to_owned(), value)),
        }
    }
    all.retain(|(_, value)| *value != Cay::Trong);
    Cay::Nhom(all)
}

fn value_of(khoa: &str, said: &str) -> Cay {
    let lines: Vec<Cay> = said
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Cay::Chu(line.to_owned()))
        .collect();
    match (["ten_khac", "gom"].contains(&khoa), lines.len()) {
        (_, 0) => Cay::Trong,
        (true, _) => Cay::DanhSach(lines),
        (false, _) => Cay::Chu(said.trim().to_owned()),
    }
}

/// Takes back the last change: a click takes back one, however often it arrives.
pub fn undo(opened: &Opened, request: &Request) -> Answer {
    let key = Given::posted(request).take("khoa");
    opened.once(&key, || take_back(opened))
}

fn take_back(opened: &Opened) -> Answer {
    let Some(tep) = danh_ba::tep(&opened.folder) else { return Answer::go_to("/danh-ba".into()) };
    match thao_tac::lui(&opened.folder, &[tep]) {
        Ok(KetQua::XungDot(_)) => fault(
            &Diagnostic::error("edit-refused", "chỗ ấy đã được sửa ở nơi khác nên giữ nguyên")
                .hint("mở lại trang Danh bạ để xem bản mới"),
        ),
        Ok(_) => Answer::go_to("/danh-ba".into()),
        Err(found) => fault(&found),
    }
}
