// Bảng dán vào: a table of HTML with its spans, its head, the alignment and width of its columns.

import { luocDo } from '../luoc_do.js';
import { kieuCua } from './kieu.js';

const { nodes, marks } = luocDo;
const HANG_NHIEU_NHAT = 2000;
const COT_NHIEU_NHAT = 60;
const HANG_DAU_NHIEU_NHAT = 4;

export function docBang(dom, nguoi, cach) {
  const rows = cacHang(dom).filter(tr => !hangGia(tr)).slice(0, HANG_NHIEU_NHAT);
  const luoi = xepLuoi(rows, nguoi, cach);
  if (luoi.rong === 0 || luoi.hang.length === 0) return [];
  if (luoi.hang.length === 1 && luoi.rong === 1) return luoi.o[0].con;
  boCotTrong(luoi);
  const ke = nguoi.excel || coKe(dom, nguoi);
  const dau = ke ? soHangDau(rows, luoi) : 0;
  const cot = cacCot(luoi, dau, dom);
  const hang = luoi.hang.map((cells, i) => nodes.hang.create(null, cells.map(o => oRa(o, i < dau))));
  return [nodes.bang.create({ cot, khongKe: !ke }, hang)];
}

const cacHang = dom => [...dom.querySelectorAll('tr')].filter(tr => tr.closest('table') === dom);

/** Word and Excel end a table with a row without height that only says how wide the columns are. */
function hangGia(tr) {
  const trong = tr.textContent.trim() === '' && !tr.querySelector('img');
  const kieu = tr.getAttribute('data-kieu') ?? '';
  return trong && (tr.getAttribute('height') === '0' || /display:\s*none/i.test(kieu));
}

/** Each cell in its place; where a row has too few an empty one is added. */
function xepLuoi(rows, nguoi, cach) {
  const chiem = rows.map(() => []);
  const o = [];
  rows.forEach((tr, r) => {
    let c = 0;
    for (const cell of tr.children) {
      if (cell.localName !== 'td' && cell.localName !== 'th') continue;
      while (chiem[r][c]) c += 1;
      if (c >= COT_NHIEU_NHAT) break;
      const kieu = kieuCua(cell, nguoi.lop);
      const tran = /colspan/.test(kieu['mso-ignore'] ?? '');
      const so = ten => Math.max(1, Number.parseInt(cell.getAttribute(ten) ?? '1', 10) || 1);
      const gopCot = tran ? 1 : Math.min(so('colspan'), COT_NHIEU_NHAT - c);
      const gopHang = Math.min(so('rowspan'), rows.length - r);
      const con = nguoi.khoiCuaO(cell, cach);
      const moi = { r, c, gopCot, gopHang, con, th: cell.localName === 'th', dai: Number.parseFloat(cell.getAttribute('width') ?? kieu.width ?? '') || 0 };
      datO(chiem, moi);
      o.push(moi);
      c += gopCot;
    }
  });
  const rong = chiem.reduce((max, row) => Math.max(max, row.length), 0);
  chiem.forEach((row, r) => {
    for (let c = 0; c < rong; c += 1) {
      if (row[c]) continue;
      const moi = { r, c, gopCot: 1, gopHang: 1, con: [], dai: 0 };
      row[c] = moi;
      o.push(moi);
    }
  });
  const hang = chiem.map((_, r) => o.filter(x => x.r === r).sort((a, b) => a.c - b.c));
  return { chiem, o, rong, hang };
}

/** A cell takes only what is free yet. */
function datO(chiem, o) {
  for (let k = 1; k < o.gopCot; k += 1) if (chiem[o.r][o.c + k]) o.gopCot = k;
  for (let i = 0; i < o.gopHang; i += 1) {
    for (let k = 0; k < o.gopCot; k += 1) {
      if (chiem[o.r + i][o.c + k]) {
        o.gopHang = Math.max(1, i);
        return;
      }
    }
    for (let k = 0; k < o.gopCot; k += 1) chiem[o.r + i][o.c + k] = o;
  }
}

/** Columns that are only there because other rows have more of them on the same grid. */
function boCotTrong(luoi) {
  for (let c = luoi.rong - 1; c > 0; c -= 1) {
    const moc = luoi.chiem.some(row => row[c] !== row[c - 1]);
    if (moc) continue;
    for (const o of luoi.o) {
      if (o.c < c && o.c + o.gopCot > c) o.gopCot -= 1;
      else if (o.c >= c) o.c -= 1;
    }
    luoi.chiem.forEach(row => row.splice(c, 1));
    luoi.rong -= 1;
  }
}

/** Whether lines are drawn anywhere. */
function coKe(dom, nguoi) {
  if (Number(dom.getAttribute('border') ?? 0) > 0) return true;
  const net = kieu => Object.entries(kieu).some(([ten, giaTri]) => /^border(-(top|left|right|bottom))?(-style)?$|^mso-border-alt$/.test(ten) && /solid|double|dotted|dashed|inset|outset/.test(giaTri));
  if (net(kieuCua(dom, nguoi.lop))) return true;
  const cells = [...dom.querySelectorAll('td, th')].slice(0, 200);
  const khongNoi = cells.every(cell => !/border/.test(cell.getAttribute('data-kieu') ?? '')) && !/border/.test(dom.getAttribute('data-kieu') ?? '') && !dom.hasAttribute('border');
  return khongNoi || cells.some(cell => net(kieuCua(cell, nguoi.lop)));
}

const damHet = o => o.con.length > 0 && o.con.every(doan => doan.content.content.every(c => !c.isText || c.text.trim() === '' || marks.dam.isInSet(c.marks)));

/** Rows in `thead`, of `th`, or in bold; else the first, unless it is the only one. */
function soHangDau(rows, { hang, o }) {
  if (rows.length < 2) return 0;
  const la = (tr, cells) => tr.parentNode.localName === 'thead' || (cells.some(x => x.th) && cells.every(x => x.th)) || (cells.some(x => x.con.length) && cells.every(x => x.con.length === 0 || damHet(x)));
  let dau = 0;
  while (dau < Math.min(HANG_DAU_NHIEU_NHAT, rows.length - 1) && la(rows[dau], hang[dau])) dau += 1;
  // A row all across the table is a group, not a head.
  while (dau > 1 && hang[dau - 1].length === 1 && hang[dau - 1][0].gopHang === 1) dau -= 1;
  dau = Math.max(1, dau);
  const toi = n => o.reduce((max, x) => (x.r < n ? Math.max(max, x.r + x.gopHang) : max), n);
  while (toi(dau) > dau) dau = toi(dau);
  return dau <= HANG_DAU_NHIEU_NHAT && dau < rows.length ? dau : 0;
}

function cacCot(luoi, dau, dom) {
  const canh = Array.from({ length: luoi.rong }, (_, c) => canhChung(luoi, c, dau));
  const dai = doRong(luoi, dom);
  canh.forEach((x, c) => {
    for (const o of luoi.o) {
      if (o.r >= dau && o.c !== c) continue;
      if (o.r < dau) o.con = o.con.map(p => (p.attrs.canh === 'giua' ? nodes.doan.create(null, p.content) : p));
      else if (x) o.con = o.con.map(p => (p.attrs.canh === x ? nodes.doan.create(null, p.content) : p));
    }
  });
  return canh.map((x, c) => {
    const gach = '-'.repeat(dai[c]);
    return x === 'giua' ? `:${gach}:` : x === 'phai' ? `${gach}:` : gach;
  });
}

function canhChung(luoi, c, dau) {
  const all = luoi.o.filter(o => o.c === c && o.gopCot === 1 && o.r >= dau).flatMap(o => o.con.map(p => p.attrs.canh));
  return all.length && all[0] && all.every(x => x === all[0]) ? all[0] : undefined;
}

/** As many dashes as a column is wide, where the table says so. */
function doRong(luoi, dom) {
  const cols = [...dom.querySelectorAll('col')].flatMap(col => Array(Number(col.getAttribute('span') ?? 1) || 1).fill(Number.parseFloat(col.getAttribute('width') ?? '') || 0));
  const rong = Array.from({ length: luoi.rong }, (_, c) => luoi.o.find(o => o.c === c && o.gopCot === 1 && o.dai > 0)?.dai ?? (cols.length === luoi.rong ? cols[c] : 0));
  const all = rong.reduce((a, b) => a + b, 0);
  if (rong.some(w => w <= 0) || Math.max(...rong) < Math.min(...rong) * 1.3) return rong.map(() => 3);
  return rong.map(w => Math.max(4, Math.round((60 * w) / all)));
}

function oRa(o, dau) {
  const con = o.con.length ? o.con : [nodes.doan.create()];
  const bo = p => nodes.doan.create(p.attrs, p.content.content.map(c => (c.isText ? c.mark(marks.dam.removeFromSet(c.marks)) : c)));
  return (dau ? nodes.o_dau : nodes.o).create({ colspan: o.gopCot, rowspan: o.gopHang }, dau ? con.map(bo) : con);
}
