// Hàng: the rows of a table as lines with bars.

import { TableMap } from 'prosemirror-tables';
import { tachAnh } from '../than/anh.js';
import { TEN_CANH } from '../than/lenh.js';
import { vietChu } from './viet_chu.js';

/** The dashes of each column; a column of which nothing was said has three. */
export const cacGach = (node, rong) => Array.from({ length: rong }, (_, i) => node.attrs.cot[i] ?? '---');

/** How many rows at the top are the head. */
export function soHangDau(node) {
  let n = 0;
  while (n < node.childCount && laHangDau(node.child(n))) n += 1;
  return n;
}

const laHangDau = hang => hang.childCount > 0 && hang.content.content.every(o => o.type.name === 'o_dau');

function phan(con) {
  const lenh = con.attrs.canh ? `{${TEN_CANH[con.attrs.canh]}} ` : '';
  if (con.type.name === 'anh') {
    const { moTa, ten, kichThuoc } = con.attrs;
    return `${lenh}![${moTa}](${ten})${kichThuoc ? `{${kichThuoc}}` : ''}`;
  }
  const { line } = vietChu(con);
  if (line === '') return '';
  return lenh + (tachAnh(line) ? `!\\${line.slice(1)}` : line);
}

const oRa = cell => cell.content.content.map(phan).join('<br>').replaceAll('|', '\\|');

export function cacHang(node) {
  const map = TableMap.get(node);
  const ra = [];
  for (let row = 0; row < map.height; row += 1) {
    let line = '|';
    for (let col = 0; col < map.width; ) {
      const pos = map.map[row * map.width + col];
      const cell = node.nodeAt(pos);
      const dau = map.findCell(pos);
      const chu = dau.top === row ? oRa(cell) : '^^';
      line += ` ${chu}${chu === '' ? '' : ' '}${'|'.repeat(dau.right - dau.left)}`;
      col = dau.right;
    }
    ra.push(line);
  }
  ra.splice(hangDauTheoMap(node, map), 0, `|${cacGach(node, map.width).join('|')}|`);
  return ra;
}

/** Rows of the head by their cells: a row of which all cells began above counts with them. */
function hangDauTheoMap(node, map) {
  const la = row => {
    for (let col = 0; col < map.width; col += 1) {
      if (node.nodeAt(map.map[row * map.width + col])?.type.name !== 'o_dau') return false;
    }
    return true;
  };
  let n = 0;
  while (n < map.height && la(n)) n += 1;
  return n;
}
