// Numbers of heads and items: `I.`, `1.`, `1.1.`, `a)`; Chương I, Điều 1 (`than_bai/danh_so.rs`).

import { CAC_PHAN, demLai, laLaMa } from './cau_truc.js';

const CHU_CAI = 'abcdđeghiklmnopqrstuvxy';
const BAC = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

export function laMa(so) {
  if (so === 0 || so >= 4000) return String(so);
  let con = so;
  let ra = '';
  for (const [giaTri, chu] of BAC) {
    for (; con >= giaTri; con -= giaTri) ra += chu;
  }
  return ra;
}

/** `1` → `a`, `5` → `đ`; after `y` comes `aa`. */
export const diem = so => CHU_CAI[(so - 1) % CHU_CAI.length].repeat(Math.floor((so - 1) / CHU_CAI.length) + 1);

/** `đ` → 5; undefined for what is no letter of a điểm. */
export function soCuaDiem(chu) {
  const at = chu ? CHU_CAI.indexOf(chu[0]) : -1;
  if (at < 0) return undefined;
  const so = at + 1 + CHU_CAI.length * ([...chu].length - 1);
  return diem(so) === chu ? so : undefined;
}

/** Counts heads of each level. */
export class DanhSo {
  dem = [];
  cham = [];
  phan = Object.fromEntries(CAC_PHAN.map(ten => [ten, 0]));

  banSao() {
    const ra = new DanhSo();
    ra.dem = [...this.dem];
    ra.cham = [...this.cham];
    ra.phan = { ...this.phan };
    return ra;
  }

  /** The number of the next head at `cap`; `cham` says whether one of the fourth level or below has dots. */
  keTiep(capGo, cham) {
    const cap = Math.max(1, capGo);
    this.dem.length = Math.min(this.dem.length, cap);
    this.cham.length = Math.min(this.cham.length, cap);
    while (this.dem.length < cap) this.dem.push(0);
    while (this.cham.length < cap) this.cham.push(false);
    if (cham !== undefined) this.cham[cap - 1] = cham;
    this.dem[cap - 1] += 1;
    const so = this.dem[cap - 1];
    if (cap === 1) return `${laMa(so)}.`;
    if (cap === 2) return `${so}.`;
    if (cap >= 4 && !this.cham[cap - 1]) return `${diem(so)})`;
    return this.dem.slice(1).map(n => `${Math.max(1, n)}.`).join('');
  }

  phanKeTiep(ten) {
    this.phan[ten] += 1;
    for (const duoi of demLai(ten)) this.phan[duoi] = 0;
    this.dem = [];
    this.cham = [];
    return laLaMa(ten) ? laMa(this.phan[ten]) : String(this.phan[ten]);
  }
}
