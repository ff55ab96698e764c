// Nhấn: where bold and italic begin and end in a line. The same answers as pulldown-cmark gives to `model/chu.rs`:
// CommonMark's emphasis, with code, tags and links holding their stars for themselves.

import { kyTuSau, kyTuTruoc, laChuSo, laSo, laTrang } from './ky_tu.js';

const DONG = new Set([':', '.', ',', ';', '!', '?', ')', ']', '”', '’', '"', '%', '…']);
const MO = new Set(['(', '[', '“', '‘', '"']);
const CHAM_CAU = /^[\p{P}\p{S}]$/u;
const CHAM_CAU_ASCII = /^[!-/:-@[-`{-~]$/;

const laChamCau = c => CHAM_CAU_ASCII.test(c) || CHAM_CAU.test(c);

/** The line as the library is to read it, letter by letter as long (`model/dau_sao.rs`). */
export function bong(line) {
  const out = line.split('');
  const thay = (tu, den) => out.fill('x', tu, den);
  for (let at = line.indexOf('*'); at >= 0; ) {
    let den = at;
    while (line[den] === '*') den += 1;
    const truoc = kyTuTruoc(line, at);
    const sau = kyTuSau(line, den);
    if (laSao(truoc, sau, den - at)) {
      thay(at, den);
    } else if (den - at >= 2) {
      if (DONG.has(truoc) && laChuSo(sau)) thay(at - 1, at);
      if (MO.has(sau) && laChuSo(truoc)) thay(den, den + 1);
    }
    at = line.indexOf('*', den);
  }
  return out.join('');
}

/** Whether a run of stars is no mark: one between letters or digits, two between digits, alone in brackets. */
function laSao(truoc, sau, dai) {
  if (truoc === undefined || sau === undefined) return false;
  const so = laSo(truoc) && laSo(sau);
  const chu = laChuSo(truoc) && laChuSo(sau);
  const rieng = (truoc === '(' && sau === ')') || (truoc === '[' && sau === ']');
  return (dai === 1 && chu) || (dai === 2 && so) || rieng;
}

/** The marks of a line: `[{at, dam, mo}]` in order. */
export function dauNhan(line) {
  if (!line.includes('*')) return [];
  // As in Rust: a bracket before the line, so that nothing at its beginning is a block of its own.
  const text = '(' + bong(line);
  const marks = [];
  xuLy(cacManh(text), marks, text);
  const that = marks.filter(m => text[m.at] === '*').map(m => ({ ...m, at: m.at - 1 }));
  return that.sort((a, b) => a.at - b.at);
}

/** The delimiters of a line in order; a link holds its own in a list. */
function cacManh(text) {
  const goc = [];
  const ngoac = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === '\\' && text[at + 1] !== undefined && CHAM_CAU_ASCII.test(text[at + 1])) {
      at = text[at + 1] === '`' ? sauMa(text, at + 1, true) : at + 2;
    } else if (c === '`') {
      at = sauMa(text, at, false);
    } else if (c === '<') {
      at = sauTuDong(text, at + 1) ?? sauThe(text, at) ?? at + 1;
    } else if (c === '*' || c === '_') {
      let den = at;
      while (text[den] === c) den += 1;
      goc.push(moDong(text, at, den, c));
      at = den;
    } else if (c === '!' && text[at + 1] === '[') {
      ngoac.push({ hinh: true, tai: goc.length });
      at += 2;
    } else if (c === '[') {
      ngoac.push({ hinh: false, tai: goc.length });
      at += 1;
    } else if (c === ']') {
      at = dongNgoac(text, at, goc, ngoac);
    } else {
      at += 1;
    }
  }
  return goc;
}

function dongNgoac(text, at, goc, ngoac) {
  const mo = ngoac.pop();
  if (!mo || mo.tat) return at + 1;
  const den = sauLienKet(text, at + 1);
  if (den === undefined) return at + 1;
  const trong = goc.splice(mo.tai);
  goc.push({ trong });
  // No link stands in a link.
  if (!mo.hinh) ngoac.forEach(n => { if (!n.hinh) n.tat = true; });
  return den;
}

/** Whether a run may open and close, as CommonMark has it; the bracket before the line makes `at` > 0. */
function moDong(text, at, den, c) {
  const truoc = kyTuTruoc(text, at);
  const sau = kyTuSau(text, den);
  const choMo = () => {
    if (sau === undefined || laTrang(sau)) return false;
    if (c === '*' && !laChamCau(sau)) return true;
    return laTrang(truoc) || laChamCau(truoc);
  };
  const choDong = () => {
    if (laTrang(truoc)) return false;
    if (sau === undefined) return true;
    if (c === '*' && !laChamCau(truoc)) return true;
    return laTrang(sau) || laChamCau(sau);
  };
  return { at, c, dai: den - at, mo: choMo(), dong: choDong() };
}

/** Behind a code span, or behind the ticks that begin none. */
function sauMa(text, at, chan) {
  let den = at;
  while (text[den] === '`') den += 1;
  const can = den - at - (chan ? 1 : 0);
  if (can === 0) return den;
  for (let i = text.indexOf('`', den); i >= 0; ) {
    let j = i;
    while (text[j] === '`') j += 1;
    // A closing run may stand behind a backslash: code knows no escapes.
    if (j - i === can) return j;
    i = text.indexOf('`', j);
  }
  return den;
}

function sauTuDong(text, at) {
  const rest = text.slice(at);
  const found = /^[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\u0000-\u0020<>]*>/.exec(rest)
    ?? /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/.exec(rest);
  return found ? at + found[0].length : undefined;
}

const THUOC_TINH = '(?:[ \\t]+[A-Za-z_:][A-Za-z0-9_.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t\\r\\n"\'=<>`]+|\'[^\']*\'|"[^"]*"))?)*';
const CAC_THE = [
  new RegExp(`^<[A-Za-z][A-Za-z0-9-]*${THUOC_TINH}[ \\t]*/?>`),
  /^<\/[A-Za-z][A-Za-z0-9-]*[ \t]*>/,
  /^<!-->|^<!--->|^<!--[^]*?-->/,
  /^<\?[^]*?\?>/,
  /^<!\[CDATA\[[^]*?\]\]>/,
  /^<![A-Za-z][^>]*>/,
];

function sauThe(text, at) {
  const rest = text.slice(at);
  for (const the of CAC_THE) {
    const found = the.exec(rest);
    if (found) return at + found[0].length;
  }
  return undefined;
}

/** Behind `(…)`, the end of an inline link. */
function sauLienKet(text, at) {
  if (text[at] !== '(') return undefined;
  const cach = i => { while (text[i] === ' ' || text[i] === '\t') i += 1; return i; };
  let i = sauDich(text, cach(at + 1));
  if (i === undefined) return undefined;
  i = cach(i);
  i = cach(sauTieuDe(text, i));
  return text[i] === ')' ? i + 1 : undefined;
}

function sauDich(text, at) {
  let i = at;
  if (text[i] === '<') {
    for (i += 1; i < text.length; i += 1) {
      if (text[i] === '<') return undefined;
      if (text[i] === '>') return i + 1;
      if (text[i] === '\\' && CHAM_CAU_ASCII.test(text[i + 1] ?? '')) i += 1;
    }
    return undefined;
  }
  let sau = 0;
  for (; i < text.length && text.charCodeAt(i) > 0x20; i += 1) {
    if (text[i] === '(') {
      if (sau > 32) return undefined;
      sau += 1;
    } else if (text[i] === ')') {
      if (sau === 0) break;
      sau -= 1;
    } else if (text[i] === '\\' && CHAM_CAU_ASCII.test(text[i + 1] ?? '')) {
      i += 1;
    }
  }
  return sau === 0 ? i : undefined;
}

function sauTieuDe(text, at) {
  const mo = text[at];
  if (mo !== '"' && mo !== "'" && mo !== '(') return at;
  const dong = mo === '(' ? ')' : mo;
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === dong) return i + 1;
    if (text[i] === mo) return at;
    if (text[i] === '\\' && CHAM_CAU_ASCII.test(text[i + 1] ?? '')) i += 1;
  }
  return at;
}

/** Pairs the delimiters of one level; what a link holds is a level of its own. */
function xuLy(manh, marks, text) {
  const chong = [];
  const nen = new Map();
  for (const m of manh) {
    if (m.trong) {
      xuLy(m.trong, marks, text);
      continue;
    }
    let con = m.dai;
    let tu = m.at;
    const haiChieu = m.mo && m.dong;
    const khoa = `${m.c}${m.dai % 3}${haiChieu}`;
    while (m.dong && con > 0) {
      const i = timMo(chong, m, haiChieu, nen.get(khoa) ?? 0);
      if (i < 0) {
        nen.set(khoa, chong.length);
        break;
      }
      const mo = chong[i];
      chong.length = i;
      for (const [k, v] of nen) if (v > i) nen.set(k, i);
      const hop = Math.min(con, mo.con);
      capDoi(marks, mo.at + mo.con, tu, hop);
      mo.con -= hop;
      tu += hop;
      con -= hop;
      if (mo.con > 0) chong.push(mo);
    }
    if (con > 0 && m.mo) chong.push({ at: tu, con, dai: m.dai, c: m.c, haiChieu });
  }
}

function timMo(chong, m, haiChieu, nen) {
  for (let i = chong.length - 1; i >= Math.min(nen, chong.length); i -= 1) {
    const el = chong[i];
    const vua = (!haiChieu && !el.haiChieu) || (m.dai + el.dai) % 3 !== 0 || m.dai % 3 === 0;
    if (el.c === m.c && vua) return i;
  }
  return -1;
}

/** Marks from the inside out: pairs of two, and one for what is left. */
function capDoi(marks, moDen, dongTu, hop) {
  let mo = moDen;
  let dong = dongTu;
  for (let con = hop; con > 0; ) {
    const hai = con > 1;
    const buoc = hai ? 2 : 1;
    mo -= buoc;
    marks.push({ at: mo, dam: hai, mo: true }, { at: dong, dam: hai, mo: false });
    dong += buoc;
    con -= buoc;
  }
}
