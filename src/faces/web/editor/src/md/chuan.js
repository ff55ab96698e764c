// Chuẩn: the normal form of a block, one way to write what it means.

import { tachAnh } from '../than/anh.js';
import { tachDau } from '../than/dau_muc.js';
import { boChan } from '../than/doc.js';
import { TEN_CANH } from '../than/lenh.js';
import { vietChu } from './viet_chu.js';
import { cacHang } from './hang.js';

const nho = new WeakMap();

/** The normal form; empty for a block without anything in it. */
export function chuan(node) {
  let ra = nho.get(node);
  if (ra === undefined) {
    ra = VIET[node.type.name](node);
    nho.set(node, ra);
  }
  return ra;
}

const nhoHinh = new WeakMap();

/**
 * What a block looks like, apart from the marks of emphasis: where the words `{giữa}` stand in the text, the normal
 * form is that of a centred paragraph, and it still looks otherwise.
 */
export function hinhDang(node) {
  let ra = nhoHinh.get(node);
  if (ra === undefined) {
    const chu = node.isTextblock
      ? node.textBetween(0, node.content.size, '', '\ufffc').replace(/[\s\u00a0]+/g, ' ').trim().normalize('NFC')
      : node.content.content.filter(con => con.type.name !== 'doan' || node.type.name !== 'chu_thich' || chuan(con) !== '').map(hinhDang).join('\n');
    ra = `${node.type.name} ${node.attrs.canh ?? ''} ${chu}`;
    nhoHinh.set(node, ra);
  }
  return ra;
}

const lenhCanh = canh => (canh ? `{${TEN_CANH[canh]}} ` : '');

/** Whether a paragraph begins with the mark of an item that is meant as one. */
export const laMuc = node =>
  node.type.name === 'doan' && !node.attrs.chan && !node.attrs.canh && tachDau(vietChu(node).line) !== undefined;

/** What a line begins with must not make another block of it. */
function chanDau(line, node) {
  if (line[0] === '#' || line[0] === '|' || boChan(line) !== line) return `\\${line}`;
  if (tachAnh(line)) return `!\\${line.slice(1)}`;
  const chan = node.attrs.chan || node.attrs.canh;
  return chan && boChan(`\\${line}`) === line ? `\\${line}` : line;
}

function doan(node) {
  const { line } = vietChu(node);
  return line === '' ? '' : lenhCanh(node.attrs.canh) + chanDau(line, node);
}

function chuThich(node) {
  const dau = `[^${node.attrs.ten}]:`;
  let ra = dau;
  let truoc;
  node.forEach((con, _, i) => {
    const line = vietChu(con).line;
    if (line === '') return;
    if (truoc === undefined && !laMuc(con) && !con.attrs.canh) ra += ` ${line}`;
    else ra += `${truoc === undefined || (laMuc(con) && laMuc(truoc)) ? '\n' : '\n\n'}    ${doan(con)}`;
    truoc = con;
  });
  return ra;
}

export const chuanAnh = ({ attrs }) =>
  `![${attrs.moTa}](${attrs.ten})${attrs.kichThuoc ? `{${attrs.kichThuoc}}` : ''}`;

const VIET = {
  doan,
  de_muc: node => {
    const { line } = vietChu(node);
    return line === '' ? '' : `${'#'.repeat(node.attrs.cap)} ${line}`;
  },
  bang: node => {
    const lenh = [node.attrs.khongKe && 'không kẻ', node.attrs.tachHang && 'tách hàng'].filter(Boolean);
    return (lenh.length ? `{${lenh.join(', ')}}\n` : '') + cacHang(node).join('\n');
  },
  anh: node => (node.attrs.canh ? `${lenhCanh(node.attrs.canh).trim()}\n` : '') + chuanAnh(node),
  sang_trang: () => '{sang trang}',
  chu_thich: chuThich,
  tho: node => node.textContent,
};
