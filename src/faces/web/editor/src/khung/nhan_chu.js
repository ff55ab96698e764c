// The words of the toolbar and of its forms. A page may give its own for any of them (`labels`).

export const NHAN = {
  soan: 'Thân bài', thanhNut: 'Định dạng thân bài',
  hoanTac: 'Hoàn tác', lamLai: 'Làm lại',
  kieuDoan: 'Kiểu đoạn', doan: 'Đoạn văn', cap1: 'Đề mục I.', cap2: 'Đề mục 1.', cap3: 'Đề mục 1.1.', cap4: 'Đề mục a) hoặc 1.1.1.', cap5: 'Đề mục cấp 5',
  khac: '(nhiều kiểu)',
  dam: 'Đậm', nghieng: 'Nghiêng',
  khoan: '1. Khoản', diem: 'a) Điểm', gach: '- Gạch', cong: '+ Cộng', dieu: 'Điều', danhLaiSo: 'Đánh lại số',
  deu: 'Đều hai bên', trai: 'Trái', giua: 'Giữa', phai: 'Phải',
  chuThich: 'Chú thích', sangTrang: 'Sang trang', hinh: 'Hình, mã QR…', bang: 'Bảng…', dau: 'Dấu ☑…',
  oBang: 'Bảng đang chọn', hangTren: '+ Hàng trên', hangDuoi: '+ Hàng dưới', cotTrai: '+ Cột trái', cotPhai: '+ Cột phải',
  boHang: '− Hàng', boCot: '− Cột', boBang: '− Cả bảng', gopO: 'Gộp ô', tachO: 'Tách ô', hangDau: 'Hàng đầu', khongKe: 'Không kẻ', tachHang: 'Hàng đứt trang',
  cotTraiCanh: 'Cột trái', cotGiua: 'Cột giữa', cotPhaiCanh: 'Cột phải', rongHon: 'Cột rộng ra', hepHon: 'Cột hẹp lại',
  hoiTo: {
    hangTren: 'Thêm hàng trên', hangDuoi: 'Thêm hàng dưới', cotTrai: 'Thêm cột bên trái', cotPhai: 'Thêm cột bên phải', boHang: 'Xoá hàng', boCot: 'Xoá cột', boBang: 'Xoá cả bảng',
    hangDau: 'Làm hàng đầu bảng, in lại ở mỗi trang', khongKe: 'Bảng không kẻ đường', tachHang: 'Hàng dài được đứt sang trang sau',
    cotTraiCanh: 'Chữ trong cột canh trái', cotGiua: 'Chữ trong cột canh giữa', cotPhaiCanh: 'Chữ trong cột canh phải',
  },
  soHang: 'Số hàng', soCot: 'Số cột', chen: 'Chèn', sua: 'Sửa', thoi: 'Thôi',
  chonHinh: 'Chọn hình trong máy (PNG, JPG, SVG)', hoacTen: 'Hoặc tên hình đã có, hoặc qr:địa chỉ', chuaChon: 'Chưa chọn hình nào.',
  tenHinh: 'Tên tệp hình, hoặc qr:địa chỉ', moTa: 'Lời mô tả cho người không nhìn được', rong: 'Rộng (mm)', cao: 'Cao (mm)',
  phimTat: 'Alt+F10: tới thanh nút; Esc: về bài',
};
