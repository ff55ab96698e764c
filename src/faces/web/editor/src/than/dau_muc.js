// Dấu: the mark at the beginning of a line: khoản, điểm, dash, plus (`than_bai/dau_muc.rs`).

import { got } from './ky_tu.js';
import { diem, soCuaDiem } from './danh_so.js';

const GACH = new Set(['-', '–', '—', '*', '•']);

/** The mark that a line begins with: `{loai, so, in, sau}`; `in` is what is printed, `sau` what follows. */
export function tachDau(line) {
  const cat = line.search(/[ \t]/);
  if (cat < 0) return undefined;
  const sau = got(line.slice(cat + 1));
  const dau = sau === '' ? undefined : dauCua(line.slice(0, cat));
  return dau && { ...dau, sau };
}

function dauCua(word) {
  if (GACH.has(word)) return { loai: 'gach', so: undefined, in: '-' };
  if (word === '+') return { loai: 'cong', so: undefined, in: '+' };
  const than = word.slice(0, -1);
  const so = /^[0-9]{1,3}$/.test(than) && Number(than) > 0 ? Number(than) : undefined;
  if (word.endsWith('.')) return so === undefined ? undefined : { loai: 'khoan', so, in: `${so}.` };
  if (!word.endsWith(')')) return undefined;
  if (so !== undefined) return { loai: 'khoan_ngoac', so, in: `${so})` };
  const chu = soCuaDiem(than);
  return chu === undefined ? undefined : { loai: 'diem', so: chu, in: `${diem(chu)})` };
}
