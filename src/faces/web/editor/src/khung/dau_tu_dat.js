// Dấu tự đặt: Enter behind an item writes the mark of the next one. Whoever types a mark of her own behind it, as she
// always did, means hers; whoever goes away without a word behind it wants none.

import { Plugin, PluginKey } from 'prosemirror-state';
import { tachCauTruc } from '../than/cau_truc.js';
import { tachDau } from '../than/dau_muc.js';

export const khoaDau = new PluginKey('dauTuDat');

/** No paragraph. */
const HET = -1;

/** Whether that is a mark and nothing else. */
const laDau = chu => tachDau(`${chu} x`)?.sau === 'x' || (/^\S+ \S+$/.test(chu) && tachCauTruc(`${chu} x`)?.ten === 'Điều');

/** A blank behind her own mark takes the written one away. */
function go(view, from, to, chu) {
  const tai = khoaDau.getState(view.state);
  const { $cursor } = view.state.selection;
  if (chu !== ' ' || from !== to || tai === null || $cursor?.start() !== tai || $cursor.pos !== $cursor.end()) return false;
  const co = /^\S+ (.+)$/.exec($cursor.parent.textContent);
  if (!co || !laDau(co[1])) return false;
  view.dispatch(view.state.tr.insertText(`${co[1]} `, tai, to).setMeta(khoaDau, HET).scrollIntoView());
  return true;
}

/** The written mark at that place goes if nothing stands behind it. */
function boDauTrong(state, tai) {
  if (tai === null || tai > state.doc.content.size) return undefined;
  const { parent } = state.doc.resolve(tai);
  return parent.isTextblock && /^\S+ $/.test(parent.textContent) ? state.tr.delete(tai, tai + parent.content.size) : undefined;
}

function roiDoan(trs, cu, state) {
  const tai = khoaDau.getState(cu);
  if (tai === null || khoaDau.getState(state) !== null || trs.some(tr => tr.getMeta('tuNgoai') || tr.getMeta(khoaDau) === HET)) return undefined;
  return boDauTrong(state, trs.reduce((at, tr) => tr.mapping.map(at, -1), tai));
}

function roiKhung(view) {
  const tr = boDauTrong(view.state, khoaDau.getState(view.state));
  if (tr) view.dispatch(tr);
  return false;
}

/** Knows the paragraph whose mark was written by Enter, as long as the cursor stays in it. */
export const dauTuDat = () => new Plugin({
  key: khoaDau,
  state: {
    init: () => null,
    apply(tr, cu) {
      const moi = tr.getMeta(khoaDau) ?? (cu === null ? null : tr.mapping.map(cu, -1));
      return tr.selection.$from.depth > 0 && tr.selection.$from.start() === moi ? moi : null;
    },
  },
  appendTransaction: roiDoan,
  props: { handleTextInput: go, handleDOMEvents: { blur: roiKhung } },
});
