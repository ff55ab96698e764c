// Bodies made at random of what clerks type, in any order.

import fc from 'fast-check';
import { luocDo } from '../src/luoc_do.js';

export const DONG = [
  '', '', '', '- ý một', '  - ý nhỏ', '+ cộng', 'a) điểm', 'b) điểm', '1. khoản', '2. Khoản hai', '1) x', '# Đầu', '## Hai', '### Ba',
  '#### 1.1.1. Bốn', 'Chương I', 'QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi', 'Điều 2. Quyết định này có hiệu lực.', '**Điều 3. Tên**',
  '**1. Thời gian:** chữ', '1. Mục đích', '2. Yêu cầu', 'QUYẾT ĐỊNH:', 'I. MỤC ĐÍCH', '| a | b |', '|--|--|', '|:-:|--:|', '| ^^ | c |',
  '| x ||', 'a | b', '---|---', 't\tu', 'v\tw', '{giữa} Giữa', '{phải}', '{không kẻ}', '{sang trang}', '{sang trang} # X', '{trái, giữa} y',
  '![a](b.png){rộng 20mm}', '[^a]: lời', '  tiếp theo', '    - ý', 'chữ[^a] nữa', '\\- trừ', 'f) lạ', '1/ lạ', '1.1. kép', '#xấu',
  'Chữ hoa đầu dòng và nối tiếp', 'chữ thường', 'a\\|b | c', 'Mục 2', 'Tiểu mục 1. x', 'Phần II', '* sao', '**đậm** và *nghiêng*',
  'Một câu dài hơn tám mươi chữ cái để dòng dưới được nối với dòng này cho đúng cách gõ tay.', '| {giữa} x<br>y | <BR/> |', '*lệch **dấu*',
  '10*1000 (*) \\*', '[^b]:', '{phải} - x', '\u00a0nbsp', 'đuôi  ', 'hai  cách', '`mã *x*`', '☐ ô ☑', '{giữa} \\- y', '| | |', '***cả hai***',
];

const dong = fc.tuple(fc.constantFrom('', '', '', '  ', '\t'), fc.constantFrom(...DONG)).map(([lui, line]) => lui + line);

export const thanBaiSinh = fc
  .tuple(fc.array(dong, { maxLength: 12 }), fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n'), fc.constantFrom('', '\n', '\n\n'))
  .map(([lines, noi, duoi]) => lines.join(noi) + duoi);

const { nodes, marks } = luocDo;
const CHU = ['a', 'Chữ', ' ', ' ', '  ', 'b c', '*', '**', '(*)', '\\', '[^a]', '[', ']', '(', ')', '“', '”', ':', '.', ',', '-', '1', '10*2', '|', '<br>', '`', '_', '\t',
  '\u00a0', '☐', '- ', '1. ', 'a) ', '# ', '| ', '{giữa} ', '![a](b)', '[^b]: ', 'Điều 1. ', 'Chương I', 'I. ', '^^', '\\- ', '😀', 'QUYẾT ĐỊNH:', '{sang trang}'];

const manh = fc.tuple(fc.constantFrom(...CHU), fc.boolean(), fc.boolean(), fc.boolean()).map(([chu, dam, nghieng, ghiChu]) => {
  if (ghiChu && chu === 'a') return nodes.dau_chu_thich.create({ ten: 'a' });
  return luocDo.text(chu, [dam && marks.dam.create(), nghieng && marks.nghieng.create()].filter(Boolean));
});
const dongChu = fc.array(manh, { maxLength: 7 });
const canh = fc.constantFrom(null, null, null, 'giua', 'phai');
const doan = fc.tuple(dongChu, canh, fc.boolean()).map(([con, c, chan]) => nodes.doan.create({ canh: c, chan }, con));
const doanTron = dongChu.map(con => nodes.doan.create(null, con));
const deMuc = fc.tuple(dongChu, fc.integer({ min: 1, max: 6 })).map(([con, cap]) => nodes.de_muc.create({ cap }, con));
const anh = canh.map(c => nodes.anh.create({ ten: 'qr:x', moTa: 'Mã', kichThuoc: 'rộng 25mm', canh: c }));
const o = fc.array(fc.oneof(doanTron, anh), { minLength: 1, maxLength: 2 });
const bang = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.array(fc.tuple(o, o, o), { minLength: 1, maxLength: 3 }), fc.boolean()).map(
  ([cot, dau, hang, khongKe]) => nodes.bang.create({ khongKe, cot: Array(cot).fill('---') }, hang.map((row, i) =>
    nodes.hang.create(null, row.slice(0, cot).map(con => (i < dau ? nodes.o_dau : nodes.o).create(null, con))))));
const chuThich = fc.array(doanTron, { minLength: 1, maxLength: 3 }).map(con => nodes.chu_thich.create({ ten: 'a' }, con));

/** Documents as someone may have written them in the editor. */
export const taiLieuSinh = fc
  .array(fc.oneof({ weight: 5, arbitrary: doan }, deMuc, anh, bang, chuThich, fc.constant(nodes.sang_trang.create())), { minLength: 1, maxLength: 6 })
  .map(con => nodes.doc.create(null, con));
