// Hình: `![mô tả](tệp.png){rộng 120mm}` (`than_bai/anh.rs`).

import { got, khongDau } from './ky_tu.js';

/** `{moTa, ten, kichThuoc}`; undefined if the line is no picture. */
export function tachAnh(line) {
  if (!line.startsWith('![')) return undefined;
  const giua = line.indexOf('](', 2);
  const dong = line.lastIndexOf(')');
  if (giua < 0 || dong < giua + 2) return undefined;
  const sau = got(line.slice(dong + 1));
  if (sau !== '' && !(sau.length > 1 && sau.startsWith('{') && sau.endsWith('}'))) return undefined;
  return { moTa: got(line.slice(2, giua)), ten: got(line.slice(giua + 2, dong)), kichThuoc: sau.slice(1, -1) };
}

/** A width or a height in mm: `{rong, mm}`. */
export function doDai(part) {
  const found = /^([^= ]*)[= ](.*)$/.exec(khongDau(part));
  if (!found) return undefined;
  const ten = got(found[1]);
  const so = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(cm|mm)?$/.exec(got(found[2]).replace(',', '.'));
  if (!so || !['rong', 'width', 'cao', 'height'].includes(ten)) return undefined;
  const mm = Number(so[1]) * (so[2] === 'cm' ? 10 : 1);
  return mm >= 1 && mm <= 400 ? { rong: ten === 'rong' || ten === 'width', mm } : undefined;
}

const cacPhan = kichThuoc => kichThuoc.split(',').map(got).filter(part => part !== '');

export const laKichThuoc = kichThuoc => cacPhan(kichThuoc).every(doDai);

/** `{rong, cao}` in mm where they are asked for. */
export function docKichThuoc(kichThuoc) {
  const ra = {};
  for (const d of cacPhan(kichThuoc).map(doDai)) if (d) ra[d.rong ? 'rong' : 'cao'] = d.mm;
  return ra;
}
