// Plain text → blocks: read as a body, since that is how clerks type lists by hand.

import { luocDo } from '../luoc_do.js';
import { docMd } from '../md/tu_md.js';
import { sachChu } from './ky_tu_la.js';

const { nodes } = luocDo;

export function tuVanBan(text, cach) {
  const doc = docMd(sachChu(text.replace(/\r\n?/g, '\n')).replace(/^\n+|\s+$/g, ''), cach);
  const all = doc.content.content.flatMap(boGoc).filter(node => node.type !== nodes.doan || node.content.size > 0);
  return { nodes: all.filter(n => n.type !== nodes.chu_thich), ghiChu: all.filter(n => n.type === nodes.chu_thich), loi: [] };
}

/** What is no body's language stays as words, a line a paragraph. */
function boGoc(node) {
  if (node.type === nodes.tho) {
    return node.textContent.split('\n').filter(line => line.trim() !== '').map(line => nodes.doan.create(null, luocDo.text(line.trim().replaceAll('\t', ' '))));
  }
  return [node.type.create({ ...node.attrs, goc: null }, node.content)];
}
