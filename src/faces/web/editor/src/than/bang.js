// Bảng: the rows of a table as they were typed, and the cells that begin in each (`than_bai/bang/`).

import { got } from './ky_tu.js';

/** What stands between the bars: `[{chu, at}]`; `at` counts from the line's beginning. */
function cacManh(line) {
  let tu = line[0] === '|' ? 1 : 0;
  const dau = tu;
  const ra = [];
  for (let i = line.indexOf('|', tu); i >= 0; i = line.indexOf('|', i + 1)) {
    if (line[i - 1] === '\\' && i > dau) continue;
    ra.push({ chu: line.slice(tu, i), at: tu });
    tu = i + 1;
  }
  if (tu < line.length || tu === dau) ra.push({ chu: line.slice(tu), at: tu });
  return ra;
}

/** The cells of a line: `{chu, gopCot, at}`, with `\|` still in the words. */
export function cacO(line) {
  const ra = [];
  for (const { chu, at } of cacManh(line)) {
    const cuoi = ra.at(-1);
    if (cuoi && chu === '') cuoi.gopCot += 1;
    else ra.push({ chu: got(chu), gopCot: 1, at: at + Math.max(0, chu.indexOf(got(chu))) });
  }
  return ra;
}

/** Words of a cell, each letter with its place: a bar in the text stands behind a backslash. */
export function boVach(chu) {
  let text = '';
  const cho = [];
  for (let i = 0; i < chu.length; i += 1) {
    if (chu[i] === '\\' && chu[i + 1] === '|') i += 1;
    text += chu[i];
    cho.push(i);
  }
  return { text, cho };
}

export const soCot = cells => cells.reduce((n, o) => n + o.gopCot, 0);

/** The dashes of each column as they were drawn, if the line is the one under a table's head. */
export function dongGach(line, coVach) {
  if ((line[0] === '|') !== coVach || !(coVach || line.includes('|'))) return undefined;
  const cells = cacO(line);
  const ve = o => o.gopCot === 1 && /^:*-+:*$/.test(o.chu);
  return cells.every(ve) ? cells.map(o => o.chu) : undefined;
}

/** How a column stands by its dashes. */
export function canhCua(gach) {
  if (!gach.endsWith(':')) return 'trai';
  return gach.startsWith(':') ? 'giua' : 'phai';
}

/** The parts of a cell between `<br>`, however it is written: `[{text, at}]`. */
export function tachBr(text) {
  const ra = [];
  let tu = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const dong = text.indexOf('>', at);
    if (dong < 0) break;
    const ten = got(text.slice(at, dong).replace(/^<+/, '').replace(/\/+$/, ''));
    if (at < tu || ten.toLowerCase() !== 'br') continue;
    ra.push({ text: text.slice(tu, at), at: tu });
    tu = dong + 1;
  }
  ra.push({ text: text.slice(tu), at: tu });
  return ra;
}

/**
 * Rows as they were typed → the cells that begin in each, with their spans; `sai` where one can't be joined.
 * A cell: `{cot, gopCot, gopHang, chu, at, dong}`.
 */
export function ghep(rows, soHangDau) {
  let sai = false;
  let tren = [];
  const hang = rows.map((row, i) => {
    const dauPhan = i === 0 || i === soHangDau;
    const cells = [];
    const nay = [];
    let cot = 0;
    for (const o of row) {
      const joins = o.chu === '^^';
      const above = joins && !dauPhan ? tren[cot] : undefined;
      const vua = above && above.cot === cot && above.gopCot === o.gopCot;
      if (joins && !vua) sai = true;
      const cell = vua ? above : { ...o, cot, gopHang: 0 };
      cell.gopHang += 1;
      if (!vua) cells.push(cell);
      for (let k = 0; k < o.gopCot; k += 1) nay.push(cell);
      cot += o.gopCot;
    }
    tren = nay;
    return cells;
  });
  return { hang, sai };
}
