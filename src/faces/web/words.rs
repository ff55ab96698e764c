//! Findings in the words of the page: jobs speak to whoever types commands, and a clerk who looks at a form has none.

use super::names::in_form_names;
use crate::diagnostic::Diagnostic;
use crate::jobs::soan_thao::bieu_mau::ten_goi;
use crate::jobs::soan_thao::xem::Loi;
use crate::model::chu_dau::hoa_dau;

/// What a job says, and what it is called here.
const CHU: &[(&str, &str)] = &[
    ("thêm --date, ví dụ: --date 15/3/2023", "ghi đủ vào ô Ngày ban hành, ví dụ: 15/3/2026"),
    ("sửa --date hoặc sửa ngay_ban_hanh trong tệp", "sửa ô ấy, hoặc sửa ngày ở trang soạn"),
    ("--date là ngày", "ô Ngày ban hành ghi ngày"),
    ("sửa lại --date", "sửa ô Ngày chuyển"),
    ("ghi, ví dụ: --date 15/3/2023", "ghi, ví dụ: 15/3/2026"),
    ("--date:", "Ngày:"),
    ("sửa --number hoặc sửa so trong tệp", "sửa ô ấy, hoặc sửa số ở trang soạn"),
    ("--number là", "ô Số ghi"),
    ("--number:", "Số:"),
    // The book of incoming papers.
    (
        "có văn bản trả lời khác thì ghi: vanthu incoming done",
        "có văn bản trả lời khác thì bấm “Xong…” ở trang của số",
    ),
    (
        " --tra-loi …; chưa có thì giao lại: vanthu incoming assign",
        "; chưa có thì bấm “Giao…” ở trang của số",
    ),
    (" --cho … --han …", ""),
    ("; cơ quan khác thì thêm --co-quan", "; cơ quan khác thì chọn ở ô Cơ quan:"),
    ("ghi đủ bốn chữ số của năm, ví dụ: --nam 2026", "ghi đủ bốn chữ số của năm, ví dụ: 2026"),
    ("xem lại --ngay, hoặc số của văn bản trả lời", "xem lại ô Ngày, hoặc số của văn bản trả lời"),
    ("(vanthu register add … --thay-the …)", "(Sổ đăng ký → Vào sổ văn bản làm nơi khác)"),
    ("ghi văn bản trả lời: --tra-loi 105/UBND-VP", "ghi vào ô Trả lời bằng văn bản số"),
    ("thì ghi --ghi-chu \"…\"", "thì ghi vào ô Ghi chú, ví dụ: để biết"),
    ("không cần trả lời thì ghi --ghi-chu", "không cần trả lời thì ghi vào ô Ghi chú"),
    ("ghi thêm --giao", "ghi vào ô Giao cho"),
    (" --ky-hieu … --ngay-van-ban … --ly-do …", ""),
    (" --ngay-den … --tac-gia … --trich-yeu … --ly-do …", ""),
    (" --tac-gia … --trich-yeu … --ly-do …", ""),
    (
        "biết là văn bản nào thì ghi: vanthu incoming correct",
        "biết là văn bản nào thì bấm “Chữa cột ghi sai” ở trang của số",
    ),
    (
        "không đọc được tác giả; ghi: vanthu incoming correct",
        "không đọc được tác giả; bấm “Chữa cột ghi sai” ở trang của số",
    ),
    (
        "dựng lại sổ từ các văn bản đã lưu: vanthu incoming rebuild --mat",
        "mở Sổ văn bản mật đến → Kiểm sổ → Lấy lại sổ",
    ),
    (
        "dựng lại sổ từ các văn bản đã lưu: vanthu incoming rebuild",
        "mở Văn bản đến → Kiểm sổ → Lấy lại sổ",
    ),
    (
        "lấy lại sổ như trước khi sửa: vanthu incoming rebuild",
        "lấy lại sổ như trước khi sửa: mở Văn bản đến → Kiểm sổ → Lấy lại sổ",
    ),
    ("dựng lại: vanthu incoming rebuild", "mở Văn bản đến → Kiểm sổ → Lấy lại sổ"),
    (
        "xem lại bằng vanthu incoming list, rồi vanthu incoming check",
        "xem lại ở trang Văn bản đến, rồi bấm “Kiểm sổ”",
    ),
    ("xem lại bằng vanthu incoming list", "xem lại ở trang Văn bản đến"),
    ("có bản chép của sổ thì thêm --tu TEP", "có bản chép của sổ thì chép vào chỗ cũ rồi làm lại"),
    (
        "thì thêm --so-cuoi, ví dụ: --so-cuoi 45/2026",
        "thì ghi vào ô Số đến cuối cùng đã cấp, ví dụ: 45/2026",
    ),
    ("rồi thêm --so-cuoi, ví dụ: --so-cuoi", "rồi ghi vào ô Số đến cuối cùng đã cấp, ví dụ:"),
    (", và số ghi sau --so-cuoi", ", và ô Số đến cuối cùng đã cấp"),
    ("ví dụ: --so-cuoi 45/2026", "ví dụ: 45/2026"),
    ("--so-cuoi:", "Số đến cuối cùng đã cấp:"),
    ("rồi ghi đủ, ví dụ: --ky-hieu 123/SNV-VP", "rồi ghi đủ vào ô Số, ký hiệu, ví dụ: 123/SNV-VP"),
    ("vào sổ văn bản mật đến: thêm --do-mat", "vào sổ văn bản mật đến: chọn ở ô Độ mật:"),
    (
        "thì vào sổ không kèm tệp: bỏ tên tệp khỏi lệnh",
        "thì vào sổ không kèm tệp: bấm “Văn bản giấy, không có tệp”",
    ),
    ("phụ lục đi cùng một văn bản thì ghi sau --kem", "phụ lục thì gộp vào tệp của văn bản"),
    ("ghi tệp của văn bản trước --kem", "chọn tệp của văn bản"),
    ("--kem:", "Tệp đi kèm:"),
    ("mà --ngay-van-ban ghi", "mà ô Ngày của văn bản ghi"),
    ("thì mở lại sổ: vanthu incoming open-year", "thì mở lại sổ ở trang Văn bản đến: năm"),
    ("ghi trong lệnh là", "gõ ở ô là"),
    ("sổ ghi theo lệnh", "sổ ghi theo điều đã gõ"),
    ("--ngay-den:", "Ngày đến:"),
    (
        "làm bản nữa có tên khác: thêm -o dau-den.pdf; đừng xoá",
        "xem bản ấy ở Tệp đã lưu; cần bản khác thì bấm “Chỉ tải bản có dấu”; đừng xoá",
    ),
    ("như thường, không có --dong-dau", "như thường, bỏ đánh dấu ô đóng dấu"),
    (" --tra-loi ", ", trả lời bằng "),
    (" --ngay ", ", ngày "),
    ("ghi thêm --date …", "ghi vào ô Ngày của văn bản"),
    ("ghi rõ --date …", "ghi vào ô Ngày của văn bản"),
    (" --loai …", " vào ô Loại văn bản"),
    (" --trich-yeu …", " vào ô Trích yếu"),
    (" --nguoi-ky …", " vào ô Người ký"),
    (" --noi-nhan …", " vào ô Nơi nhận"),
    (" --luu …", " vào ô Đơn vị, người nhận bản lưu"),
    ("hoặc thêm --bo-trong để giữ các số ấy", "hoặc đánh dấu ô Giữ lại các số mà sổ cũ bỏ trống"),
    ("hoặc thêm --nam, ví dụ: --nam 2026", "hoặc ghi vào ô Năm của sổ"),
    ("thêm --nam, ví dụ: --nam 2026", "ghi vào ô Năm của sổ"),
    (
        "; có thì ghi thêm: vanthu incoming correct",
        "; có thì bấm “Chữa cột ghi sai” ở trang của số",
    ),
    ("ghi chỗ ấy sau --ghi-chu", "ghi chỗ ấy ở ô Ghi chú"),
    ("ghi thêm --tac-gia \"…\"", "ghi vào ô Tác giả"),
    ("ghi thêm --trich-yeu \"…\"", "ghi vào ô Tên loại và trích yếu"),
    ("ghi thêm --giao \"đơn vị hoặc người nhận\"", "ghi vào ô Giao cho"),
    ("bỏ --so, hoặc ghi số lớn hơn 0", "ghi số lớn hơn 0"),
    ("bỏ --so; chỉ số", "chỉ số"),
    ("xem lại ngày đến (--ngay) và", "xem lại ngày đến và"),
    ("hoặc bỏ --dong-dau và đóng dấu", "hoặc bỏ đánh dấu ô đóng dấu và đóng dấu"),
    ("ghi: vanthu incoming done", "mở Văn bản đến, bấm Xong ở số"),
    (
        "ghi giá trị đúng: --ngay-den, --tac-gia, --ky-hieu, --ngay-van-ban hoặc --trich-yeu",
        "gõ điều đúng vào ô của cột ghi sai",
    ),
    ("xem số ấy: vanthu incoming list", "xem số ấy ở trang Văn bản đến"),
    ("xem các số đến: vanthu incoming list", "xem các số ở trang Văn bản đến"),
    ("xem lại --han và --ngay", "xem lại ô Hạn giải quyết và ô Ngày"),
    ("ghi ngày hôm nay sau --ngay", "ghi ngày hôm nay"),
    (
        "sổ được lập khi ghi văn bản đến đầu tiên (vanthu incoming add)",
        "sổ được lập khi ghi văn bản đến đầu tiên",
    ),
    (
        "thì dùng vanthu incoming correct",
        "thì mở số ấy ở trang Văn bản đến, bấm “Chữa cột ghi sai”",
    ),
    ("kiểm tra sổ bằng “vanthu incoming check”", "kiểm sổ ở trang Văn bản đến"),
    ("--ngay-van-ban:", "Ngày của văn bản:"),
    ("--tac-gia:", "Tác giả:"),
    ("--trich-yeu:", "Trích yếu:"),
    ("--ky-hieu:", "Số, ký hiệu:"),
    ("--giao:", "Giao cho:"),
    ("--ghi-chu:", "Ghi chú:"),
    ("--ngay:", "Ngày:"),
    ("--han:", "Hạn giải quyết:"),
    ("--cho-dau:", "Chỗ đóng dấu:"),
    ("--cho:", "Giao cho:"),
    ("--nguoi:", "Người ký nhận:"),
    ("--ly-do:", "Lý do:"),
    ("--tra-loi:", "Trả lời bằng văn bản số:"),
    ("(--number)", "(ghi vào ô Số)"),
    (
        "thay thế văn bản ấy thì thêm --thay-the",
        "thay thế văn bản ấy thì ghi vào ô Thay thế văn bản số:",
    ),
    (", đính chính thì thêm --dinh-chinh", ", đính chính thì ghi vào ô Đính chính văn bản số:"),
    ("thì thêm --chap-nhan-canh-bao", "thì đánh dấu ô “Tôi đã xem các cảnh báo”"),
    ("chọn một: --only bao-cao", "chọn một văn bản ở ô Văn bản"),
    ("(vanthu register void)", "(mở số ấy trong sổ đăng ký, bấm “Huỷ số”)"),
    ("xem các số trong sổ: vanthu register list", "xem các số ở trang Sổ đăng ký"),
    (
        "bị dừng giữa chừng thì chạy tiếp với --number",
        "bị dừng giữa chừng thì làm tiếp, ở ô Số chung ghi",
    ),
    ("xem các số: vanthu register list", "xem các số ở trang Sổ đăng ký"),
    (
        "dựng lại sổ từ các thư mục đã phát hành: vanthu register rebuild",
        "mở Sổ đăng ký → Kiểm sổ → Lấy lại sổ",
    ),
    ("dựng lại: vanthu register rebuild", "mở Sổ đăng ký → Kiểm sổ → Lấy lại sổ"),
    (
        "lấy lại sổ như trước khi sửa: vanthu register rebuild",
        "lấy lại sổ như trước khi sửa: mở Sổ đăng ký → Kiểm sổ → Lấy lại sổ",
    ),
    ("; khác cơ quan thì thêm --co-quan", ""),
    ("ghi rõ cơ quan, ví dụ: --co-quan", "chọn cơ quan, ví dụ:"),
    ("còn thiếu --loai", "còn thiếu loại văn bản"),
    ("ghi như trong YAML, ví dụ: --loai ke_hoach", "chọn trong danh sách loại"),
    ("ví dụ: --loai ke_hoach", "chọn loại văn bản của số này"),
    ("--so:", "Số:"),
    ("--tu:", "Từ ngày:"),
    ("--den:", "Đến ngày:"),
    ("--xlsx ", "tệp Excel "),
    ("ví dụ: vanthu register find hội nghị sơ kết", "ví dụ: hội nghị sơ kết"),
    (
        "ghi một trong: --trang-thai dang-giu, phat-hanh, huy, con-hieu-luc, het-hieu-luc",
        "ghi một trong: đang giữ, phát hành, huỷ, còn hiệu lực, hết hiệu lực",
    ),
    ("--ngay-chuyen:", "Ngày chuyển:"),
    ("--ngay-chuyen", "Ngày chuyển"),
    ("ghi sau --ly-do", "ghi vào ô Lý do huỷ"),
    ("ghi lý do mở lại sau --ly-do", "ghi vào ô Lý do mở lại"),
    ("thì mở lại sổ: vanthu register open-year", "thì mở lại sổ năm ấy ở trang Sổ đăng ký"),
    ("thì mở lại: vanthu register open-year", "thì mở lại sổ năm ấy ở trang Sổ đăng ký"),
    (
        "; thêm lời, ngày (--tu, --den) cho hẹp lại, hoặc kể nhiều hơn: --nhieu-nhat",
        "; thêm lời cho hẹp lại; tất cả:",
    ),
    ("chắc chắn khoá thì thêm --chac-chan", "chắc chắn thì bấm Khoá sổ"),
    ("chắc chắn huỷ thì thêm --chac-chan", "chắc chắn thì bấm Huỷ số"),
    ("chỉ ra thư mục để sổ: --so-sach THU_MUC; ", ""),
    (" (chỉ ra bằng --so-sach)", ""),
    (
        "chỉ ra thư mục hồ sơ có co-quan.yaml: --ho-so THU_MUC",
        "khai cơ quan ở trang Cơ quan và người ký",
    ),
    ("chỉ ra thư mục hồ sơ: --ho-so THU_MUC", "khai cơ quan ở trang Cơ quan và người ký"),
    (
        "khai nơi mới: so_dang_ky: {thu_muc: …} trong co-quan.yaml",
        "khai nơi mới ở trang Cơ quan và người ký",
    ),
    ("thì thêm --lap-so-moi", "thì khai một thư mục khác ở trang ấy"),
    (" (so_dang_ky: {thu_muc: …} hoặc --so-sach)", " ở trang Cơ quan và người ký"),
    (
        "lập tệp ấy trong thư mục hồ sơ, mỗi nơi nhận một dòng, ví dụ: noi_nhan: [{ten: UBND Tỉnh, kenh: giay, so_ban: 1}]; kenh là truc (có ma), email (có email) hoặc giay",
        "lập danh bạ: mở “Danh bạ” ở tủ văn bản",
    ),
    (
        "dùng --book với danh bạ riêng cho văn bản mật, mọi nơi đều kenh: giay",
        "đổi cách gửi các nơi ấy thành “Bản giấy” trong danh bạ, hoặc chuyển tay",
    ),
    (
        "xoá dòng du_thao khi văn bản đã được duyệt, rồi phát hành",
        "xoá ô Dự thảo ở trang soạn khi văn bản đã được duyệt, rồi phát hành",
    ),
    ("soạn bằng “vanthu build”, trình ký rồi gửi đi", "tải bản PDF, trình ký rồi gửi đi"),
    ("rồi soạn bằng “vanthu build”", "rồi tải bản PDF"),
    ("phông khác (--fonts)", "phông khác"),
    ("tạo văn bản mới từ một thẻ ở tủ văn bản", "tạo văn bản mới từ tủ văn bản"),
    ("chạy lại lệnh để", "làm lại để"),
    ("--dinh-kem:", "Tệp đính kèm:"),
    ("--dau:", "Dấu cuối sổ:"),
    ("như “vanthu register check” đã báo", "như trang Kiểm sổ đã báo"),
    ("do lệnh “vanthu issue” ghi", "do chương trình ghi khi phát hành"),
    (
        "khai cơ quan ấy ở noi_nhan của danh-ba.yaml (tên đầy đủ để ở ten hoặc ten_khac), có mục ma",
        "ghi cơ quan ấy vào danh bạ như một nơi nhận (tên đầy đủ ở ô Tên hoặc Tên khác), có Mã định danh",
    ),
    (
        "thì khai so_dang_ky: {thu_muc: …} trong co-quan.yaml hoặc dùng --so-sach",
        "thì khai nơi để sổ ở trang Cơ quan và người ký",
    ),
    ("kiểm tra sổ bằng “vanthu register check”", "kiểm sổ ở trang Sổ đăng ký"),
    ("giữ số (vanthu register reserve)", "giữ số ở trang Sổ đăng ký"),
    (
        "giữ số trước rồi trộn: vanthu register reserve --nam",
        "giữ số ở trang Sổ đăng ký trước rồi trộn; năm",
    ),
    (
        "thì khai trong co-quan.yaml: so_dang_ky: dau_so",
        "thì ghi vào ô Số đầu tiên của năm ở trang Cơ quan và người ký",
    ),
    ("trong tệp của cơ quan ấy, hoặc thêm --so-sach", "ở trang Cơ quan và người ký"),
    (
        "xem lại --date, hoặc giữ số từ hôm ấy bằng “vanthu register reserve”",
        "xem lại ngày; lần sau thì giữ số từ hôm ấy ở trang Sổ đăng ký",
    ),
    (
        "phát hành từng dòng của danh sách: vanthu merge TEP.yaml DANH_SACH.xlsx --number each",
        "văn bản này là mẫu trộn với danh sách: ở trang soạn bấm “Việc khác”, “Trộn thư với danh sách…”",
    ),
    ("bỏ --number để lấy số kế tiếp", "để trống ô Số thì lấy số kế tiếp"),
    ("ký xong thì vào sổ (vanthu register add)", "ký xong thì vào sổ ở trang Sổ đăng ký"),
    ("ghi năm, ví dụ: --nam 2026", "ghi năm, ví dụ: 2026"),
    ("ghi kỳ đánh số, ví dụ: --nam", "ghi kỳ đánh số, ví dụ:"),
    ("thì ghi bằng “vanthu register add”", "thì nhờ người phụ trách máy ghi vào sổ"),
    ("ghi vào sổ trước (vanthu register add)", "nhờ người phụ trách máy ghi vào sổ trước"),
    ("(vanthu register deliver)", "(mở số ấy trong sổ đăng ký, bấm “Ghi việc chuyển”)"),
    (", hoặc --co-quan", ", hoặc"),
    ("hoặc thêm --bo-trong để giữ các số ấy", "hoặc giữ các số ấy"),
    ("hoặc thêm --nam, ví dụ: --nam 2026", "hoặc ghi năm của sổ"),
    ("thêm --nam, ví dụ: --nam 2026", "ghi năm của sổ"),
    ("rồi chạy “vanthu register check”", "rồi bấm “Kiểm sổ”"),
    (", hoặc cho thêm thời gian bằng --time-limit", ""),
    (
        "lấy tệp mẫu bằng lệnh: vanthu init THƯ_MỤC --mau thong_bao",
        "soạn văn bản mới từ tủ văn bản",
    ),
    (
        "thêm một văn bản bằng lệnh: vanthu init THƯ_MỤC --mau cong_van",
        "soạn văn bản mới từ tủ văn bản",
    ),
    ("tạo bộ tệp mẫu bằng lệnh: vanthu init THƯ_MỤC", "soạn văn bản mới từ tủ văn bản"),
    ("tạo tệp mẫu bằng lệnh: vanthu init THƯ_MỤC", "khai ở trang Cơ quan và người ký"),
    ("xem danh sách bằng lệnh: vanthu explain", "xem danh sách trong sổ tay"),
    ("; danh sách quy tắc: vanthu explain", ""),
    (
        "sửa số hoặc số dấu # (# là I., ## là 1., ### là 1.1., #### là a) hoặc 1.1.1.)",
        "sửa số, hoặc chọn lại cấp đề mục ở ô kiểu đoạn trên thanh nút",
    ),
    ("dùng 1 dấu #", "chọn kiểu “Đề mục I.” cho dòng ấy"),
    ("dùng 2 dấu #", "chọn kiểu “Đề mục 1.” cho dòng ấy"),
    ("dùng 3 dấu #", "chọn kiểu “Đề mục 1.1.” cho dòng ấy"),
    ("dùng 4 dấu #", "chọn kiểu “Đề mục a) hoặc 1.1.1.” cho dòng ấy"),
    ("dùng 5 dấu #", "chọn kiểu “Đề mục cấp 5” cho dòng ấy"),
    ("muốn chắc thì kẻ bảng bằng dấu “|”", "muốn chắc thì dùng nút “Bảng…”"),
    ("hoặc đổi kenh", "hoặc đổi cách gửi"),
    ("vào danh-ba.yaml", "vào danh bạ"),
    ("ghi nội dung sau dấu hai chấm", "nhập nội dung vào ô này"),
    ("ghi nội dung sau dấu “- ”, hoặc xoá dòng ấy", "nhập nội dung, hoặc xoá dòng ấy"),
    ("một phần tử của “", "một dòng của mục “"),
    ("mỗi người một phần tử có dong và ho_ten", "mỗi người ghi tư cách ký và họ tên"),
    ("; dòng có dấu # là lời chú giải nên không được đọc", ""),
    ("dòng này không có dạng “tên_mục: nội dung”", "dòng này không rõ thuộc ô nào"),
    ("ghi các mục “tên_mục: nội dung”, hoặc xoá tệp", "xoá tệp ấy, hoặc chép lại từ bản sao lưu"),
    (
        "cả tệp phải là các mục “tên_mục: nội dung”, không phải",
        "cả tệp phải là một văn bản của chương trình, không phải",
    ),
    (
        "mở tệp bằng trình soạn thảo rồi lưu lại bằng bảng mã Unicode UTF-8",
        "mở tệp bằng Notepad, chọn Save As, ở ô Encoding chọn UTF-8 rồi lưu",
    ),
    (
        "đang hỏng cú pháp nên không ghi vào được",
        "vừa bị sửa hỏng ở nơi khác nên chưa lưu vào được",
    ),
    (
        "mở tệp ấy bằng Notepad, sửa chỗ đã báo, lưu lại; rồi soạn tiếp ở đây",
        "nhờ người vừa sửa tệp ấy sửa lại; chữ bạn đã nhập vẫn ở trang này",
    ),
    (" (PDF/A-2a)", ""),
    (" (PDF/A-3a)", ""),
    ("bản PDF không đính kèm tệp nào", "bản PDF không có tệp nào đính kèm bên trong"),
    ("khai cơ quan ấy vào danh bạ", "ghi cơ quan ấy vào danh bạ"),
    ("cấp số và ngày ban hành (mục so, ngay_ban_hanh) rồi mới gửi", "lấy số trước rồi mới gửi"),
    (
        "lấy số: vanthu issue TEP --date NGAY; văn bản ghi tay số, ngày thì sửa mục so, ngay_ban_hanh",
        "số và ngày lấy ở bước “Lấy số”; ghi tay thì sửa ô Số, ô Ngày ban hành ở trang soạn",
    ),
    (
        "lời của mẫu thì sửa mẫu (vanthu template copy); chỗ làm ra từ dữ liệu (ngày, số tiền, tổng) thì sửa mục ấy trong tệp YAML",
        "lời của mẫu thì nhờ người phụ trách máy sửa mẫu; chỗ chương trình tự tính (ngày, số tiền, tổng) thì sửa ô ấy ở trang soạn",
    ),
    ("; bỏ --dry-run để ghi vào nguồn", ""),
    ("; soạn tệp mới: vanthu build", "; tải tệp Word mới ở trang soạn:"),
    ("chỉ ra hồ sơ: vanthu take-back", "mở đúng văn bản rồi lấy lại từ đó:"),
    ("lấy các chỗ sửa về hồ sơ: vanthu take-back", "lấy các chỗ sửa ấy ở trang soạn của văn bản:"),
    ("ghi thêm --only TEN, một trong các tên:", "chọn một văn bản ở ô Văn bản:"),
    (
        "lấy hết: thêm --accept all; bỏ hết: --reject all; lấy từng chỗ theo số: --accept 1,3",
        "chọn nhận hay bỏ từng chỗ",
    ),
    (
        "sửa chỗ ấy trong tệp Word như cũ rồi lấy lại các chỗ khác, hoặc gõ thẳng vào tệp nguồn",
        "bỏ dấu ở chỗ ấy rồi lấy các chỗ khác, hoặc gõ thẳng chỗ ấy ở trang soạn",
    ),
    ("không lấy về được, nguồn giữ nguyên", "không lấy về được, văn bản giữ nguyên"),
    ("ghi vào nguồn rồi soạn lại", "ghi vào văn bản rồi soạn lại"),
    ("không ghi được vào tệp nguồn", "không ghi được vào văn bản"),
    ("đòi cùng một chỗ của nguồn", "đòi cùng một chỗ của văn bản"),
    ("thì hồ sơ sai chỗ nêu dưới đây", "thì văn bản sai chỗ nêu dưới đây"),
    ("nguồn nay là", "văn bản trong tủ nay là"),
    ("xem lời nào đúng rồi sửa thẳng trong tệp nguồn", "xem lời nào đúng rồi sửa ở trang soạn"),
    ("vào tệp nguồn", "ở trang soạn"),
    ("trong tệp nguồn", "ở trang soạn"),
    (
        "hồ sơ đã ghi nhưng chưa soạn được, nên chữ của tệp Word chỉ được so với chữ ở các mục; sửa những chỗ sau rồi đối chiếu bản soạn: vanthu diff",
        "văn bản đã ghi nhưng chưa dựng được trang, nên chữ của tệp Word chỉ được so với chữ ở các mục:",
    ),
    (
        "việc tiếp theo: vanthu check {0}, rồi vanthu build {0}",
        "việc tiếp theo: xem lại ở trang soạn",
    ),
    ("--fix không sửa tệp Word", "chương trình không sửa tệp Word"),
    (
        "bỏ --fix; muốn có nhận xét ngay trong Word thì thêm --comments TEP.docx",
        "tải bản sao có nhận xét",
    ),
    ("--comments chỉ đi cùng", "bản sao có nhận xét chỉ làm từ"),
    (
        "soát từng tệp: vanthu check cong-van.docx --comments cong-van-nhan-xet.docx",
        "soát từng tệp",
    ),
    ("--comments trỏ vào", "bản sao ghi đè lên"),
    (
        "xem bản có dấu; chọn chỗ khác bằng số mm tính từ mép trái và mép trên trang, ví dụ: --cho-dau 120,60",
        "xem bản có dấu; cần chỗ khác thì mở số ấy, bấm “Đóng dấu “Đến””",
    ),
    (
        "ghi các cột bằng tuỳ chọn của lệnh (--tac-gia, --ky-hieu, --ngay-van-ban, --trich-yeu)",
        "gõ vào các ô Tác giả, Số, ký hiệu, Ngày văn bản, Trích yếu",
    ),
    ("--name-by: danh sách", "ô Đặt tên tệp theo cột: danh sách"),
    (
        "chỉ trộn các dòng đang hiện thì thêm --hidden skip; trộn cả dòng ẩn thì thêm --hidden take",
        "chọn ở ô Dòng đang ẩn dưới đây",
    ),
    ("hoặc thêm --cho-trong để bỏ qua", "hoặc đánh dấu ô “Cho phép ô trống” để bỏ qua"),
    (
        "muốn để trống thật thì thêm --cho-trong",
        "muốn để trống thật thì đánh dấu ô “Cho phép ô trống”",
    ),
    ("--one-pdf chỉ dùng khi soạn", "tệp PDF chung chỉ làm khi soạn"),
    ("--number ghi một số chung mà chưa có ngày", "ô Số chung có số mà chưa có ngày"),
    ("; mỗi bản một số thì ghi --number each", ""),
    (
        "giữ số trước rồi trộn: vanthu register reserve --nam",
        "giữ số ở trang Sổ đăng ký rồi trộn, năm",
    ),
    ("--loai LOAI", ""),
    (
        "trộn với danh sách bằng lệnh: vanthu merge TEP.yaml DANH_SACH.xlsx",
        "trộn với danh sách: ở trang soạn bấm “Việc khác”, “Trộn thư với danh sách…”",
    ),
    ("chọn một trang: --sheet", "chọn ở ô Trang tính, ví dụ:"),
    ("bỏ --sheet", "để trống ô Trang tính"),
    (
        "chọn thư mục khác bằng -o, hoặc tự xoá các tệp ấy rồi trộn lại",
        "chuyển các tệp ấy sang thư mục khác, hoặc tự xoá, rồi trộn lại",
    ),
    ("sửa chỗ báo ở trên rồi chạy lại đúng lệnh ấy", "sửa chỗ báo ở trên rồi bấm lại"),
    ("mở tệp YAML vừa tạo, xem lại mục ấy", "xem lại ô ấy ở trang soạn"),
    ("cần giữ thì gõ thêm vào tệp YAML vừa tạo", "cần giữ thì gõ thêm ở trang soạn"),
    (
        "chỉ ra tệp YAML của thư, giấy mời, quyết định cần trộn",
        "mở thư, giấy mời, quyết định cần trộn",
    ),
    (" thì check --fix sửa được", ""),
    ("--trich-yeu", "ô Trích yếu"),
    ("--nguoi-ky", "ô Người ký"),
    ("--noi-nhan", "ô Nơi nhận"),
    ("--luu", "ô Nơi lưu"),
    ("--loai", "ô Loại văn bản"),
    ("--date", "ô Ngày văn bản"),
    (": trộn với số ấy bằng --number next", ", trộn với số ấy"),
    (" --number ", ", số "),
    (" --loai ", ", loại "),
    (" --ly-do …", ""),
    ("--mat:", "Văn bản mật:"),
    (" --mat", ""),
];

/// A finding as the page says it.
pub fn on_page(found: &Diagnostic) -> Diagnostic {
    let mut out = found.clone();
    out.message = sentence(&out.message);
    out.hint = out.hint.as_deref().map(said);
    out
}

/// The same of a line.
pub fn said(text: &str) -> String {
    let text = CHU.iter().fold(text.to_owned(), |text, (cu, moi)| text.replace(cu, moi));
    // The names of signers in files are seen by nobody here.
    let text = match text.split_once("ghi một trong các tên: ") {
        Some((before, _)) => format!("{before}chọn một người ở ô “Người ký”"),
        None => text,
    };
    let text = match text.ends_with(" chưa có danh-ba.yaml") {
        true => "cơ quan chưa lập danh bạ".to_owned(),
        false => text,
    };
    // A head is chosen here, its marks are typed in files.
    let text = match text.split_once("muốn chắc thì gõ “#").map(|(a, b)| (a, b.split_once("”; ")))
    {
        Some((before, Some((_, after)))) => {
            format!("{before}muốn chắc thì chọn kiểu “Đề mục” cho dòng ấy; {after}")
        }
        _ => text,
    };
    in_form_names(&text)
}

/// A file that somebody has spoilt in another program: where, near which field, and what whoever looks at the page can do
/// about it. None for a finding about a field.
pub fn of_spoilt_file(loi: &Loi) -> Option<(String, String)> {
    let (dong, chu) = loi.hong.as_ref()?;
    let key = chu.trim_start_matches(['-', ' ', '#']);
    let key =
        key.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default();
    let near = ten_goi(key).map(|ten| format!(", ô “{ten}”")).unwrap_or_default();
    let loi = format!(
        "Tệp của văn bản này không đọc được: dòng {dong}{near} có chỗ ghi sai ({})",
        said(&loi.loi)
    );
    let goi_y = format!(
        "Tệp vừa bị sửa bằng chương trình khác, ví dụ Notepad. Ai sửa thì mở lại tệp, sửa dòng {dong} rồi lưu; không rõ ai sửa thì hỏi người phụ trách máy. Tệp đọc được thì trang này tự hiện lại"
    );
    Some((loi, goi_y))
}

/// A line that stands by itself begins with a capital.
pub fn sentence(text: &str) -> String {
    hoa_dau(&said(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_command_is_left() {
        for (cu, moi) in CHU {
            assert!(!speaks(moi), "{moi}");
            assert_eq!(said(&said(cu)), said(cu), "{cu}");
            assert!(!speaks(&said(cu)), "{}", said(cu));
        }
        let found =
            Diagnostic::error("wrong-use", "--date là ngày 1/2/2026, mà a.yaml ghi năm 2025")
                .hint("sửa --date hoặc sửa ngay_ban_hanh trong tệp");
        let found = on_page(&found);
        assert_eq!(found.message, "Ô Ngày ban hành ghi ngày 1/2/2026, mà a.yaml ghi năm 2025");
        assert_eq!(found.hint.unwrap(), "sửa ô ấy, hoặc sửa ngày ở trang soạn");
    }

    /// Every sentence of the rooms behind the page that names a command or a flag is known here.
    #[test]
    fn what_the_jobs_say_is_known() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let rooms = [
            "jobs/incoming",
            "jobs/issue",
            "jobs/register",
            "jobs/so_sach.rs",
            "jobs/so_da_biet.rs",
            "jobs/check/word.rs",
            "jobs/import",
            "jobs/take_back",
            "jobs/merge",
            "jobs/phien_ban.rs",
            "reading/danh_sach",
            "records",
            "rules/check",
            "word",
        ];
        let mut files: Vec<std::path::PathBuf> = rooms.iter().map(|room| root.join(room)).collect();
        let mut seen = 0;
        while let Some(path) = files.pop() {
            // Who makes a lost register again, issues several papers at once or hands a year over to the archive sits at the command line.
            if ["tests", "tests.rs", "rebuild.rs", "dung_so.rs", "nhieu.rs", "hand_over"]
                .iter()
                .any(|own| path.ends_with(own))
            {
                continue;
            }
            if path.is_dir() {
                files.extend(std::fs::read_dir(&path).unwrap().flatten().map(|entry| entry.path()));
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: Vec<&str> =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = code.join("\n").replace("\\\n", " ");
            for word in code.split('"').skip(1).step_by(2).filter(|word| speaks(word)) {
                let words: Vec<&str> = word.split_whitespace().collect();
                let word = words.join(" ").replace("{{", "{").replace("}}", "}");
                // The name of a flag by itself goes before a colon.
                let word = if word.contains(' ') { word } else { format!("{word}: x") };
                // The register's own first line is for who opens it by hand.
                assert!(
                    !speaks(&said(&word)) || word.starts_with('#'),
                    "{path:?}: {}",
                    said(&word)
                );
                seen += 1;
            }
        }
        assert!(seen > 20, "{seen}");
    }

    #[test]
    fn a_spoilt_file_is_told_by_line_and_field() {
        let loi = |hong| Loi {
            muc_do: crate::diagnostic::Severity::Error,
            loi: "sau tên mục “trich_yeu” thiếu dấu hai chấm".into(),
            goi_y: Some("viết “tên_mục: nội dung”".into()),
            dieu_khoan: None,
            muc: None,
            dong: None,
            tep: None,
            sua_duoc: false,
            hong,
        };
        let (said, hint) = of_spoilt_file(&loi(Some((16, "trich_yeu Phối hợp".into())))).unwrap();
        assert!(
            said.contains("dòng 16, ô “Trích yếu”") && said.contains("thiếu dấu hai chấm"),
            "{said}"
        );
        assert!(hint.contains("dòng 16") && !hint.contains("tên_mục"), "{hint}");
        let (said, _) = of_spoilt_file(&loi(Some((3, "  …".into())))).unwrap();
        assert!(said.contains("dòng 3 có chỗ"), "{said}");
        assert_eq!(of_spoilt_file(&loi(None)), None);
    }

    fn speaks(text: &str) -> bool {
        let verbs = [
            "incoming",
            "issue",
            "register",
            "send",
            "build",
            "verify",
            "init",
            "explain",
            "check",
            "merge",
            "take-back",
            "import",
            "template",
        ];
        let flag = text.split(' ').any(|word| {
            let word = word.trim_start_matches(['(', '“']);
            word.starts_with("--") && word.len() > 2
        });
        flag || verbs.iter().any(|verb| text.contains(&format!("vanthu {verb}")))
    }
}
