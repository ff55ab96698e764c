// Lệnh: what is asked for in braces at the beginning of a line (`than_bai/lenh.rs`).

import { got, gotDau, khongDau } from './ky_tu.js';

const CAC_LENH = new Map([
  ['giua', 'giua'], ['phai', 'phai'], ['trai', 'trai'], ['sang trang', 'sang_trang'], ['khong ke', 'khong_ke'], ['tach hang', 'tach_hang'],
]);

/** How each alignment is typed. */
export const TEN_CANH = { giua: 'giữa', phai: 'phải', trai: 'trái' };

/** `{lenh: [...], sau, den}` with the length of the braces; undefined if they hold anything else. */
export function tachLenh(line) {
  if (line[0] !== '{') return undefined;
  const dong = line.indexOf('}');
  if (dong < 0) return undefined;
  const lenh = line.slice(1, dong).split(',').map(ten => CAC_LENH.get(khongDau(got(ten))));
  if (lenh.includes(undefined)) return undefined;
  return { lenh, sau: gotDau(line.slice(dong + 1)), dai: dong + 1 };
}
