//! Marks of punctuation and the spaces around them.

use super::{BoiCanh, Luat, PhamVi, Tim, hoa_dau, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

const THONG_LE: &str = "Thông lệ soạn thảo văn bản";

mau!(KET, &["/"], r"([ \u{a0}]*)(?:\.? ?/ ?\.)+");
mau!(
    TRUOC,
    &[
        " ,",
        " .",
        " ;",
        " :",
        " !",
        " ?",
        " )",
        " ”",
        "\u{a0},",
        "\u{a0}.",
        "\u{a0};",
        "\u{a0}:",
        "\u{a0}!",
        "\u{a0}?",
        "\u{a0})",
        "\u{a0}”"
    ],
    r"[\p{L}0-9)”%'’]([ \u{a0}]+([,.;:!?)”]))"
);
mau!(NGOAC, &["( ", "“ ", "[ ", "(\u{a0}", "“\u{a0}", "[\u{a0}"], r"([(“\[][ \u{a0}]+)\S");
mau!(GACH, &["- ", " -"], r"\p{L}{2}(- )\p{L}|\p{L}( -)\p{Ll}{2}");
mau!(
    GACH_DINH,
    &["-"],
    r"\b(?:kinh tế|văn hóa|văn hoá|chính trị|quốc phòng|tài chính|lao động|khoa học)(-)(?:xã hội|ngân sách|an ninh|kế hoạch|thương binh|công nghệ)\b"
);
mau!(CAU_MOI, &[". "], r"(\p{Ll}{2,})\. (\p{Ll}\p{L}+)");

pub static KET_THUC: Luat = Luat {
    ma: "VT401",
    ten: "Dấu kết thúc văn bản “./.”",
    muc: Severity::Warning,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục III, các mẫu văn bản (hiệu lực từ 05/3/2020)",
    giai_thich: "Dấu “./.” chỉ ghi một lần, liền sau chữ cuối cùng của văn bản, không có dấu cách ở trước. Ở câu kết \
        của kế hoạch, báo cáo chương trình tự ghi dấu ấy.",
    sai: "để tổ chức thực hiện ./.",
    dung: "để tổ chức thực hiện./.",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: ket_thuc,
};

/// The end of another set's papers, where nothing is asked about the place.
fn ket_thuc_khac(doan: &Doan, dau: &str) -> Vec<Tim> {
    let found = moi(&KET, doan.chu()).filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 0)?;
        let after =
            doan.truoc(cho.start).ends_with(|c: char| c.is_alphanumeric() || ")”".contains(c));
        let loi = format!(
            "văn bản theo bộ quy tắc này kết thúc bằng dấu “{dau}”, không phải “{}”",
            chu.trim()
        );
        (after && chu.contains("/.")).then(|| Tim::thay(cho, loi, dau))
    });
    found.collect()
}

fn ket_thuc(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    if boi_canh.loi_van.ket_thuc != "./." {
        return ket_thuc_khac(doan, boi_canh.loi_van.ket_thuc);
    }
    let found = moi(&KET, doan.chu()).filter_map(|caps| {
        let (cho, chu) = nhom(&caps, 0)?;
        let cuoi = doan.sau(cho.end).trim().is_empty();
        let sau_chu =
            doan.truoc(cho.start).ends_with(|c: char| c.is_alphanumeric() || ")”".contains(c));
        match (cuoi, chu == "./.") {
            (true, true) => None,
            (true, false) if sau_chu => {
                let loi = format!("dấu kết thúc “{chu}” phải viết liền, một lần: “./.”");
                Some(Tim::thay(cho, loi, "./."))
            }
            // At the end of its paragraph it may end the text: notes, tables and appendices come after it.
            (false, _) if doan.sau(cho.end).starts_with('\n') => None,
            (false, _) if chu.trim() == "./." && sau_chu => {
                let goi_y = "chỉ ghi “./.” ở cuối văn bản; ở đây dùng dấu chấm";
                Some(Tim::xem(cho, "dấu “./.” đứng giữa đoạn văn", goi_y))
            }
            _ => None,
        }
    });
    found.collect()
}

pub static TRUOC_DAU: Luat = Luat {
    ma: "VT501",
    ten: "Dấu cách trước dấu câu",
    muc: Severity::Warning,
    can_cu: THONG_LE,
    giai_thich: "Các dấu , . ; : ! ? và dấu đóng ngoặc viết liền sau chữ đứng trước; dấu cách ở sau.",
    sai: "trao đổi , học tập ; khảo sát",
    dung: "trao đổi, học tập; khảo sát",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let found = moi(&TRUOC, doan.chu()).filter_map(|caps| {
            let ((cho, _), (_, dau)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
            let sau = doan.sau(cho.end);
            let het = sau.is_empty() || sau.starts_with([' ', '\u{a0}', '\n', ',', '.', ';']);
            let nhieu = sau.starts_with(['.', '/', '…'])
                || dau == ":" && sau.trim_start().starts_with(|c: char| c.is_ascii_digit());
            let loi = format!("có dấu cách trước dấu “{dau}”");
            // The space stands on the wrong side: `năm 2030 ,có`.
            if matches!(dau, "," | ";") && sau.starts_with(char::is_alphabetic) {
                return Some(Tim::thay(cho, loi, format!("{dau} ")));
            }
            (het && !nhieu).then(|| Tim::thay(cho, loi, dau))
        });
        found.collect()
    },
};

pub static SAU_DAU: Luat = Luat {
    ma: "VT502",
    ten: "Thiếu dấu cách sau dấu câu",
    muc: Severity::Note,
    can_cu: THONG_LE,
    giai_thich: "Sau dấu phẩy, dấu chấm phẩy và dấu chấm câu có một dấu cách.",
    sai: "trao đổi,học tập kinh nghiệm",
    dung: "trao đổi, học tập kinh nghiệm",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: sau_dau,
};

/// Characters on either side of a mark that may make it part of an address.
const DIA_CHI: usize = 60;

fn sau_dau(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let marks = doan.chu().char_indices().filter(|(_, c)| matches!(c, ',' | ';' | '.'));
    let found = marks.filter_map(|(at, dau)| {
        let end = at.saturating_add(1);
        let (truoc, sau) = (doan.truoc(at), doan.sau(end));
        let letter = sau.starts_with(char::is_alphabetic)
            && truoc.ends_with(|c: char| c.is_alphabetic() || ")”".contains(c));
        if !letter {
            return None;
        }
        let in_word = |c: &char| !c.is_whitespace();
        let word: Vec<char> = truoc.chars().rev().take_while(in_word).take(DIA_CHI).collect();
        let next = sau.chars().take_while(in_word).take(DIA_CHI);
        let address = word.iter().copied().chain(next).any(|c| matches!(c, '@' | '/' | '_'));
        // `TP.HCM`, `v.v`, `gov.vn` have no space; a sentence ends in small letters and begins with a capital.
        let sentence = sau.starts_with(char::is_uppercase)
            && word.len() > 1
            && word.iter().all(|c| c.is_lowercase());
        let sai = !address && (dau != '.' || sentence);
        sai.then(|| {
            let loi = format!("sau dấu “{dau}” thiếu một dấu cách");
            Tim::thay(at..end, loi, format!("{dau} "))
        })
    });
    found.collect()
}

pub static TRONG_NGOAC: Luat = Luat {
    ma: "VT503",
    ten: "Dấu cách sau dấu mở ngoặc",
    muc: Severity::Note,
    can_cu: THONG_LE,
    giai_thich: "Dấu mở ngoặc viết liền với chữ đứng sau.",
    sai: "Hội đồng nhân dân ( HĐND)",
    dung: "Hội đồng nhân dân (HĐND)",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let found = moi(&NGOAC, doan.chu()).filter_map(|caps| {
            let (cho, chu) = nhom(&caps, 1)?;
            let dau: String = chu.chars().take(1).collect();
            let nhieu = doan.sau(cho.end).starts_with(['.', '…', '_', '/']);
            (!nhieu).then(|| Tim::thay(cho, format!("có dấu cách sau dấu “{dau}”"), dau))
        });
        found.collect()
    },
};

pub static GACH_NGANG: Luat = Luat {
    ma: "VT504",
    ten: "Dấu gạch giữa hai vế",
    muc: Severity::Note,
    can_cu: "Thông lệ, theo cách viết của Nghị định 30/2020/NĐ-CP (Độc lập - Tự do - Hạnh phúc)",
    giai_thich: "Dấu gạch nối hai vế (kinh tế - xã hội) có một dấu cách ở mỗi bên; viết liền cả hai bên chỉ dùng trong ký \
        hiệu, chữ viết tắt và từ phiên âm.",
    sai: "phát triển kinh tế- xã hội",
    dung: "phát triển kinh tế - xã hội",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let all = moi(&GACH, doan.chu()).chain(moi(&GACH_DINH, doan.chu()));
        let found = all.filter_map(|caps| {
            let (cho, _) = nhom(&caps, 1).or_else(|| nhom(&caps, 2))?;
            Some(Tim::thay(cho, "dấu gạch giữa hai vế có dấu cách ở cả hai bên", " - "))
        });
        found.collect()
    },
};

pub static DAU_CAU_HOA: Luat = Luat {
    ma: "VT109",
    ten: "Viết hoa đầu câu",
    muc: Severity::Note,
    can_cu: "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I (hiệu lực từ 05/3/2020)",
    giai_thich: "Viết hoa chữ cái đầu của câu, sau dấu chấm, dấu hỏi, dấu chấm than và khi xuống dòng.",
    sai: "Đoàn đã làm việc với ba tỉnh. kết quả như sau",
    dung: "Đoàn đã làm việc với ba tỉnh. Kết quả như sau",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: |doan, _| {
        let found = moi(&CAU_MOI, doan.chu()).filter_map(|caps| {
            let ((truoc, word), (cho, chu)) = (nhom(&caps, 1)?, nhom(&caps, 2)?);
            // `ths. nguyễn`, `v.v. và`, `tr. mười`: only a Vietnamese word ends a sentence.
            let tron = !doan
                .truoc(truoc.start)
                .ends_with(|c: char| c.is_alphanumeric() || ".-/".contains(c));
            let tieng = crate::rules::soat::tieng::la_tieng(word) && !["tr", "vv"].contains(&word);
            let goi_y = format!("viết “{}”, hoặc thay dấu chấm bằng dấu khác", hoa_dau(chu));
            (tron && tieng)
                .then(|| Tim::xem(cho, format!("sau dấu chấm, “{chu}” chưa viết hoa"), goi_y))
        });
        found.collect()
    },
};
