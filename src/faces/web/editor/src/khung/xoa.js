// Xoá: what a browser deletes by itself stays inside one paragraph. Over the edge of a cell or of a note it would move
// letters to where no paragraph is.

import { deleteSelection } from 'prosemirror-commands';

/** The ancestor that nothing is joined across. */
function ngan($pos) {
  for (let d = $pos.depth; d > 0; d -= 1) if ($pos.node(d).type.spec.isolating) return $pos.before(d);
  return -1;
}

export function truocKhiXoa(view, event) {
  if (!event.inputType?.startsWith('delete') || !event.cancelable || view.composing) return false;
  const range = event.getTargetRanges?.()[0];
  if (!range || range.collapsed) return false;
  const { doc, selection, tr } = view.state;
  const [$a, $b] = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]].map(([dom, at]) => doc.resolve(view.posAtDOM(dom, at)));
  if ($a.parent.inlineContent && $a.sameParent($b)) return false;
  event.preventDefault();
  if (!selection.empty) deleteSelection(view.state, view.dispatch);
  else if ($a.pos < $b.pos && ngan($a) === ngan($b)) view.dispatch(tr.delete($a.pos, $b.pos).scrollIntoView());
  return true;
}

/** At the edge of a paragraph, where no command knows what to do, nothing is done. */
export const chanDau = ({ selection: { $cursor } }) => Boolean($cursor) && $cursor.parentOffset === 0;
export const chanCuoi = ({ selection: { $cursor } }) => Boolean($cursor) && $cursor.parentOffset === $cursor.parent.content.size;
