// Cấu trúc: the parts of a regulation (`than_bai/de_muc.rs`).

import { got, gotDau, laThuong } from './ky_tu.js';

export const CAC_PHAN = ['Phần', 'Chương', 'Mục', 'Tiểu mục', 'Điều'];

export const laLaMa = ten => ten === 'Phần' || ten === 'Chương';
export const demLai = ten =>
  ({ Phần: ['Mục', 'Tiểu mục'], Chương: ['Mục', 'Tiểu mục'], Mục: ['Tiểu mục'] })[ten] ?? [];

/** The part that a text begins with: `{ten, so, tieuDe}`; undefined where a word only begins alike (`Mục đích`). */
export function tachCauTruc(text) {
  // A part of several articles may be pasted in capitals.
  const ten = CAC_PHAN.find(t => text.startsWith(t) || (t !== 'Điều' && text.startsWith(t.toUpperCase())));
  if (!ten) return undefined;
  const sau = text.slice(ten.length);
  if (sau[0] === ':' || sau[0] === '.') return { ten, so: undefined, tieuDe: got(sau.slice(1)) };
  if (sau[0] !== ' ' && sau[0] !== '\u00a0') return undefined;
  const rest = gotDau(sau);
  const thu = ten === 'Phần' ? thuBangChu(rest) : undefined;
  if (thu) return { ten, so: thu, tieuDe: boDau(rest.slice(thu.length)) };
  const cat = rest.search(/[ :.\u00a0]/);
  const so = cat < 0 ? rest : rest.slice(0, cat);
  const tieuDe = boDau(cat < 0 ? '' : rest.slice(cat));
  return so !== '' && laSoCua(ten, so) ? { ten, so, tieuDe } : undefined;
}

function laSoCua(ten, so) {
  if (laLaMa(ten)) return /^[IVXLC]+$/.test(so);
  const chu = [...so];
  let den = chu.length;
  if (ten === 'Điều') while (den > 0 && laThuong(chu[den - 1])) den -= 1;
  return chu.length - den <= 1 && /^[0-9]+$/.test(chu.slice(0, den).join(''));
}

const boDau = title => got(title.replace(/^[:. \u00a0\-–]+/, ''));

const THU_TU = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** `thứ nhất` at the beginning of a text. */
function thuBangChu(text) {
  const so = /^[^:.\n \u00a0]* [^:.\n \u00a0]*/.exec(text)?.[0];
  return so !== undefined && soTuChu(so) !== undefined ? so : undefined;
}

/** `thứ nhất` → 1. */
export function soTuChu(so) {
  const chu = so.toLowerCase();
  const at = chu.startsWith('thứ') ? THU_TU.indexOf(got(chu.slice(3))) : -1;
  return at < 0 ? undefined : at + 1;
}
