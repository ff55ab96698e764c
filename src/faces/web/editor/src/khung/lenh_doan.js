// What a clerk does to paragraphs: heads, marks of items, alignment.

import { setBlockType, splitBlock } from 'prosemirror-commands';
import { TextSelection } from 'prosemirror-state';
import { diem } from '../than/danh_so.js';
import { tachCauTruc } from '../than/cau_truc.js';
import { tachDau } from '../than/dau_muc.js';
import { luocDo } from '../luoc_do.js';
import { khoaDau } from './dau_tu_dat.js';

const { nodes } = luocDo;

/** The textblocks that a selection touches: `[{node, pos}]`. */
export function cacDoanChon(state) {
  const ra = [];
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock) return true;
      if (!ra.some(d => d.pos === pos)) ra.push({ node, pos });
      return false;
    });
  }
  return ra;
}

/** The mark at the beginning of a paragraph and its length with the blank behind it. */
export function dauCua(node) {
  if (node.type !== nodes.doan || node.attrs.chan) return undefined;
  // A mark with nothing behind it yet is one too.
  const text = node.textBetween(0, node.content.size, '', '\ufffc');
  const dau = tachDau(/\S\s/.test(text.slice(0, 8)) && text.trim().indexOf(' ') < 0 ? `${text}x` : text);
  return dau && { ...dau, dai: /^\S+\s*/.exec(text)[0].length };
}

const boDau = (tr, pos, dau) => dau && tr.delete(pos + 1, pos + 1 + dau.dai);

/** `cap` 0 makes a plain paragraph. */
export const datCap = cap => (state, dispatch, view) => {
  const laMuc = cacDoanChon(state).filter(d => dauCua(d.node));
  if (cap === 0 && laMuc.length) {
    if (dispatch) {
      const { tr } = state;
      for (const { node, pos } of laMuc.reverse()) boDau(tr, pos, dauCua(node));
      dispatch(tr.scrollIntoView());
    }
    return true;
  }
  return cap === 0 ? setBlockType(nodes.doan)(state, dispatch, view) : setBlockType(nodes.de_muc, { cap })(state, dispatch, view);
};

const CHU_DAU = { khoan: n => `${n}.`, khoan_ngoac: n => `${n})`, diem: n => `${diem(n)})`, gach: () => '-', cong: () => '+' };
const MOT_HO = { khoan: 'khoan', khoan_ngoac: 'khoan', diem: 'diem' };

/** The number that an item of that kind has here, behind what stands above it. */
function soKeTiep(doc, pos, loai) {
  const $pos = doc.resolve(pos);
  const cha = $pos.parent;
  for (let i = $pos.index() - 1; i >= 0; i -= 1) {
    const node = cha.child(i);
    const dau = dauCua(node);
    if (node.type === nodes.de_muc || laDieu(node)) return 1;
    if (dau && MOT_HO[dau.loai] === MOT_HO[loai]) return dau.so + 1;
    if (dau && loai === 'diem' && MOT_HO[dau.loai] === 'khoan') return 1;
  }
  return 1;
}

const laDieu = node => node.type === nodes.doan && tachCauTruc(node.textContent)?.ten === 'Điều';

/** Makes items of the paragraphs, or plain ones again. */
export const datDau = loai => (state, dispatch) => {
  const chon = cacDoanChon(state).filter(d => d.node.type === nodes.doan || d.node.type === nodes.de_muc);
  const $from = state.selection.$from;
  if (!chon.length || trongBang($from)) return false;
  if (!dispatch) return true;
  const tr = state.tr;
  const bo = chon.every(d => dauCua(d.node)?.loai === loai);
  for (const { node, pos: cu } of chon) {
    const pos = tr.mapping.map(cu);
    if (node.type === nodes.de_muc) tr.setNodeMarkup(pos, nodes.doan);
    else if (node.attrs.chan || node.attrs.canh) tr.setNodeMarkup(pos, null, { ...node.attrs, chan: false, canh: null });
    boDau(tr, pos, dauCua(node));
    if (!bo) tr.insertText(`${CHU_DAU[loai](soKeTiep(tr.doc, pos, loai))} `, pos + 1);
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** `Điều 1. ` before a paragraph. */
export const datDieu = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth !== 1 || $from.parent.type !== nodes.doan) return false;
  if (dispatch) {
    let so = 0;
    state.doc.forEach((node, pos) => {
      const phan = pos < $from.before() && node.isTextblock ? tachCauTruc(node.textContent) : undefined;
      if (phan?.ten === 'Điều') so += 1;
    });
    const tr = state.tr;
    boDau(tr, $from.before(), dauCua($from.parent));
    dispatch(tr.insertText(`Điều ${so + 1}. `, $from.start()).scrollIntoView());
  }
  return true;
};

/** Numbers of khoản and điểm anew, from the head above on. */
export const danhLaiSo = (state, dispatch) => {
  const tr = state.tr;
  let khoan = 0;
  let diemSo = 0;
  const hop = state.selection.empty ? [0, state.doc.content.size] : [state.selection.from, state.selection.to];
  state.doc.forEach((node, pos) => {
    if (node.type === nodes.de_muc || laDieu(node)) [khoan, diemSo] = [0, 0];
    const dau = dauCua(node);
    if (!dau || dau.so === undefined) return;
    const laDiem = dau.loai === 'diem';
    if (laDiem) diemSo += 1;
    else [khoan, diemSo] = [khoan + 1, 0];
    const dung = CHU_DAU[dau.loai](laDiem ? diemSo : khoan);
    const trong = pos + node.nodeSize > hop[0] && pos < hop[1];
    const cu = /^\S+/.exec(node.textContent)[0];
    const tu = tr.mapping.map(pos + 1);
    if (trong && cu !== dung) tr.insertText(dung, tu, tu + cu.length);
  });
  if (!tr.docChanged) return false;
  dispatch?.(tr);
  return true;
};

/** `null` stands for the decree's own: justified, in a table as its column. */
export const datCanh = canh => (state, dispatch) => {
  const tr = state.tr;
  let co = false;
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type !== nodes.doan && node.type !== nodes.anh) return;
      co = true;
      if (node.attrs.canh !== canh) tr.setNodeAttribute(pos, 'canh', canh);
    });
  }
  if (tr.docChanged) dispatch?.(tr);
  return co;
};

export function trongBang($pos) {
  for (let d = $pos.depth; d > 0; d -= 1) if ($pos.node(d).type === nodes.bang) return true;
  return false;
}

/** Enter: behind an item comes the next one; an item without words ends the list. */
export const xuongDong = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to) || $from.parent.type !== nodes.doan) return false;
  const dau = trongBang($from) ? undefined : dauCua($from.parent);
  if (dau && $from.parentOffset >= dau.dai) {
    if ($from.parent.content.size === dau.dai) {
      dispatch?.(state.tr.delete($from.start(), $from.start() + dau.dai));
      return true;
    }
    return splitBlock(state, dispatch && (tr => {
      const chu = `${CHU_DAU[dau.loai](dau.so === undefined ? 0 : dau.so + 1)} `;
      const tai = tr.selection.$from.start();
      const rest = dauCua(tr.selection.$from.parent);
      dispatch(rest ? tr : tr.insertText(chu, tai).setMeta(khoaDau, tai).scrollIntoView());
    }));
  }
  return splitBlock(state, dispatch);
};

/** Backspace right behind a mark takes the whole of it. */
export const xoaDau = (state, dispatch) => {
  const { $cursor } = state.selection;
  const dau = $cursor && !trongBang($cursor) && dauCua($cursor.parent);
  if (!dau || $cursor.parentOffset !== dau.dai || $cursor.parent.content.size !== dau.dai || dau.dai < 3) return false;
  dispatch?.(state.tr.delete($cursor.start(), $cursor.pos));
  return true;
};

/** Backspace at the beginning of a head makes a paragraph of it. */
export const haDeMuc = (state, dispatch) => {
  const { $cursor } = state.selection;
  if (!$cursor || $cursor.parentOffset > 0) return false;
  const { node, type } = { node: $cursor.parent, type: $cursor.parent.type };
  if (type === nodes.de_muc) dispatch?.(state.tr.setNodeMarkup($cursor.before(), nodes.doan));
  else if (type === nodes.doan && node.attrs.canh) dispatch?.(state.tr.setNodeAttribute($cursor.before(), 'canh', null));
  else return false;
  return true;
};

/** Puts a block behind the one of the selection, or in the place of an empty one. */
export function chenKhoi(state, node, dispatch, vaoTrong = false) {
  const $from = state.selection.$from;
  const tr = state.tr;
  const trong = $from.depth === 1 && $from.parent.type === nodes.doan && $from.parent.content.size === 0;
  const tu = $from.depth === 0 ? $from.pos : trong ? $from.before(1) : $from.after(1);
  tr.replaceWith(tu, trong ? $from.after(1) : tu, node);
  const sau = tu + node.nodeSize;
  if (sau >= tr.doc.content.size) tr.insert(tr.doc.content.size, nodes.doan.create());
  tr.setSelection(TextSelection.near(tr.doc.resolve(vaoTrong ? tu + 1 : sau), 1));
  dispatch(tr.scrollIntoView());
  return tr;
}

/** A note: its mark at the cursor, its text behind the block, the cursor in it. */
export const chenChuThich = (state, dispatch) => {
  const { $from } = state.selection;
  const ngoai = $from.depth > 0 ? $from.node(1) : undefined;
  if (!$from.parent.inlineContent || !ngoai || ngoai.type === nodes.chu_thich || ngoai.type === nodes.tho) return false;
  if (!dispatch) return true;
  const co = new Set();
  state.doc.descendants(node => { if (node.attrs.ten !== undefined) co.add(node.attrs.ten); });
  let n = 1;
  while (co.has(String(n))) n += 1;
  const tr = state.tr.insert(state.selection.to, nodes.dau_chu_thich.create({ ten: String(n) }));
  // Behind the notes that stand there already.
  let sau = tr.mapping.map($from.after(1));
  while (tr.doc.nodeAt(sau)?.type === nodes.chu_thich) sau += tr.doc.nodeAt(sau).nodeSize;
  tr.insert(sau, nodes.chu_thich.create({ ten: String(n) }, nodes.doan.create()));
  tr.setSelection(TextSelection.create(tr.doc, sau + 2));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Out of a note, back behind its mark. */
export const veDau = (state, dispatch) => {
  const { $from } = state.selection;
  const note = $from.depth > 0 ? $from.node(1) : undefined;
  if (note?.type !== nodes.chu_thich) return false;
  let cho;
  state.doc.descendants((node, pos) => { if (node.type === nodes.dau_chu_thich && node.attrs.ten === note.attrs.ten) cho ??= pos + 1; });
  if (cho === undefined) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, cho)).scrollIntoView());
  return true;
};
