// Danh sách: the numbers of a list as words, since a body's numbers are typed.

import { laMa } from '../than/danh_so.js';

const chuCai = n => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);

const SO = {
  decimal: n => String(n), 1: n => String(n), 'decimal-leading-zero': n => String(n).padStart(2, '0'),
  'lower-alpha': chuCai, 'lower-latin': chuCai, a: chuCai,
  'upper-alpha': n => chuCai(n).toUpperCase(), 'upper-latin': n => chuCai(n).toUpperCase(), A: n => chuCai(n).toUpperCase(),
  'lower-roman': n => laMa(n).toLowerCase(), i: n => laMa(n).toLowerCase(),
  'upper-roman': laMa, I: laMa,
};

/** The mark of an item: `dem` counts in its list, `sau` is how deep it stands. */
export function dauMuc({ coSo, kieu, mau, dem, sau }) {
  if (!coSo || kieu === 'disc' || kieu === 'circle' || kieu === 'square') return sau > 1 ? '+' : '-';
  const so = (SO[kieu] ?? SO.decimal)(dem);
  if (mau && /^[^%]*%\d[^%]*$/.test(mau)) return mau.replace(/%\d/, so);
  return /alpha|latin|^a$/.test(kieu) ? `${so})` : `${so}.`;
}

/** The mark of a Word list, which it writes as words: a bullet becomes a dash, one below it a plus. */
export function dauWord(chu, cap) {
  const dau = chu.trim();
  if (dau === '') return '';
  const laChu = /^[\p{L}\p{N}]+([.)/][\p{L}\p{N}]*)*$/u.test(dau) && !/^[o§Øvq]$/.test(dau);
  const laNgoac = /^\([\p{L}\p{N}]+\)$/u.test(dau) || /^(Điều|Chương|Mục|Phần|Tiểu mục)\s/u.test(dau);
  return laChu || laNgoac ? dau : cap > 1 ? '+' : '-';
}
