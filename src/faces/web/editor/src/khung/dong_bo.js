// Đồng bộ: a Markdown that came from outside put into the document, touching only what differs.

import { docMd } from '../md/tu_md.js';
import { chuan, hinhDang } from '../md/chuan.js';

/** The transaction that makes the document one of that text; what stays the same keeps its place and the cursor. */
export function thayMd(state, md, cach) {
  const moi = docMd(md, cach);
  const cu = [];
  state.doc.forEach((node, pos) => { if (chuan(node) !== '') cu.push({ node, pos, den: pos + node.nodeSize }); });
  const nay = moi.content.content;
  const tr = state.tr;
  // From the end, so that the places before stay what they are.
  for (const buoc of cacBuoc(cu, nay).reverse()) {
    if (buoc.giu) datGoc(tr, buoc.cu[0], buoc.nay[0]);
    else thayDoan(tr, buoc, cu);
  }
  for (const ten of ['duoi', 'xuong']) {
    if (tr.doc.attrs[ten] !== moi.attrs[ten]) tr.setDocAttribute(ten, moi.attrs[ten]);
  }
  return tr.setMeta('addToHistory', false).setMeta('tuNgoai', true);
}

function datGoc(tr, { pos }, node) {
  tr.setNodeAttribute(pos, 'goc', node.attrs.goc);
}

const giong = (a, b) => chuan(a.node) === chuan(b) && hinhDang(a.node) === hinhDang(b);
const SO_NHIEU_NHAT = 1_000_000;

/** The blocks that stay and the stretches that don't: `{giu, cu, nay, tai}`; `tai` is where a stretch begins in `cu`. */
function cacBuoc(cu, nay) {
  let dau = 0;
  while (dau < cu.length && dau < nay.length && giong(cu[dau], nay[dau])) dau += 1;
  let cuoi = 0;
  while (cuoi < Math.min(cu.length, nay.length) - dau && giong(cu.at(-1 - cuoi), nay.at(-1 - cuoi))) cuoi += 1;
  const ra = [];
  const giu = (i, k) => ra.push({ giu: true, cu: [cu[i]], nay: [nay[k]] });
  for (let k = 0; k < dau; k += 1) giu(k, k);
  let [i, k] = [dau, dau];
  for (const [a, b] of [...chung(cu.slice(dau, cu.length - cuoi), nay.slice(dau, nay.length - cuoi)), [cu.length - cuoi - dau, nay.length - cuoi - dau]]) {
    if (a + dau > i || b + dau > k) ra.push({ giu: false, cu: cu.slice(i, a + dau), nay: nay.slice(k, b + dau), tai: i });
    [i, k] = [a + dau, b + dau];
    if (i < cu.length - cuoi) giu(i, k);
    [i, k] = [i + 1, k + 1];
  }
  for (let n = cuoi; n > 0; n -= 1) giu(cu.length - n, nay.length - n);
  return ra;
}

/** Pairs of a longest common subsequence. */
function chung(a, b) {
  if (a.length * b.length > SO_NHIEU_NHAT) return [];
  const rong = b.length + 1;
  const dai = new Uint32Array((a.length + 1) * rong);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let k = b.length - 1; k >= 0; k -= 1) {
      dai[i * rong + k] = giong(a[i], b[k]) ? dai[(i + 1) * rong + k + 1] + 1 : Math.max(dai[(i + 1) * rong + k], dai[i * rong + k + 1]);
    }
  }
  const ra = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    if (giong(a[i], b[k])) ra.push([i++, k++]);
    else if (dai[(i + 1) * rong + k] >= dai[i * rong + k + 1]) i += 1;
    else k += 1;
  }
  return ra;
}

/** Blocks of the same kind are mended where they differ; what is left comes or goes whole. */
function thayDoan(tr, { cu: bo, nay: con, tai }, cu) {
  let sua = 0;
  while (sua < bo.length && sua < con.length && suaDuoc(bo[sua].node, con[sua])) sua += 1;
  const tu = sua < bo.length ? bo[sua].pos : sua > 0 ? bo[sua - 1].den : tai > 0 ? cu[tai - 1].den : 0;
  const den = sua < bo.length ? bo.at(-1).den : tu;
  const them = con.slice(sua);
  if (den > tu || them.length) {
    const het = tu === 0 && den === tr.doc.content.size && them.length === 0;
    tr.replaceWith(tu, den, het ? tr.doc.type.schema.nodes.doan.create() : them);
  }
  for (let k = sua - 1; k >= 0; k -= 1) suaNut(tr, bo[k].node, con[k], bo[k].pos);
}

/** Whether two blocks differ in words and attributes alone. */
function suaDuoc(a, b) {
  if (a.type !== b.type) return false;
  if (a.isTextblock) return true;
  if (a.isAtom) return true;
  return a.childCount === b.childCount && a.content.content.every((con, i) => suaDuoc(con, b.child(i)));
}

function suaNut(tr, cu, moi, pos) {
  if (cu.isTextblock) thayChu(tr, cu, moi, pos);
  else {
    let at = pos + 1 + cu.content.size;
    for (let i = cu.childCount - 1; i >= 0; i -= 1) {
      at -= cu.child(i).nodeSize;
      if (!cu.child(i).eq(moi.child(i))) suaNut(tr, cu.child(i), moi.child(i), at);
    }
  }
  for (const ten of Object.keys(moi.attrs)) {
    if (cu.attrs[ten] !== moi.attrs[ten]) tr.setNodeAttribute(pos, ten, moi.attrs[ten]);
  }
}

/** Of one paragraph only the letters between the first and the last difference. */
function thayChu(tr, node, moi, pos) {
  const tu = node.content.findDiffStart(moi.content);
  if (tu === null) return;
  const { a, b } = node.content.findDiffEnd(moi.content);
  const lap = Math.max(0, tu - Math.min(a, b));
  tr.replace(pos + 1 + tu, pos + 1 + a + lap, moi.slice(tu, b + lap));
}
