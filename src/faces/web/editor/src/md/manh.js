// Mảnh: a text cut into the blocks of the editor, each with its span in the text and the place of each letter.

import { docChu } from '../than/chu.js';
import { docThan } from '../than/doc.js';
import { luocDo } from '../luoc_do.js';
import { chuan } from './chuan.js';

const { nodes, marks } = luocDo;

/**
 * `[{tu, den, node, cho, khoi}]` in order: `cho` has a list for each textblock, with the place in the text of each of
 * its positions; `khoi` is the block of the paper. What the editor's schema can't hold is a `tho` with its letters.
 */
export function cacManh(text, cach) {
  const khoi = docThan(text, cach);
  const all = [...khoi.flatMap(k => manhCua(k, text)), ...phanSot(khoi, text)].sort((a, b) => a.tu - b.tu || a.den - b.den);
  const ra = [];
  for (const m of all) {
    const cuoi = ra.at(-1);
    if (cuoi && m.tu < cuoi.den) ra[ra.length - 1] = manhTho(cuoi.tu, Math.max(cuoi.den, m.den), text);
    else ra.push(m);
  }
  return ra;
}

/** The indent before it belongs to what is kept as it stands: the lines below are measured against it. */
function manhTho(batDau, den, text) {
  const lui = /[^\S\n]*$/.exec(text.slice(text.lastIndexOf('\n', batDau - 1) + 1, batDau))[0];
  const dauDong = batDau - lui.length === text.lastIndexOf('\n', batDau - 1) + 1;
  const tu = dauDong ? batDau - lui.length : batDau;
  const chung = luiChung(text.slice(tu, den).split('\n'));
  const cho = [];
  let cot = 0;
  for (let i = tu; i < den; i += 1) {
    if (cot >= chung && !(text[i] === '\r' && text[i + 1] === '\n')) cho.push(i);
    cot = text[i] === '\n' ? 0 : cot + 1;
  }
  const chu = cho.map(i => text[i]).join('');
  const node = nodes.tho.create(null, chu ? luocDo.text(chu) : null);
  return { tu, den, node, cho: [[...cho, den]], khoi: undefined };
}

/** How much of their indent all lines share. */
function luiChung(lines) {
  const lui = lines.filter(line => line.trim() !== '').map(line => /^[^\S\n]*/.exec(line)[0]);
  let chung = lui[0] ?? '';
  for (const l of lui) while (!l.startsWith(chung)) chung = chung.slice(0, -1);
  return chung.length;
}

/** Letters that no block has: there are none, and if there were they would stay. */
function phanSot(khoi, text) {
  const ra = [];
  let tu = 0;
  const spans = khoi.map(k => [k.tu, k.den]).sort((a, b) => a[0] - b[0]);
  for (const [dau, cuoi] of [...spans, [text.length, text.length]]) {
    const giua = text.slice(tu, dau);
    if (dau > tu && giua.trim() !== '') {
      const bat = tu + giua.length - giua.trimStart().length;
      ra.push(manhTho(bat, bat + giua.trim().length, text));
    }
    tu = Math.max(tu, cuoi);
  }
  return ra;
}

function manhCua(khoi, text) {
  if (khoi.hong) return [manhTho(khoi.tu, khoi.den, text)];
  return khoi.phan.map((phan, i) => {
    const tu = i === 0 ? khoi.tu : phan.tu;
    if (phan.hong) return manhTho(tu, phan.den, text);
    const { node, cho } = NUT[khoi.loai]?.(khoi, phan) ?? nutDoan(khoi, phan);
    return docLai(node) ? { tu, den: phan.den, node, cho, khoi, phan } : manhTho(tu, phan.den, text);
  });
}

const nho = new Map();

/** Whether the normal form of a block is read as that block; else the block stays as it is. */
function docLai(node) {
  const line = chuan(node);
  let dung = nho.get(line);
  if (dung === undefined) {
    dung = line === '' || khopMot(line, node);
    if (nho.size > 20000) nho.clear();
    nho.set(line, dung);
  }
  return dung;
}

function khopMot(line, node) {
  const khoi = docThan(line);
  if (khoi.length !== 1 || khoi[0].hong || khoi[0].phan.length !== 1) return false;
  const { node: lai } = NUT[khoi[0].loai]?.(khoi[0], khoi[0].phan[0]) ?? nutDoan(khoi[0], khoi[0].phan[0]);
  return lai.type === node.type && chuan(lai) === line;
}

/** What was read once is known: a body is read after each key, and all but one of its paragraphs are as they were. */
function daBiet(kho, ten, doc) {
  let ra = kho.get(ten);
  if (ra === undefined) {
    ra = doc();
    if (kho.size > 5000) kho.clear();
    kho.set(ten, ra);
  }
  return ra;
}

const dong = new Map();

function docDong(text) {
  const con = [];
  const tai = [];
  for (const p of docChu(text)) {
    if (p.ten !== undefined) {
      con.push(nodes.dau_chu_thich.create({ ten: p.ten }));
    } else {
      const dau = [p.dam && marks.dam.create(), p.nghieng && marks.nghieng.create()].filter(Boolean);
      con.push(luocDo.text(p.chu, dau));
    }
    tai.push(...p.cho);
  }
  tai.push(text.length);
  return { con, tai };
}

/** The content of a paragraph with the place of each of its positions. */
export function noiDung(text, cho) {
  const { con, tai } = daBiet(dong, text, () => docDong(text));
  return { con, cho: tai.map(at => cho(at)) };
}

function choCua(manh) {
  let i = 0;
  return at => {
    while (i > 0 && manh[i][0] > at) i -= 1;
    while (i + 1 < manh.length && manh[i + 1][0] <= at) i += 1;
    return manh[i][1] + (at - manh[i][0]);
  };
}

const doan = new Map();

function nutDoan(khoi, phan) {
  // A dash under a dash is printed as a plus.
  const text = khoi.yNho ? `+${phan.text.slice(1)}` : phan.text;
  const { con, cho } = noiDung(text, choCua(phan.manh));
  const kieu = phan.cap > 0 ? { cap: phan.cap } : { canh: khoi.canh ?? null, chan: phan.chan ?? false };
  const tao = () => (phan.cap > 0 ? nodes.de_muc : nodes.doan).create(kieu, con);
  return { node: daBiet(doan, `${JSON.stringify(kieu)} ${text}`, tao), cho: [cho] };
}

function nutAnh({ ten, moTa, kichThuoc, canh }) {
  return nodes.anh.create({ ten, moTa, kichThuoc, canh: canh ?? null });
}

function nutBang(khoi) {
  const cho = [];
  const o = (cell, dau) => {
    const con = cell.khoi.map(k => {
      if (k.loai === 'anh') return nutAnh(k);
      const n = noiDung(k.chu, at => k.cho[at]);
      cho.push(n.cho);
      return nodes.doan.create({ canh: k.canh ?? null }, n.con);
    });
    return (dau ? nodes.o_dau : nodes.o).create({ colspan: cell.gopCot, rowspan: cell.gopHang }, con);
  };
  const hang = khoi.hang.map((row, i) => nodes.hang.create(null, row.map(cell => o(cell, i < khoi.soHangDau))));
  const { cot, khongKe, tachHang } = khoi;
  return { node: nodes.bang.create({ cot, khongKe, tachHang }, hang), cho };
}

function nutChuThich(khoi) {
  const con = khoi.khoi.map(k => nutDoan(k, k.phan[0]));
  const trong = con.length ? con : [{ node: nodes.doan.create(), cho: [[khoi.den]] }];
  return {
    node: nodes.chu_thich.create({ ten: khoi.ten }, trong.map(c => c.node)),
    cho: trong.flatMap(c => c.cho),
  };
}

const NUT = {
  bang: nutBang,
  anh: khoi => ({ node: nutAnh(khoi), cho: [] }),
  sang_trang: () => ({ node: nodes.sang_trang.create(), cho: [] }),
  chu_thich: nutChuThich,
};
