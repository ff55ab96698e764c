//! The trips of a hồ sơ against each other: one file a trip, nobody in two places at once.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::chuyen::DaDoc;
use super::doc::Doc;
use crate::diagnostic::Severity;
use crate::model::{Fault, Ngay, ThanhVien};
use crate::reading::yaml::Span;

/// Findings between trips that are told, each with both places; a thousand copies of one file have half a million.
const NHIEU_NHAT: usize = 100;

/// A trip's file while it is checked, and what was read of it.
type Chuyen<'a> = (Doc<'a>, DaDoc);

/// Compares the trips, each with those that have its number or one of its people.
pub fn cac_chuyen(trips: &mut [Chuyen<'_>]) {
    let mut so = TimThay::default();
    trung_so(trips, &mut so);
    let mut nguoi = TimThay::default();
    trung_nguoi(trips, &mut nguoi);
    so.ke(trips);
    nguoi.ke(trips);
}

/// What was found: some is told, of the rest each trip has a count.
#[derive(Default)]
struct TimThay {
    ke: Vec<Cap>,
    con: BTreeMap<usize, usize>,
}

/// A fault of a trip with the place of it in another.
struct Cap {
    chuyen: usize,
    at: Span,
    kia: usize,
    kia_at: Span,
    fault: Fault,
}

impl TimThay {
    fn con_cho(&self) -> usize {
        NHIEU_NHAT.saturating_sub(self.ke.len())
    }

    fn dem(&mut self, chuyen: usize, bao_nhieu: usize) {
        let con = self.con.entry(chuyen).or_default();
        *con = con.saturating_add(bao_nhieu);
    }

    fn ke(self, trips: &mut [Chuyen<'_>]) {
        for Cap { chuyen, at, kia, kia_at, fault } in self.ke {
            let Some(other) = trips.get(kia).map(|(doc, _)| doc.place(kia_at)) else { continue };
            let Some((doc, _)) = trips.get_mut(chuyen) else { continue };
            doc.trai(Severity::Error, fault, at, other);
        }
        for (chuyen, con) in self.con {
            if let Some((doc, _)) = trips.get_mut(chuyen) {
                doc.con_them(con);
            }
        }
    }
}

fn trung_so(trips: &[Chuyen<'_>], found: &mut TimThay) {
    let mut dau: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
    let co_so = trips.iter().enumerate().filter_map(|(chuyen, (_, trip))| Some((chuyen, trip.so?)));
    for (chuyen, (so, at)) in co_so {
        let (kia, kia_at) = match dau.entry(so) {
            Entry::Vacant(entry) => {
                entry.insert((chuyen, at));
                continue;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        if found.con_cho() == 0 {
            found.dem(chuyen, 1);
            continue;
        }
        let fault = Fault::new("duplicate-trip", format!("hai tệp cùng là đợt {so}"))
            .hint("sửa số đợt của một tệp, hoặc gộp hai tệp làm một");
        found.ke.push(Cap { chuyen, at, kia, kia_at, fault });
    }
}

/// By what a person is known: see [`ThanhVien::cung_nguoi`].
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Khoa {
    Ten(String),
    ChucVu(String),
}

/// A person in a trip.
struct Luot<'a> {
    chuyen: usize,
    tu: Ngay,
    den: Ngay,
    nguoi: &'a ThanhVien,
    at: Span,
}

impl Luot<'_> {
    fn co_ten(&self) -> bool {
        self.nguoi.ho_ten.is_some()
    }
}

/// Who goes when, by person.
type TheoNguoi<'a> = BTreeMap<Khoa, BTreeMap<usize, Luot<'a>>>;

fn trung_nguoi(trips: &[Chuyen<'_>], found: &mut TimThay) {
    for (khoa, luot) in theo_nguoi(trips) {
        let mut luot: Vec<Luot<'_>> = luot.into_values().collect();
        luot.sort_by_key(|luot| (luot.tu, luot.chuyen));
        chong_nhau(&khoa, &luot, found);
    }
}

fn theo_nguoi<'a>(trips: &'a [Chuyen<'_>]) -> TheoNguoi<'a> {
    let mut all = TheoNguoi::new();
    for (chuyen, (_, trip)) in trips.iter().enumerate() {
        let Some((tu, den, _)) = trip.thoi_gian else { continue };
        for (nguoi, at) in &trip.doan {
            let ten = nguoi.ho_ten.as_ref().map(|ten| Khoa::Ten(ten.to_lowercase()));
            let chuc_vu = nguoi.chuc_vu_rieng().map(Khoa::ChucVu);
            for khoa in ten.into_iter().chain(chuc_vu) {
                let luot = Luot { chuyen, tu, den, nguoi, at: *at };
                match all.entry(khoa).or_default().entry(chuyen) {
                    Entry::Vacant(entry) => {
                        entry.insert(luot);
                    }
                    // A post without a name is anybody's who holds it.
                    Entry::Occupied(mut entry) if entry.get().co_ten() && !luot.co_ten() => {
                        entry.insert(luot);
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
    }
    all
}

/// Goes through one person's trips by their first days, with those in hand that have not ended.
fn chong_nhau(khoa: &Khoa, all: &[Luot<'_>], found: &mut TimThay) {
    let mut co_ten: BTreeSet<(Ngay, usize)> = BTreeSet::new();
    let mut khong_ten = co_ten.clone();
    for (index, luot) in all.iter().enumerate() {
        for dang_di in [&mut co_ten, &mut khong_ten] {
            while dang_di.first().is_some_and(|(den, _)| *den < luot.tu) {
                dang_di.pop_first();
            }
        }
        // Two who have names are known by these alone.
        let ca_ten = matches!(khoa, Khoa::Ten(_)) || !luot.co_ten();
        let so = khong_ten.len().saturating_add(if ca_ten { co_ten.len() } else { 0 });
        let kia = khong_ten.iter().chain(co_ten.iter().filter(|_| ca_ten));
        let kia = kia.take(found.con_cho()).filter_map(|(_, kia)| all.get(*kia));
        let ke: Vec<Cap> = kia.map(|kia| hai_noi(luot, kia)).collect();
        if so > ke.len() {
            found.dem(luot.chuyen, so.saturating_sub(ke.len()));
        }
        found.ke.extend(ke);
        let dang_di = if luot.co_ten() { &mut co_ten } else { &mut khong_ten };
        dang_di.insert((luot.den, index));
    }
}

/// The file that comes later has the fault.
fn hai_noi(mot: &Luot<'_>, hai: &Luot<'_>) -> Cap {
    let (sau, truoc) = if mot.chuyen > hai.chuyen { (mot, hai) } else { (hai, mot) };
    let who = sau.nguoi.ho_ten.as_ref().unwrap_or(&sau.nguoi.chuc_danh);
    let message = format!(
        "“{who}” có mặt ở hai đợt trùng ngày: {} – {} và {} – {}",
        sau.tu, sau.den, truoc.tu, truoc.den
    );
    let fault =
        Fault::new("member-in-two-trips", message).hint("đổi ngày một đợt, hoặc cử người khác");
    Cap { chuyen: sau.chuyen, at: sau.at, kia: truoc.chuyen, kia_at: truoc.at, fault }
}
