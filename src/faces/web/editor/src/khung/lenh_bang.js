// What a clerk does to tables. The library moves the cells; what the body says of columns and of the head is ours.

import { TextSelection } from 'prosemirror-state';
import * as T from 'prosemirror-tables';
import { canhCua } from '../than/bang.js';
import { soHangDau } from '../md/hang.js';
import { luocDo } from '../luoc_do.js';
import { chenKhoi } from './lenh_doan.js';

const { nodes } = luocDo;
const HANG_DAU_NHIEU_NHAT = 4;

export const chenBang = (hang, cot) => (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth > 1 || (T.isInTable(state))) return false;
  if (!dispatch) return true;
  const o = loai => loai.create(null, nodes.doan.create());
  const mot = i => nodes.hang.create(null, Array.from({ length: cot }, () => o(i === 0 ? nodes.o_dau : nodes.o)));
  const bang = nodes.bang.create({ cot: Array(cot).fill('---') }, Array.from({ length: hang }, (_, i) => mot(i)));
  chenKhoi(state, bang, dispatch, true);
  return true;
};

/** A command on the rectangle that is selected. */
const trenO = lam => (state, dispatch) => {
  if (!T.isInTable(state)) return false;
  const rect = T.selectedRect(state);
  return lam(rect, state, dispatch);
};

const datBang = (tr, rect, attrs) => tr.setNodeMarkup(tr.mapping.map(rect.tableStart - 1), null, { ...rect.table.attrs, ...attrs });

const gachDu = ({ table, map }) => Array.from({ length: map.width }, (_, i) => table.attrs.cot[i] ?? '---');

/** A column more, drawn like its neighbour. */
const themCot = (ben, lenh) => trenO((rect, state, dispatch) => {
  const cot = gachDu(rect);
  const at = ben < 0 ? rect.left : rect.right;
  cot.splice(at, 0, cot[ben < 0 ? rect.left : rect.right - 1].replaceAll(':', '').length > 3 ? cot[Math.min(at, cot.length - 1)] : '---');
  return lenh(state, dispatch && (tr => dispatch(datBang(tr, rect, { cot }))));
});

const boCot = trenO((rect, state, dispatch) => {
  if (rect.left === 0 && rect.right === rect.map.width) return false;
  const cot = gachDu(rect);
  cot.splice(rect.left, rect.right - rect.left);
  return T.deleteColumn(state, dispatch && (tr => dispatch(datBang(tr, rect, { cot }))));
});

/** The head is repeated on each page, so no cell reaches out of it. */
const gopO = trenO((rect, state, dispatch) => {
  const dau = soHangDau(rect.table);
  if (rect.top < dau && rect.bottom > dau) return false;
  return T.mergeCells(state, dispatch);
});

/** Makes the rows down to the selected one the head, or ends the head above it. */
const hangDau = trenO((rect, state, dispatch) => {
  const cu = soHangDau(rect.table);
  const moi = rect.bottom === cu || rect.top < cu ? rect.top : rect.bottom;
  if (moi > HANG_DAU_NHIEU_NHAT || moi === cu || catNgang(rect, moi)) return false;
  if (!dispatch) return true;
  const tr = state.tr;
  for (const at of new Set(rect.map.map)) {
    const { top } = rect.map.findCell(at);
    const loai = top < moi ? nodes.o_dau : nodes.o;
    const cell = rect.table.nodeAt(at);
    if (cell.type !== loai) tr.setNodeMarkup(rect.tableStart + at, loai, cell.attrs);
  }
  dispatch(tr);
  return true;
});

/** Whether a cell reaches over the line above a row. */
function catNgang({ map }, row) {
  if (row <= 0 || row >= map.height) return false;
  for (let col = 0; col < map.width; col += 1) {
    if (map.map[(row - 1) * map.width + col] === map.map[row * map.width + col]) return true;
  }
  return false;
}

const batTat = ten => trenO((rect, state, dispatch) => {
  dispatch?.(datBang(state.tr, rect, { [ten]: !rect.table.attrs[ten] }));
  return true;
});

/** How the selected columns stand. */
const canhCot = canh => trenO((rect, state, dispatch) => {
  const cot = gachDu(rect).map((g, i) => {
    if (i < rect.left || i >= rect.right) return g;
    const gach = g.replaceAll(':', '');
    return { trai: gach, giua: `:${gach}:`, phai: `${gach}:` }[canh];
  });
  dispatch?.(datBang(state.tr, rect, { cot }));
  return true;
});

const DAI_NHAT = 60;

/** The selected columns become wider or narrower: as many dashes. */
const rongCot = them => trenO((rect, state, dispatch) => {
  const cu = gachDu(rect);
  const dai = cu.map(g => g.replaceAll(':', '').length);
  // Where nothing was drawn all columns begin alike.
  const goc = dai.every(n => n <= 3) || new Set(dai).size === 1 ? dai.map(() => 12) : dai;
  const moi = goc.map((n, i) => (i >= rect.left && i < rect.right ? Math.max(4, Math.min(DAI_NHAT, n + them)) : n));
  const ve = (g, n) => ({ trai: '-'.repeat(n), giua: `:${'-'.repeat(n)}:`, phai: `${'-'.repeat(n)}:` })[canhCua(g)];
  dispatch?.(datBang(state.tr, rect, { cot: cu.map((g, i) => ve(g, moi[i])) }));
  return true;
});

/**
 * Tab in the last cell: a row more, as in Word. Behind a row without words it goes on out of the table, so that whoever
 * has no mouse gets out of it.
 */
export const hangMoi = trenO((rect, state, dispatch) => {
  const { table, map } = rect;
  if (rect.right < map.width || rect.bottom < map.height || table.lastChild.textContent.trim() === '') return false;
  return T.addRowAfter(state, dispatch && (tr => {
    const cuoi = tr.doc.resolve(rect.tableStart + table.content.size + 1);
    dispatch(tr.setSelection(TextSelection.near(cuoi)).scrollIntoView());
  }));
});

export const lenhBang = {
  hangTren: T.addRowBefore,
  hangDuoi: T.addRowAfter,
  cotTrai: themCot(-1, T.addColumnBefore),
  cotPhai: themCot(1, T.addColumnAfter),
  boHang: T.deleteRow,
  boCot,
  boBang: T.deleteTable,
  gopO,
  tachO: T.splitCell,
  hangDau,
  khongKe: batTat('khongKe'),
  tachHang: batTat('tachHang'),
  cotGiua: canhCot('giua'),
  cotPhaiCanh: canhCot('phai'),
  cotTraiCanh: canhCot('trai'),
  rongHon: rongCot(2),
  hepHon: rongCot(-2),
};

/** Cells that look like a head below it are none. */
export function chuanBang(state) {
  const tr = state.tr;
  state.doc.forEach((node, pos) => {
    if (node.type !== nodes.bang) return;
    const map = T.TableMap.get(node);
    const dau = soHangDau(node);
    for (const at of new Set(map.map)) {
      const cell = node.nodeAt(at);
      if (cell?.type === nodes.o_dau && map.findCell(at).top >= Math.min(dau, HANG_DAU_NHIEU_NHAT)) {
        tr.setNodeMarkup(pos + 1 + at, nodes.o, cell.attrs);
      }
    }
  });
  return tr.docChanged ? tr : undefined;
}
