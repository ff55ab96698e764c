// Chữ: a line of rich text as pieces, each letter with its place in the line (`model/chu.rs`).

import { dauNhan } from './nhan.js';

const TRANG = /[ \n\r\t]+/g;

/** What a paragraph's words become on one line, and where each of its letters stood. */
function motDong(text) {
  if (!/[\n\r\t]|  |^ | $/.test(text)) return { line: text, cho: null };
  let line = '';
  const cho = [];
  for (let i = 0; i < text.length; i += 1) {
    const trang = ' \n\r\t'.includes(text[i]);
    if (trang && (line === '' || line.endsWith(' '))) continue;
    line += trang ? ' ' : text[i];
    cho.push(i);
  }
  if (line.endsWith(' ')) {
    line = line.slice(0, -1);
    cho.pop();
  }
  return { line, cho };
}

/** `[^ten]` at a place of a text. */
function dauChuThich(line, at) {
  if (!line.startsWith('[^', at)) return undefined;
  const found = /^[\p{Alphabetic}\p{N}_-]+(?=\])/u.exec(line.slice(at + 2, at + 400));
  return found?.[0];
}

/**
 * The pieces of a text: `{chu, dam, nghieng, cho}` with the place of each letter, or `{ten, cho: [place]}` for the
 * mark of a note.
 */
export function docChu(text) {
  const { line, cho } = motDong(text);
  const tai = at => (cho ? cho[at] ?? text.length : at);
  const ra = [];
  let dam = 0;
  let nghieng = 0;
  let tu = 0;
  for (const mark of [...dauNhan(line), null]) {
    manhChu(line, tu, mark ? mark.at : line.length, dam > 0, nghieng > 0, tai, ra);
    if (!mark) break;
    const them = mark.mo ? 1 : -1;
    if (mark.dam) dam = Math.max(0, dam + them);
    else nghieng = Math.max(0, nghieng + them);
    tu = mark.at + (mark.dam ? 2 : 1);
  }
  return ra;
}

function manhChu(line, tu, den, dam, nghieng, tai, ra) {
  let chu = '';
  let cho = [];
  const day = () => {
    if (chu) ra.push({ chu, dam, nghieng, cho });
    chu = '';
    cho = [];
  };
  for (let at = tu; at < den; ) {
    const ten = line[at] === '[' ? dauChuThich(line, at) : undefined;
    if (ten !== undefined && at + ten.length + 3 <= den) {
      day();
      ra.push({ ten, cho: [tai(at)] });
      at += ten.length + 3;
      continue;
    }
    const chan = line[at] === '\\' && at + 1 < den && '*[\\'.includes(line[at + 1]);
    chu += line[chan ? at + 1 : at];
    cho.push(tai(at));
    at += chan ? 2 : 1;
  }
  day();
}

/** The same pieces joined where they look alike. */
export function gopChu(phan) {
  const ra = [];
  for (const p of phan) {
    const cuoi = ra.at(-1);
    const giong = cuoi?.chu !== undefined && p.chu !== undefined && cuoi.dam === p.dam && cuoi.nghieng === p.nghieng;
    if (giong) ra[ra.length - 1] = { ...cuoi, chu: cuoi.chu + p.chu, cho: [...(cuoi.cho ?? []), ...(p.cho ?? [])] };
    else ra.push(p);
  }
  return ra;
}

/** The words alone. */
export const chuTron = text => docChu(text).map(p => p.chu ?? '').join('');

/** One blank where there are several. */
export const gonTrang = text => text.replace(TRANG, ' ');
