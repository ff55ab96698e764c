//! What `init` asks whoever sits at a terminal and didn't say it: what office this is, what paper is wanted.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::args::Job;
use super::template::InitArgs;
use crate::jobs::co_quan_san::CO_QUAN_SAN;
use crate::jobs::init::{LOAI_DAU, bo_cua, cac_loai, co_co_quan};
use crate::model::khong_dau::khong_dau;
use crate::rules::check::KhoMau;

/// How often an answer that is none is asked for again.
const LAN: usize = 3;

/// A question with its answers: the word for the command line, and what it is called.
struct Hoi<'a> {
    cau: &'a str,
    /// What an empty line means.
    mac_dinh: &'a str,
    cac_tra_loi: Vec<(String, String)>,
}

/// Asks for what the arguments leave open, if there is somebody to ask. Who can't be asked gets the usual.
pub(super) fn ask(mut job: Job) -> Job {
    let (input, out) = (io::stdin(), io::stderr());
    if let Job::Init(args) = &mut job
        && args.nhu.is_none()
        && input.is_terminal()
        && out.is_terminal()
    {
        // A terminal that fails has nobody at it.
        let _ = hoi(args, &mut input.lock(), &mut out.lock());
    }
    job
}

fn hoi(args: &mut InitArgs, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    let dir = args.dir.as_deref().unwrap_or(Path::new("."));
    if args.co_quan.is_none() && !co_co_quan(dir) {
        let offices = CO_QUAN_SAN.iter().map(|san| (san.khoa.clone(), san.ten.clone()));
        let other = "cơ quan khác: tệp có chú giải, tự sửa";
        let cau =
            Hoi {
                cau: "Cơ quan của bạn là", mac_dinh: other, cac_tra_loi: offices.collect()
            };
        args.co_quan = cau.hoi(input, out)?;
    }
    if args.mau.is_none() {
        let kinds = cac_loai(&KhoMau::default(), Some(bo_cua(dir)));
        let usual = kinds.iter().find(|(khoa, _)| khoa == LOAI_DAU);
        let usual = usual.map_or(String::new(), |(_, ten)| ten.clone());
        let cau = Hoi { cau: "Văn bản cần soạn là", mac_dinh: &usual, cac_tra_loi: kinds };
        args.mau = Some(cau.hoi(input, out)?.unwrap_or_else(|| LOAI_DAU.to_owned()));
    }
    Ok(())
}

impl Hoi<'_> {
    fn hoi(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Option<String>> {
        writeln!(out, "{}:", self.cau)?;
        for (so, (_, ten)) in (1..).zip(&self.cac_tra_loi) {
            writeln!(out, "  {so:>2}. {ten}")?;
        }
        for _ in 0..LAN {
            write!(out, "Gõ số rồi Enter (chỉ Enter: {}): ", self.mac_dinh)?;
            out.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 || line.trim().is_empty() {
                return Ok(None);
            }
            if let Some(found) = self.tra_loi(line.trim()) {
                return Ok(Some(found));
            }
            writeln!(out, "Không có “{}” ở trên.", line.trim())?;
        }
        Ok(None)
    }

    /// By number, by the word, or by the name, with or without marks.
    fn tra_loi(&self, text: &str) -> Option<String> {
        let fold = |text: &str| khong_dau(text).replace(['_', '-'], " ");
        let by_number =
            text.parse::<usize>().ok().and_then(|so| self.cac_tra_loi.get(so.checked_sub(1)?));
        let wanted = fold(text);
        let named = || {
            self.cac_tra_loi.iter().find(|(khoa, ten)| fold(khoa) == wanted || fold(ten) == wanted)
        };
        by_number.or_else(named).map(|(khoa, _)| khoa.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(answers: &str, args: InitArgs) -> (InitArgs, String) {
        let (mut args, mut out) = (args, Vec::new());
        hoi(&mut args, &mut answers.as_bytes(), &mut out).unwrap();
        (args, String::from_utf8(out).unwrap())
    }

    fn none(dir: &Path) -> InitArgs {
        InitArgs {
            dir: Some(dir.to_owned()),
            co_quan: None,
            mau: None,
            nhu: None,
            thu_muc_mau: None,
            json: false,
        }
    }

    #[test]
    fn an_office_and_a_paper_are_asked_for_by_number_or_name() {
        let dir = tempfile::tempdir().unwrap();
        let (args, said) = asked("1\ngiấy mời\n", none(dir.path()));
        assert_eq!(
            (args.co_quan.as_deref(), args.mau.as_deref()),
            (Some("ubnd-xa"), Some("giay_moi"))
        );
        assert!(said.contains("1. Ủy ban nhân dân xã") && said.contains("Thông báo"), "{said}");
        let (args, said) = asked("một\nTruong tieu hoc\n\n", none(dir.path()));
        assert_eq!(args.co_quan.as_deref(), Some("truong-tieu-hoc"));
        assert_eq!(args.mau.as_deref(), Some(LOAI_DAU));
        assert!(said.contains("Không có “một”"), "{said}");
        let (args, _) = asked("", none(dir.path()));
        assert_eq!((args.co_quan, args.mau.as_deref()), (None, Some(LOAI_DAU)));
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("co-quan.yaml"), "ten: a\n").unwrap();
        let (args, said) = asked("1\n", none(dir.path()));
        assert!(
            args.co_quan.is_none() && args.mau.is_some() && !said.contains("Cơ quan"),
            "{said}"
        );
    }
}
