// Document → Markdown. Blocks that nobody touched go back byte for byte; of the others the normal form. The whole is
// read again: where two lines would run together, or a neighbour would change what a line means, they are set apart.

import { chuan, hinhDang, laMuc } from './chuan.js';
import { cacManh } from './manh.js';

/**
 * `{text, khoi}`: the text, and for each block of the document that has something in it `{i, pos, node, lai, tu, den,
 * cho, paper, phan}`, `lai` as it is read back. `lech` are the blocks that the language can't say as they stand: `{tu, den, nodes}`, what they will be.
 */
export function raMd(doc, cach) {
  const khoi = [];
  doc.forEach((node, offset, i) => {
    const form = chuan(node);
    if (form !== '') khoi.push({ i, node, form, pos: offset });
  });
  const chat = new Set();
  for (let rong = 1; ; rong *= 2) {
    const text = ghepLai(khoi, chat, doc.attrs);
    const manh = cacManh(text, cach);
    const sai = choSai(khoi, manh);
    if (!sai || chat.size === khoi.length) return ketQua(text, khoi, manh, sai);
    for (let k = sai.tu - rong; k < sai.denKhoi + rong; k += 1) if (k >= 0 && k < khoi.length) chat.add(k);
    if (rong > 16) khoi.forEach((_, k) => chat.add(k));
  }
}

const conNguyen = k => k.node.attrs.goc && k.node.attrs.goc.chuan === k.form;

function ghepLai(khoi, chat, { duoi, xuong }) {
  let text = '';
  khoi.forEach((k, n) => {
    const src = conNguyen(k) && !chat.has(n) ? k.node.attrs.goc.src : k.form.replaceAll('\n', xuong);
    text += khoangTruoc(khoi, n, chat, xuong) + src;
  });
  return text + duoi;
}

/** What stands between a block and the one before it. */
function khoangTruoc(khoi, n, chat, xuong) {
  const goc = khoi[n].node.attrs.goc;
  const truoc = khoi[n - 1];
  if (!truoc) return goc?.so === 0 && !chat.has(0) ? goc.truoc : '';
  const ke = truoc.node.attrs.goc;
  if (chat.has(n) || chat.has(n - 1)) return xuong + xuong;
  if (goc && ke && goc.lan === ke.lan && goc.so === ke.so + 1) return goc.truoc;
  return laMuc(khoi[n].node) && laMuc(truoc.node) ? xuong : xuong + xuong;
}

/** Where what is read differs from what was meant: the blocks and what they would be. */
function choSai(khoi, manh) {
  const giong = (k, m) => k.form === chuan(m.node) && hinhDang(k.node) === hinhDang(m.node);
  let tu = 0;
  while (tu < khoi.length && tu < manh.length && giong(khoi[tu], manh[tu])) tu += 1;
  if (tu === khoi.length && tu === manh.length) return undefined;
  let den = 0;
  while (den < khoi.length - tu && den < manh.length - tu && giong(khoi.at(-1 - den), manh.at(-1 - den))) den += 1;
  return { tu, denKhoi: khoi.length - den, denManh: manh.length - den };
}

function ketQua(text, khoi, manh, sai) {
  const ra = [];
  const lay = (k, m) => ra.push({ i: k.i, pos: k.pos, node: k.node, lai: m.node, tu: m.tu, den: m.den, cho: m.cho, paper: m.khoi, phan: m.phan });
  khoi.forEach((k, n) => {
    if (!sai || n < sai.tu) lay(k, manh[n]);
    else if (n >= sai.denKhoi) lay(k, manh[n - sai.denKhoi + sai.denManh]);
  });
  const lech = sai && {
    tu: khoi[sai.tu]?.i ?? 0,
    den: (khoi[sai.denKhoi - 1]?.i ?? -1) + 1,
    nodes: manh.slice(sai.tu, sai.denManh).map(m => m.node),
  };
  return { text, khoi: ra, lech };
}

/** The text of a document. */
export const vietMd = (doc, cach) => raMd(doc, cach).text;
