// Dòng gõ: the lines of a body, and which of them go on with the line before (`than_bai/dong_go.rs`).

import { got, gotDau, laHoa, laSo, soKyTu } from './ky_tu.js';
import { tachDau } from './dau_muc.js';

const NGAT_TAY = 140;
const BYTE = new TextEncoder();

/** `[^tên]: …` */
export function moChuThich(line) {
  if (!line.startsWith('[^')) return undefined;
  const cat = line.indexOf(']:', 2);
  const ten = line.slice(2, cat);
  if (cat < 0 || ten === '' || /[\] ]/.test(ten)) return undefined;
  return { ten, text: got(line.slice(cat + 2)) };
}

/** All lines: `{chu, lui, so, noi, tu, den, dau}`: words, indent, number, joined to the one above, its span in the
 * text without the line's end, and where the words begin. */
export function cacDong(text) {
  const lines = [];
  for (let tu = 0; tu < text.length; ) {
    const xuong = text.indexOf('\n', tu);
    const het = xuong < 0 ? text.length : xuong;
    const den = xuong >= 0 && text[het - 1] === '\r' && het > tu ? het - 1 : het;
    lines.push(dongGo(text.slice(tu, den), lines.length, tu));
    tu = het + 1;
  }
  let dau = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    if (i === lines.length || lines[i].chu === '') {
      noiDong(lines.slice(dau, i));
      dau = i + 1;
    }
  }
  return lines;
}

function dongGo(tho, so, tu) {
  const trang = tho.length - gotDau(tho).length;
  const dau = tho.slice(0, trang);
  const lui = BYTE.encode(dau).length + 3 * (dau.split('\t').length - 1);
  const chu = got(tho);
  return { chu, lui, so, noi: true, tu, den: tu + tho.length, dau: tu + (chu === '' ? 0 : trang), dai: soKyTu(chu) };
}

/** Whether it is text and nothing that a mark at its beginning makes of it. */
export const laChu = line =>
  line.chu !== '' && line.chu[0] !== '#' && line.chu[0] !== '|' && !moChuThich(line.chu) && !tachDau(line.chu);

/** It begins as a paragraph does. */
export function moCau(line) {
  const bare = line.chu.replace(/^[“"(*]+/, '');
  const c = bare === '' ? undefined : String.fromCodePoint(bare.codePointAt(0));
  return laHoa(c) || laSo(c);
}

function noiDong(lines) {
  const longest = lines.reduce((max, line) => Math.max(max, line.lui + line.dai), 0);
  let open = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const above = lines[i - 1];
    const line = lines[i];
    if (!laChu(above) && above.lui < line.lui) open = above.lui;
    const used = above.lui + above.dai + 1 + soKyTu(line.chu.split(' ', 1)[0]);
    const hangs = line.lui > above.lui || (line.lui > open && line.lui === above.lui && open > 0);
    line.noi = hangs || (used > longest && longest <= NGAT_TAY) || !moCau(line);
  }
}
