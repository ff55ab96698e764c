//! Codes about numbers, the register and issued documents.

#[rustfmt::skip]
pub static MA: &[(&str, &str)] = &[
    ("already-issued", "Văn bản này đã phát hành rồi, với số và ngày đã nêu. Không cần phát hành lại; nhầm thì huỷ số ấy trước."),
    ("bad-event", "Không ghi được việc ấy cho số này: số đã huỷ, chưa phát hành mà ghi việc chuyển, hoặc chuyển trước ngày của văn bản."),
    ("bad-file-name", "Tên tệp nguồn có dấu hoặc là tên riêng mà hệ điều hành khác không nhận, nên không lưu theo văn bản được. Đổi tên tệp."),
    ("bad-relation", "Không thay thế, đính chính, thu hồi được văn bản ấy: nó không còn hiệu lực, hoặc có ngày sau văn bản mới."),
    ("date-differs", "Ngày trong câu lệnh khác ngày ban hành ghi trong tệp. Sửa một trong hai chỗ."),
    ("date-runs-back", "Số sau mà ngày trước, hoặc số trước mà ngày sau: số theo thứ tự ngày trong năm."),
    ("folder-taken", "Nơi cất văn bản đã có thư mục ấy. Văn bản đã phát hành không bị ghi đè."),
    ("issue-refused", "Chưa phát hành: văn bản chưa sẵn sàng trình ký, hoặc là bản sao, có số riêng."),
    ("issued-missing", "Sổ ghi đã phát hành mà không còn thư mục, hoặc thiếu tệp của văn bản ấy. Lấy lại từ bản lưu."),
    ("issued-unknown", "Trong phat-hanh có thư mục mà sổ không ghi. Chuyển đi, hoặc khôi phục sổ từ bản lưu."),
    ("needs-date", "Chưa có đủ ngày, tháng, năm ban hành. Thêm --date."),
    ("number-differs", "Số trong câu lệnh khác số ghi trong tệp. Sửa một trong hai chỗ."),
    ("number-gap", "Bỏ trống số. Số của một năm phải liên tục, bắt đầu từ 01 vào ngày 01 tháng 01."),
    ("number-kept", "Còn số đang giữ nên chưa khoá được sổ. Phát hành hoặc huỷ số ấy."),
    ("number-taken", "Số này đã dùng. Mỗi số chỉ dùng một lần, kể cả số đã huỷ."),
    ("register-broken", "Một dòng của sổ bị hỏng hoặc bị sửa bằng tay. Khôi phục sổ từ bản lưu hoặc từ git."),
    ("register-differs", "Dòng của sổ nói khác với văn bản đã phát hành. Khôi phục sổ từ bản lưu hoặc từ git."),
    ("register-event", "Sổ ghi một việc không thể có: số trùng, huỷ số chưa có, ghi thêm vào năm đã khoá."),
    ("series-mixed", "Trong một năm vừa đánh số chung, vừa đánh số riêng từng loại. Chỉ đổi cách đánh số từ đầu năm."),
    ("unfinished", "Một lần ghi sổ bị ngắt giữa chừng. Lệnh phát hành hoặc giữ số kế tiếp tự làm nốt hoặc trả lại số."),
    ("unknown-number", "Sổ không có số ấy, hoặc có nhiều số cùng tên: ghi rõ ký hiệu và năm."),
    ("year-closed", "Sổ của năm ấy đã khoá, không ghi thêm được."),
];
