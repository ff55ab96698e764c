//! The files of a hồ sơ by their kinds, read in the order in which they lean on each other: offices,
//! plans, trips.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cac_co_quan::{CacCoQuan, cac_ten, cung_ten};
use super::chuyen::{self, BoiCanh, DaDoc, KeHoachGoc};
use super::doc::Doc;
use super::ke_hoach::{self, ChoKeHoach};
use super::ky_tu::CoChu;
use super::la_co_quan::la_co_quan;
use super::loai::{LoaiTep, loai};
use super::mau::{self, TepMd};
use super::{KetQua, TaiLieu, cau_chu, co_quan, doan_loai, gia_dinh, sao};
use crate::diagnostic::Diagnostic;
use crate::model::{CacMuc, CoQuan, NoiDung, VanBan};
use crate::reading::source::{HoSoNguon, TEP_CO_QUAN, TepNguon, gan_ten_co_quan, ten_goc, ten_tep};
use crate::reading::yaml::{Node, Value, parse};

/// A file that could be opened.
type Tep<'a> = (Doc<'a>, Node);

/// A plan with what its trips need of it.
type KeHoachDaDoc<'a> = (&'a TepNguon, Arc<CacMuc>, Option<VanBan>, ChoKeHoach);

pub struct HoSo<'a> {
    nguon: &'a HoSoNguon,
    co_quan: Vec<Tep<'a>>,
    khac: Vec<Tep<'a>>,
    /// Names of files that hold no tree.
    hong: Vec<&'a str>,
}

impl<'a> HoSo<'a> {
    pub fn new(nguon: &'a HoSoNguon, opened: Vec<Tep<'a>>, hong: Vec<&'a str>) -> Self {
        let named = cac_co_quan_duoc_goi(&opened);
        let (co_quan, khac) =
            opened.into_iter().partition(|(doc, root)| la_tep_co_quan(doc, root, &named));
        Self { nguon, co_quan, khac, hong }
    }

    pub fn check(self, co_chu: CoChu<'_>, mut diagnostics: Vec<Diagnostic>) -> KetQua {
        let Self { nguon, co_quan, khac, hong } = self;
        let tep: Vec<&str> = khac.iter().map(|(doc, _)| doc.tep().ten.as_str()).collect();
        let own = co_quan.iter().any(|(doc, _)| la_co_quan(doc.ten()));
        if !own && !hong.iter().any(|ten| la_co_quan(ten)) {
            diagnostics.push(thieu_co_quan(nguon));
        }
        let mut offices: Vec<(&str, Option<CoQuan>)> = co_quan
            .into_iter()
            .map(|(mut doc, root)| {
                let co_quan = co_quan::co_quan(&mut doc, &root);
                cau_chu::kiem_cua_co_quan(&mut doc, &root, &nguon.mau);
                (doc.tep().ten.as_str(), doc.close(co_quan, &mut diagnostics))
            })
            .collect();
        cung_cach_doc(&mut offices);
        let cac_co_quan =
            CacCoQuan { tep: offices.iter().map(|(ten, c)| (*ten, c.as_ref())).collect() };

        let kem = TepMd { md: &nguon.md, anh: &nguon.anh, co_chu };
        let kho = mau::kho(&nguon.mau, &mut diagnostics);
        let mut van_ban: Vec<TaiLieu> = Vec::new();
        let mut plans: Vec<KeHoachDaDoc<'a>> = Vec::new();
        let mut trips = Vec::new();
        let mut copies = Vec::new();
        for (mut doc, root) in khac {
            match loai(&mut doc, &root, &kho) {
                Some(LoaiTep::KeHoach) => {
                    let (read, cho) = ke_hoach::van_ban(&mut doc, &root, &cac_co_quan);
                    let (tep, cac_muc) = (doc.tep(), Arc::clone(doc.cac_muc()));
                    let read = doc.close(read, &mut diagnostics);
                    van_ban.push(tai_lieu(&tep.ten, read.clone()));
                    plans.push((tep, cac_muc, read, cho.unwrap_or_default()));
                }
                Some(LoaiTep::TheoMau(loai, mau)) => {
                    let read = mau::van_ban(&mut doc, &root, loai, &mau, &cac_co_quan, &kem);
                    let tep = doc.ten().to_owned();
                    van_ban.push(tai_lieu(&tep, doc.close(read, &mut diagnostics)));
                }
                Some(LoaiTep::Dot) => trips.push((doc, root)),
                Some(LoaiTep::BanSao(loai)) => copies.push((doc, root, loai)),
                None => {
                    doan_loai::loi_khac(&mut doc, &root, &kho, &cac_co_quan, &kem);
                    van_ban.push(tai_lieu(doc.ten(), None));
                    doc.close::<()>(None, &mut diagnostics);
                }
            }
        }
        let broken = hong.iter().filter(|ten| !la_co_quan(ten));
        van_ban.extend(broken.map(|ten| tai_lieu(ten, None)));
        let canh = BoiCanh {
            ke_hoach: plans
                .iter()
                .map(|(tep, cac_muc, van_ban, cho)| KeHoachGoc {
                    tep,
                    cac_muc,
                    van_ban: van_ban.as_ref(),
                    cho,
                })
                .collect(),
            co_tep_hong: van_ban.iter().any(|v| v.van_ban.is_none()),
            co_quan: &cac_co_quan,
            kho: &kho,
            md: kem,
        };
        let mut read: Vec<(Doc<'_>, DaDoc)> = trips
            .into_iter()
            .map(|(mut doc, root)| {
                let trip = chuyen::chuyen(&mut doc, &root, &canh);
                (doc, trip)
            })
            .collect();
        gia_dinh::cac_chuyen(&mut read);
        let ghi_chu = ghi_chu(&plans, &read);
        let mut can: Vec<&str> = offices.iter().map(|(ten, _)| *ten).collect();
        if read.iter().any(|(doc, _)| Some(doc.ten()) == nguon.chi.as_deref()) {
            can.extend(plans.iter().map(|(tep, ..)| tep.ten.as_str()));
        }
        let mut tinh = Vec::new();
        for (mut doc, trip) in read {
            if Some(doc.ten()) == nguon.chi.as_deref() {
                tinh = doc.lay_tinh();
            }
            van_ban.extend(cua_chuyen(doc, trip, &mut diagnostics));
        }
        // A copy leans on any document, so all of them come first.
        let mut sao: Vec<TaiLieu> = Vec::new();
        for (mut doc, root, loai) in copies {
            let read = sao::van_ban(&mut doc, &root, loai, &cac_co_quan, &van_ban, (&kho, &kem));
            if Some(doc.ten()) == nguon.chi.as_deref() {
                let goc = root.get("ban_chinh").and_then(Node::text).unwrap_or_default();
                can.extend(tep.iter().filter(|ten| cung_ten(ten, goc)));
            }
            let ten = doc.ten().to_owned();
            sao.push(tai_lieu(&ten, doc.close(read, &mut diagnostics)));
        }
        van_ban.extend(sao);
        if van_ban.is_empty() {
            let message = format!("hồ sơ “{}” chưa có văn bản nào", nguon.ten);
            let hint = "thêm một văn bản bằng lệnh: vanthu init THƯ_MỤC --mau cong_van";
            diagnostics.push(Diagnostic::warning("no-document", message).hint(hint));
        }
        let dua_vao = can.iter().map(|ten| (*ten).to_owned()).collect();
        let co_quan = offices.iter().filter_map(|(_, c)| c.clone()).collect();
        let mut ket_qua = KetQua {
            van_ban,
            diagnostics,
            ghi_chu,
            danh_ba: None,
            chan_gui: Vec::new(),
            co_quan,
            dua_vao,
            tinh,
        };
        if let Some(only) = &nguon.chi {
            can.extend(nguon.mau.tep.values().map(|tep| tep.ten.as_str()));
            can.extend(than_bai_cua(only, nguon));
            ket_qua.chi_mot_tep(only, &can);
        }
        ket_qua
    }
}

/// The bodies in files of their own that a file names.
fn than_bai_cua<'n>(only: &str, nguon: &'n HoSoNguon) -> Vec<&'n str> {
    let Some(root) = nguon.tep.iter().find(|tep| tep.ten == only).and_then(|tep| parse(tep).0)
    else {
        return Vec::new();
    };
    let named: Vec<&str> = root.texts().into_iter().map(|(text, _)| text.trim()).collect();
    let all = nguon.md.iter().map(|tep| tep.ten.as_str());
    all.filter(|ten| named.contains(&ten_tep(ten))).collect()
}

impl KetQua {
    /// Keeps one file's documents, and the findings in it and in the files that it leans on.
    fn chi_mot_tep(&mut self, only: &str, can: &[&str]) {
        let near = |file: &str| file == only || can.contains(&file);
        self.diagnostics.retain(|d| d.place.as_ref().is_none_or(|place| near(&place.file)));
        self.van_ban.retain(|v| v.tep == only);
        self.ghi_chu.clear();
    }
}

/// The documents of a trip's file, or the file itself if it has faults.
fn cua_chuyen(doc: Doc<'_>, trip: DaDoc, diagnostics: &mut Vec<Diagnostic>) -> Vec<TaiLieu> {
    let tep = doc.ten().to_owned();
    let made = doc.close(Some(trip.van_ban), diagnostics).unwrap_or_default();
    if made.is_empty() {
        return vec![tai_lieu(&tep, None)];
    }
    let stem = ten_goc(&tep);
    let named = made.into_iter().map(|(duoi, van_ban)| TaiLieu {
        ten: format!("{stem}-{duoi}"),
        tep: tep.clone(),
        van_ban: Some(van_ban),
    });
    named.collect()
}

/// Trips that make no document yet. A hồ sơ without any trip's file has nothing to tell.
fn ghi_chu(plans: &[KeHoachDaDoc<'_>], trips: &[(Doc<'_>, DaDoc)]) -> Vec<String> {
    let silent = trips.iter().filter(|(_, trip)| !trip.co_van_ban);
    let mut all: Vec<String> = silent
        .map(|(doc, _)| {
            format!("{}: chưa có chi_tiet, ket_qua; không soạn văn bản nào", ten_tep(doc.ten()))
        })
        .collect();
    let [(tep, _, Some(van_ban), _)] = plans else { return all };
    let NoiDung::KeHoach(plan) = &van_ban.noi_dung else { return all };
    let known: Option<BTreeSet<usize>> =
        trips.iter().map(|(_, trip)| trip.so.map(|(own, _)| own)).collect();
    // A trip of which the number can't be read may be any.
    if let Some(known) = known.filter(|known| !known.is_empty()) {
        let open = (1..=plan.dot.len()).filter(|so| !known.contains(so));
        let tep = ten_tep(&tep.ten);
        all.extend(
            open.map(|so| format!("{tep}: đợt {so} chưa có tệp chi tiết; không soạn văn bản nào")),
        );
    }
    all
}

fn tai_lieu(tep: &str, van_ban: Option<VanBan>) -> TaiLieu {
    TaiLieu { ten: ten_goc(tep).to_owned(), tep: tep.to_owned(), van_ban }
}

/// Offices of one hồ sơ word their amounts alike unless they say otherwise.
fn cung_cach_doc(offices: &mut [(&str, Option<CoQuan>)]) {
    let own = offices.iter().find(|(ten, _)| la_co_quan(ten)).and_then(|(_, c)| c.as_ref());
    let cach = own.and_then(|c| c.cach_doc_so);
    for co_quan in offices.iter_mut().filter_map(|(_, c)| c.as_mut()) {
        co_quan.cach_doc_so = co_quan.cach_doc_so.or(cach);
    }
}

/// Lets the paths in every office's file say that they are an office's.
pub fn mo_dau_co_quan(opened: &mut [Tep<'_>]) {
    let named = cac_co_quan_duoc_goi(opened);
    for (doc, root) in opened {
        if la_tep_co_quan(doc, root, &named) {
            doc.mo_dau("co_quan", root);
        }
    }
}

/// Whether a file is an office's, by its own name, by its kind, or since another file names it so.
pub(super) fn la_tep_co_quan(doc: &Doc<'_>, root: &Node, named: &BTreeSet<String>) -> bool {
    la_co_quan(doc.ten())
        || root.get("loai").and_then(Node::text) == Some("co_quan")
        || cac_ten(doc.ten()).iter().any(|ten| named.contains(*ten))
}

pub(super) fn cac_co_quan_duoc_goi(opened: &[Tep<'_>]) -> BTreeSet<String> {
    opened.iter().flat_map(|(_, root)| co_quan_duoc_goi(root)).collect()
}

/// The offices that a file names.
pub(super) fn co_quan_duoc_goi(root: &Node) -> Vec<String> {
    let parts = [Some(root), root.get("chi_tiet"), root.get("ket_qua")];
    let named = parts.into_iter().flatten().filter_map(|part| part.get("co_quan"));
    named
        .flat_map(|node| match &node.value {
            Value::List(items) => items.iter().filter_map(Node::text).collect(),
            _ => Vec::from_iter(node.text()),
        })
        .map(|ten| ten.trim().to_owned())
        .collect()
}

/// Leaves of a hồ sơ what its offices are read from: their files, and those that name one.
pub fn chi_co_quan(nguon: &mut HoSoNguon) {
    let noi = |tep: &TepNguon| {
        let said = |line: &str| line.contains("co_quan") && !line.trim_start().starts_with('#');
        tep.text.lines().any(said)
    };
    let roots = nguon.tep.iter().filter(|tep| noi(tep)).filter_map(|tep| parse(tep).0);
    let named: Vec<String> = roots.flat_map(|root| co_quan_duoc_goi(&root)).collect();
    nguon.tep.retain(|tep| {
        la_co_quan(&tep.ten) || noi(tep) || named.iter().any(|ten| cung_ten(&tep.ten, ten))
    });
    nguon.md.clear();
}

fn thieu_co_quan(nguon: &HoSoNguon) -> Diagnostic {
    let found = Diagnostic::error(
        "missing-office",
        format!("hồ sơ “{}” thiếu tệp {TEP_CO_QUAN}", nguon.ten),
    );
    let near = nguon.tep.iter().find(|tep| gan_ten_co_quan(&tep.ten));
    found.hint(match near {
        Some(tep) => format!("đổi tên “{}” thành “{TEP_CO_QUAN}”", ten_tep(&tep.ten)),
        None => "tệp ấy khai tên cơ quan, địa danh, người ký; tạo tệp mẫu bằng lệnh: vanthu init THƯ_MỤC".to_owned(),
    })
}
