// Dấu tự đặt: Enter behind an item writes the mark of the next one. Whoever types a mark of her own behind it, as she
// always did, means hers.

import { Plugin, PluginKey } from 'prosemirror-state';
import { tachCauTruc } from '../than/cau_truc.js';
import { tachDau } from '../than/dau_muc.js';

export const khoaDau = new PluginKey('dauTuDat');

const laDau = chu => tachDau(`${chu} x`) || tachCauTruc(`${chu} x`)?.ten === 'Điều';

/** A blank behind her own mark takes the written one away. */
function go(view, from, to, chu) {
  const tai = khoaDau.getState(view.state);
  const { $cursor } = view.state.selection;
  if (chu !== ' ' || from !== to || tai === null || $cursor?.start() !== tai || $cursor.pos !== $cursor.end()) return false;
  const co = /^\S+ (.+)$/.exec($cursor.parent.textContent);
  if (!co || !laDau(co[1])) return false;
  view.dispatch(view.state.tr.insertText(`${co[1]} `, tai, to).scrollIntoView());
  return true;
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
  props: { handleTextInput: go },
});
