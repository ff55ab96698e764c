// What a browser deletes or writes by itself stays inside one paragraph. Over the edge of a cell or of a note it would
// move letters to where no paragraph is.

import { deleteSelection } from 'prosemirror-commands';
import { Selection, TextSelection } from 'prosemirror-state';

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

/**
 * A letter that would come to stand beside a table or a picture, where no paragraph is: the browser has no place for it,
 * and the cursor may have got there a moment ago.
 */
export function truocKhiGo(view, event) {
  if (event.inputType !== 'insertText' || !event.data || !event.cancelable || view.composing) return false;
  const { selection, doc, tr } = view.state;
  const range = event.getTargetRanges?.()[0];
  const $at = range && doc.resolve(view.posAtDOM(range.startContainer, range.startOffset));
  if ($at?.parent.inlineContent && selection instanceof TextSelection) return false;
  event.preventDefault();
  if ($at && !$at.parent.inlineContent && selection instanceof TextSelection) tr.setSelection(Selection.near($at));
  view.dispatch(tr.insertText(event.data).scrollIntoView());
  return true;
}
