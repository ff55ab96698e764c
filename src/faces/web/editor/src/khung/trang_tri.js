// Trang trí: what the reader makes of each paragraph, shown by classes of its outside alone: nothing inside a paragraph
// is drawn anew for it.

import { TableMap } from 'prosemirror-tables';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { canhCua } from '../than/bang.js';

const LOP = { muc: 'muc', dieu: 'dieu', dong_giua: 'dong-giua' };

/** The decorations of a document that was read again (`ra_md.js`). */
export function trangTri(doc, khoi, loi) {
  const ra = [];
  for (const k of khoi) {
    const attrs = { class: lopCua(k), ...soCua(k) };
    const cua = loi.filter(l => l.from < k.pos + k.node.nodeSize && l.to > k.pos);
    if (cua.length) {
      attrs.class += ` co-loi${cua.some(l => l.loai === 'loi') ? ' nang' : ''}`;
      attrs.title = cua.map(l => l.chu).filter(Boolean).join('\n');
    }
    if (attrs.class || attrs['data-so']) ra.push(Decoration.node(k.pos, k.pos + k.node.nodeSize, attrs));
    if (k.node.type.name === 'bang') cotCua(k, ra);
  }
  dauCua(doc, ra);
  return DecorationSet.create(doc, ra);
}

function lopCua({ paper, phan, node }) {
  if (!paper || paper.bo) return paper ? 'vo-hieu' : '';
  if (paper.lien !== undefined) return 'khoan-co-ten';
  if (paper.loai === 'de_muc') {
    if (paper.cauTruc === undefined) return node.type.name === 'doan' ? `de-muc cap-${paper.cap}` : '';
    if (paper.cauTruc === 'Điều') return 'de-muc ten-dieu';
    return phan.laTen ? 'cau-truc ten-cau-truc' : 'cau-truc';
  }
  if (paper.loai === 'muc') return `muc muc-${paper.dau === '-' || paper.dau === '+' ? 'gach' : 'so'}`;
  return LOP[paper.loai] ?? '';
}

/** A number that the program writes. */
function soCua({ paper, phan }) {
  if (paper?.loai !== 'de_muc' || paper.coSo || phan.laTen) return {};
  return { 'data-so': paper.cauTruc ? `(${paper.cauTruc} ${paper.so})` : paper.so };
}

/** Cells stand as their column does; an empty head is no head to whoever listens. */
function cotCua({ node, pos }, ra) {
  const map = TableMap.get(node);
  for (const at of new Set(map.map)) {
    const canh = canhCua(node.attrs.cot[map.findCell(at).left] ?? '---');
    const cell = node.nodeAt(at);
    const laDau = cell.type.name === 'o_dau';
    const attrs = laDau ? cell.textContent.trim() === '' && { role: 'cell' } : canh !== 'trai' && { class: `cot-${canh}` };
    if (attrs) ra.push(Decoration.node(pos + 1 + at, pos + 1 + at + cell.nodeSize, attrs));
  }
}

/** Notes are counted by their marks, as the paper counts them. */
function dauCua(doc, ra) {
  const so = new Map();
  const co = new Set();
  doc.forEach(node => { if (node.type.name === 'chu_thich') co.add(node.attrs.ten); });
  doc.descendants((node, pos) => {
    if (node.type.name !== 'dau_chu_thich') return;
    const { ten } = node.attrs;
    if (!so.has(ten)) so.set(ten, so.size + 1);
    const attrs = co.has(ten) ? { 'data-so': String(so.get(ten)) } : { 'data-so': '?', class: 'hong', title: `Dấu [^${ten}] chưa có lời chú thích` };
    ra.push(Decoration.node(pos, pos + 1, attrs));
  });
  doc.forEach((node, pos) => {
    if (node.type.name !== 'chu_thich') return;
    const n = so.get(node.attrs.ten);
    ra.push(Decoration.node(pos, pos + node.nodeSize, { 'data-so': n ? String(n) : '?', ...(n ? {} : { class: 'hong' }) }));
  });
}
