//! Codes about the book of incoming papers.

#[rustfmt::skip]
pub static MA: &[(&str, &str)] = &[
    ("answer-void", "Văn bản đến ghi đã xong, trả lời bằng một văn bản mà văn bản ấy đã huỷ: thực ra chưa có trả lời. Ghi văn bản trả lời khác, hoặc giao lại."),
    ("answer-not-entered", "Văn bản đã phát hành ghi là trả lời một văn bản đến, mà sổ văn bản đến chưa ghi. Chạy lệnh đã nêu để ghi."),
    ("came-before", "Văn bản này đã vào sổ đến: cùng tác giả, số ký hiệu, ngày, hoặc đúng tệp ấy. Bản giấy đến sau bản điện tử thì không vào sổ lần nữa."),
    ("entry-refused", "Chưa vào sổ đến, vì có cảnh báo đã nêu. Đã xem và vẫn ghi thì thêm --chap-nhan-canh-bao."),
    ("secret-paper", "Văn bản có độ mật. Văn bản mật vào sổ riêng (sổ văn bản mật đến, --do-mat), và tệp của nó chỉ lưu trên máy không nối mạng."),
    ("symbol-without-number", "Cột số, ký hiệu chỉ có ký hiệu, không có số. Xem số ghi trên văn bản, có khi viết tay hoặc đóng dấu; văn bản đúng là không có số thì thêm --chap-nhan-canh-bao."),
    ("stamp-covers", "Trang đầu của tệp PDF không còn khoảng trống đủ cho dấu “Đến” ở chỗ mà Phụ lục IV nêu, nên dấu đè lên chữ hoặc hình. Xem bản có dấu; chọn chỗ khác bằng --cho-dau."),
    ("stamp-refused", "Không đóng dấu đến vào tệp được: không phải PDF, tệp hỏng, có mật khẩu, hoặc chữ ký số của nơi gửi không cho thêm gì. Đóng dấu trên giấy."),
];
