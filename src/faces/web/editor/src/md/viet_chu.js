// Rich text → a line of light Markdown. What is written is read back, so the marks say what was meant; where the
// language can't say it, the nearest that it can.

import { docChu } from '../than/chu.js';
import { laChuSo, laTrang } from '../than/ky_tu.js';

const DAU = /^\[\^[\p{Alphabetic}\p{N}_-]+\]/u;

/** Letters with their marks from the content of a paragraph: `{c, dam, nghieng}`, or `{ten}` of a note's mark. */
function cacChu(node) {
  const ra = [];
  node.forEach(con => {
    if (con.isText) {
      const dam = con.marks.some(m => m.type.name === 'dam');
      const nghieng = con.marks.some(m => m.type.name === 'nghieng');
      for (const c of con.text.replace(/[\n\r\t]/g, ' ')) ra.push({ c, dam, nghieng });
    } else {
      ra.push({ ten: con.attrs.ten, dam: false, nghieng: false });
    }
  });
  return ra;
}

const rong = chu => chu.ten !== undefined || laTrang(chu.c);

/** One blank where there are several, none at the ends; what shows no emphasis has that of both its neighbours. */
function chuanHoa(tho) {
  const ra = tho.filter((chu, i) => chu.c !== ' ' || (i > 0 && tho[i - 1].c !== ' '));
  while (ra.length && laTrang(ra.at(-1).c)) ra.pop();
  let dau = 0;
  while (dau < ra.length && laTrang(ra[dau].c)) dau += 1;
  ra.splice(0, dau);
  for (const nhan of ['dam', 'nghieng']) {
    let truoc = false;
    for (let i = 0; i < ra.length; ) {
      if (!rong(ra[i])) {
        truoc = ra[i][nhan];
        i += 1;
        continue;
      }
      let den = i;
      while (den < ra.length && rong(ra[den])) den += 1;
      const ca = truoc && den < ra.length && ra[den][nhan];
      for (; i < den; i += 1) ra[i] = { ...ra[i], [nhan]: ca };
    }
  }
  return ra;
}

/** A line that reads back as these letters, if the language has one. */
function thu(chu, nhanNgoai, thoatSao) {
  const manh = [];
  let mo = [];
  const dong = ten => manh.push({ s: ten === 'dam' ? '**' : '*' });
  chu.forEach((c, i) => {
    const can = ['dam', 'nghieng'].filter(nhan => c[nhan]);
    const giu = mo.findIndex(nhan => !can.includes(nhan));
    const bo = giu < 0 ? [] : mo.splice(giu);
    bo.reverse().forEach(dong);
    const moi = can.filter(nhan => !mo.includes(nhan));
    moi.sort((a, b) => dai(chu, i, b) - dai(chu, i, a) || (a === nhanNgoai ? -1 : 1));
    if (nhanNgoai === 'nghieng') moi.sort(a => (a === 'nghieng' ? -1 : 1));
    moi.forEach(dong);
    mo = [...mo, ...moi];
    manh.push(c.ten === undefined ? { s: c.c, chu: true, i } : { s: `[^${c.ten}]` });
  });
  [...mo].reverse().forEach(dong);
  return manh.map((m, k) => (m.chu ? thoat(m, manh[k + 1], chu, thoatSao) : m.s)).join('');
}

function dai(chu, tu, nhan) {
  let den = tu;
  while (den < chu.length && chu[den][nhan]) den += 1;
  return den - tu;
}

function thoat({ s, i }, sau, chu, thoatSao) {
  if (s === '\\') return sau && '*[\\'.includes(sau.s[0]) ? '\\\\' : s;
  // A star and a blank at the beginning are the mark of an item.
  if (s === '*' && thoatSao && !(i === 0 && chu[1]?.c === ' ')) return '\\*';
  if (s === '[' && chu[i + 1]?.c === '^') {
    const rest = chu.slice(i, i + 200).map(c => c.c ?? '\n').join('');
    return DAU.test(rest) ? '\\[' : s;
  }
  return s;
}

/** Whether a line reads back as these letters; what stands in a row of blanks and marks shows no emphasis. */
function dung(line, chu) {
  const doc = chuanHoa(docChu(line).flatMap(p => (p.ten !== undefined
    ? [{ ten: p.ten, dam: false, nghieng: false }]
    : [...p.chu].map(c => ({ c, dam: p.dam, nghieng: p.nghieng })))));
  const giong = (a, b) => a.c === b.c && a.ten === b.ten && a.dam === b.dam && a.nghieng === b.nghieng;
  return doc.length === chu.length && doc.every((c, i) => giong(c, chu[i]));
}

const CACH = [['dam', false], ['dam', true], ['nghieng', false], ['nghieng', true]];

function vietDung(chu) {
  for (const [ngoai, sao] of CACH) {
    const line = thu(chu, ngoai, sao);
    if (dung(line, chu)) return line;
  }
  return undefined;
}

/** The nearest that can be written: a slanted piece of a word grows to the word, a sign at the edge loses its mark. */
function ganNhat(chu) {
  const ra = chu.map(c => ({ ...c }));
  for (const nhan of ['dam', 'nghieng']) {
    for (let i = 1; i < ra.length; i += 1) {
      const [a, b] = [ra[i - 1], ra[i]];
      if (a[nhan] === b[nhan] || rong(a) || rong(b)) continue;
      const trong = a[nhan] ? i - 1 : i;
      if (!laChuSo(ra[trong].c)) {
        const buoc = a[nhan] ? -1 : 1;
        for (let k = trong; ra[k]?.[nhan] && !laChuSo(ra[k].c); k += buoc) ra[k][nhan] = false;
      } else if (laChuSo(a.c) && laChuSo(b.c)) {
        for (let k = i; k < ra.length && laChuSo(ra[k].c); k += 1) ra[k][nhan] = true;
        for (let k = i - 1; k >= 0 && laChuSo(ra[k].c); k -= 1) ra[k][nhan] = true;
      }
    }
  }
  return chuanHoa(ra);
}

const nho = new WeakMap();

/** The line of a paragraph: `{line, mat}`; `mat` says that some emphasis could not be written. */
export function vietChu(node) {
  const co = nho.get(node);
  if (co) return co;
  const ra = viet(chuanHoa(cacChu(node)));
  const gon = { ...ra, line: ra.line.normalize('NFC') };
  nho.set(node, gon);
  return gon;
}

function viet(chu) {
  const line = vietDung(chu);
  if (line !== undefined) return { line, mat: false };
  const bo = (...nhan) => chuanHoa(chu.map(c => ({ ...c, ...Object.fromEntries(nhan.map(n => [n, false])) })));
  for (const kem of [ganNhat(chu), ganNhat(bo('nghieng')), bo('nghieng'), bo('dam', 'nghieng')]) {
    const thay = vietDung(kem);
    if (thay !== undefined) return { line: thay, mat: true };
  }
  return { line: thu(bo('dam', 'nghieng'), 'dam', true), mat: true };
}
