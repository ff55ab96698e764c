//! What happens to a paper that came: it is handed on, signed for, dealt with, put right, made void.

use maud::{Markup, html};

use super::{So, act, after};
use crate::faces::web::given::{Given, some};
use crate::faces::web::http::{Answer, Request};
use crate::faces::web::opened::Opened;
use crate::faces::web::view::{bar, fault, field, once_key, page, refusal, refused_or_not};
use crate::jobs::Outcome;
use crate::jobs::incoming::{
    AssignRequest, CorrectRequest, DoneRequest, IncomingRequest, ReceiveRequest,
    VoidIncomingRequest,
};
use crate::jobs::soan_thao::mot_so_den::{MotSoDen, mot_so_den};

/// What a form about a paper says.
#[derive(Default)]
struct Viec {
    so: So,
    ngay: String,
    cho: String,
    han: String,
    chi_dao: String,
    tra_loi: String,
    ghi_chu: String,
    nguoi: String,
    ly_do: String,
}

impl Viec {
    fn of(given: &mut Given) -> Self {
        Self {
            so: So::of(given),
            ngay: given.take("ngay"),
            cho: given.take("cho"),
            han: given.take("han"),
            chi_dao: given.take("chi_dao"),
            tra_loi: given.take("tra_loi"),
            ghi_chu: given.take("ghi_chu"),
            nguoi: given.take("nguoi"),
            ly_do: given.take("ly_do"),
        }
    }

    fn asked(request: &Request) -> Self {
        Self::of(&mut Given::asked(request))
    }
}

/// An act: what its page is called, where it is, what will happen, what its button says.
struct Act {
    ten: &'static str,
    address: &'static str,
    what: &'static str,
    button: &'static str,
    nguy: bool,
}

const ASSIGN: Act = Act {
    ten: "Giao",
    address: "/den/giao",
    what: "Sổ thêm một dòng: ai giải quyết, hạn nào (cột 7, 8). Giao lại cho người khác thì ghi lần nữa; sổ giữ cả hai lần.",
    button: "Ghi vào sổ",
    nguy: false,
};
const RECEIVE: Act = Act {
    ten: "Ký nhận",
    address: "/den/ky-nhan",
    what: "Sổ thêm một dòng: ai đã ký nhận văn bản (cột 9).",
    button: "Ghi vào sổ",
    nguy: false,
};
const DONE: Act = Act {
    ten: "Xong",
    address: "/den/xong",
    what: "Văn bản không còn trong danh sách đang giải quyết. Văn bản trả lời phải có trong sổ văn bản đi.",
    button: "Ghi vào sổ",
    nguy: false,
};
const CORRECT: Act = Act {
    ten: "Chữa",
    address: "/den/chua",
    what: "Cột nào ghi sai thì gõ điều đúng vào ô ấy, ô đúng rồi thì để trống. Điều ghi trước vẫn còn ở cột Ghi chú của sổ.",
    button: "Ghi vào sổ",
    nguy: false,
};
const VOID: Act = Act {
    ten: "Huỷ",
    address: "/den/huy",
    what: "Sổ thêm một dòng: số này đã huỷ, với lý do ghi dưới đây. Không lấy lại được; số ấy không bao giờ dùng lại.",
    button: "Huỷ số này",
    nguy: true,
};

/// Before a paper is handed on.
pub fn ask_assign(opened: &Opened, request: &Request) -> Answer {
    assign_page(opened, &Viec::asked(request), None)
}

fn assign_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = html! {
        (field("cho", "Giao cho", &viec.cho, "Đơn vị hoặc người giải quyết"))
        (field("chi_dao", "Người chỉ đạo", &viec.chi_dao, "Không ghi cũng được"))
        (field("han", "Hạn giải quyết", &viec.han, "Ví dụ: 20/3/2026; không có hạn thì để trống"))
        (field("ngay", "Ngày giao", &viec.ngay, "Ví dụ: 16/3/2026"))
        (field("ghi_chu", "Ghi chú", &viec.ghi_chu, ""))
    };
    act_page(opened, &ASSIGN, &viec.so, |_| fields, refused)
}

pub fn assign(opened: &Opened, request: &Request) -> Answer {
    let (key, viec) = posted(request);
    let wanted = IncomingRequest::Assign(AssignRequest {
        so_den: viec.so.so.clone(),
        cho: viec.cho.clone(),
        han: some(&viec.han),
        chi_dao: some(&viec.chi_dao),
        ngay: viec.ngay.clone(),
        ghi_chu: some(&viec.ghi_chu),
        place: viec.so.quyen.place(opened),
    });
    write(opened, &key, wanted, &viec.so, |outcome| assign_page(opened, &viec, Some(outcome)))
}

/// Before it is written who has signed for it.
pub fn ask_receive(opened: &Opened, request: &Request) -> Answer {
    receive_page(opened, &Viec::asked(request), None)
}

fn receive_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = html! {
        (field("nguoi", "Người ký nhận", &viec.nguoi, "Họ tên người đã nhận văn bản"))
        (field("ngay", "Ngày ký nhận", &viec.ngay, "Ví dụ: 16/3/2026"))
    };
    act_page(opened, &RECEIVE, &viec.so, |_| fields, refused)
}

pub fn receive(opened: &Opened, request: &Request) -> Answer {
    let (key, viec) = posted(request);
    let wanted = IncomingRequest::Receive(ReceiveRequest {
        so_den: viec.so.so.clone(),
        nguoi: viec.nguoi.clone(),
        ngay: viec.ngay.clone(),
        place: viec.so.quyen.place(opened),
    });
    write(opened, &key, wanted, &viec.so, |outcome| receive_page(opened, &viec, Some(outcome)))
}

/// Before a paper is dealt with.
pub fn ask_done(opened: &Opened, request: &Request) -> Answer {
    done_page(opened, &Viec::asked(request), None)
}

fn done_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = html! {
        (field("ngay", "Ngày xong", &viec.ngay, "Ví dụ: 16/3/2026"))
        (field("tra_loi", "Trả lời bằng văn bản số", &viec.tra_loi, "Số, ký hiệu văn bản của ta, ví dụ: 105/UBND-VP; không có thì để trống"))
        (field("ghi_chu", "Ghi chú", &viec.ghi_chu, "Ví dụ: để biết"))
    };
    act_page(opened, &DONE, &viec.so, |_| fields, refused)
}

pub fn finish(opened: &Opened, request: &Request) -> Answer {
    let (key, viec) = posted(request);
    let wanted = IncomingRequest::Done(DoneRequest {
        so_den: viec.so.so.clone(),
        ngay: viec.ngay.clone(),
        tra_loi: some(&viec.tra_loi),
        ghi_chu: some(&viec.ghi_chu),
        place: viec.so.quyen.place(opened),
    });
    write(opened, &key, wanted, &viec.so, |outcome| done_page(opened, &viec, Some(outcome)))
}

/// The columns that may be put right, by the names of their fields.
const COLUMNS: [(&str, &str, usize); 5] = [
    ("ngay_den", "Ngày đến", 0),
    ("tac_gia", "Tác giả", 2),
    ("ky_hieu", "Số, ký hiệu", 3),
    ("ngay_van_ban", "Ngày của văn bản", 4),
    ("trich_yeu", "Tên loại và trích yếu", 5),
];

/// Before columns are put right.
pub fn ask_correct(opened: &Opened, request: &Request) -> Answer {
    correct_page(opened, &Viec::asked(request), &Default::default(), None)
}

fn correct_page(
    opened: &Opened,
    viec: &Viec,
    typed: &[String; COLUMNS.len()],
    refused: Option<&Outcome>,
) -> Answer {
    let fields = |muc: &MotSoDen| {
        html! {
            @for ((name, label, index), value) in COLUMNS.iter().zip(typed) { (field(name, label, value, &now(muc, *index))) }
            (field("ly_do", "Lý do chữa", &viec.ly_do, "Ví dụ: ghi thiếu; in ở cột Ghi chú của sổ"))
        }
    };
    act_page(opened, &CORRECT, &viec.so, fields, refused)
}

/// What a column says now.
fn now(muc: &MotSoDen, index: usize) -> String {
    match muc.cot.get(index).filter(|text| !text.is_empty()) {
        Some(text) => format!("Đang ghi: {text}"),
        None => "Đang để trống".to_owned(),
    }
}

pub fn correct(opened: &Opened, request: &Request) -> Answer {
    let mut given = Given::posted(request);
    let key = given.take("khoa");
    let typed = COLUMNS.map(|(name, ..)| given.take(name));
    let viec = Viec::of(&mut given);
    let [ngay_den, tac_gia, ky_hieu, ngay_van_ban, trich_yeu] = typed.each_ref().map(|t| some(t));
    let wanted = IncomingRequest::Correct(CorrectRequest {
        so_den: viec.so.so.clone(),
        ngay_den,
        tac_gia,
        ky_hieu,
        ngay_van_ban,
        trich_yeu,
        ly_do: viec.ly_do.clone(),
        place: viec.so.quyen.place(opened),
    });
    let refused = |outcome: &Outcome| correct_page(opened, &viec, &typed, Some(outcome));
    write(opened, &key, wanted, &viec.so, refused)
}

/// Before a number is made void.
pub fn ask_void(opened: &Opened, request: &Request) -> Answer {
    void_page(opened, &Viec::asked(request), None)
}

fn void_page(opened: &Opened, viec: &Viec, refused: Option<&Outcome>) -> Answer {
    let fields = field("ly_do", "Lý do huỷ", &viec.ly_do, "In ở cột Ghi chú của sổ");
    act_page(opened, &VOID, &viec.so, |_| fields, refused)
}

pub fn void(opened: &Opened, request: &Request) -> Answer {
    let (key, viec) = posted(request);
    let wanted = IncomingRequest::Void(VoidIncomingRequest {
        so_den: viec.so.so.clone(),
        ly_do: viec.ly_do.clone(),
        place: viec.so.quyen.place(opened),
    });
    write(opened, &key, wanted, &viec.so, |outcome| void_page(opened, &viec, Some(outcome)))
}

fn posted(request: &Request) -> (String, Viec) {
    let mut given = Given::posted(request);
    (given.take("khoa"), Viec::of(&mut given))
}

fn act_page(
    opened: &Opened,
    act: &Act,
    so: &So,
    fields: impl FnOnce(&MotSoDen) -> Markup,
    refused: Option<&Outcome>,
) -> Answer {
    let muc = match mot_so_den(&opened.folder, so.quyen.mat, &so.so) {
        Ok(muc) => muc,
        Err(found) => return fault(&found),
    };
    let title = format!("{} số đến {}", act.ten, muc.so);
    let [_, _, tac_gia, ky_hieu, _, trich_yeu, ..] = &muc.cot;
    let back = so.href();
    let body = html! {
        (bar((&back, &format!("Số {}", muc.so)), &title, &html! {}))
        main class="khung hep" {
            @if let Some(outcome) = refused { (refusal("Chưa ghi được", &outcome.diagnostics)) }
            section class="phan sap" {
                h2 { "Khi bấm “" (act.button) "”" }
                p { strong { (tac_gia) " " (ky_hieu) } " " (trich_yeu) }
                p { (act.what) }
                form method="post" action=(act.address) {
                    (once_key(opened))
                    (so.hidden())
                    (fields(&muc))
                    p class="viec" { button class={ "nut " (if act.nguy { "nguy" } else { "chinh" }) } { (act.button) } a class="nut" href=(back) { "Thôi" } }
                }
            }
        }
    };
    refused_or_not(page(&title, Some("viec.js"), &body), refused)
}

fn write(
    opened: &Opened,
    key: &str,
    request: IncomingRequest,
    so: &So,
    refused: impl FnOnce(&Outcome) -> Answer,
) -> Answer {
    let done = |outcome| after("Đã ghi vào sổ văn bản đến", &outcome, so.quyen, Some(so));
    act(opened, key, request, refused, done)
}
