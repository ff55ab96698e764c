// Markdown → document. Every block keeps its source, so that what nobody touches goes back as it came.

import { luocDo } from '../luoc_do.js';
import { cacManh } from './manh.js';
import { chuan } from './chuan.js';

let lanDoc = 0;

/** The document of a text. */
export function docMd(text, cach) {
  lanDoc += 1;
  const lan = lanDoc;
  let truoc = 0;
  const nodes = cacManh(text, cach).map((manh, i) => {
    const goc = { truoc: text.slice(truoc, manh.tu), src: text.slice(manh.tu, manh.den), chuan: chuan(manh.node), so: i, lan };
    truoc = manh.den;
    return voiGoc(manh.node, goc);
  });
  const duoi = text.slice(truoc);
  const xuong = text.includes('\r\n') ? '\r\n' : '\n';
  return luocDo.nodes.doc.create({ duoi, xuong }, nodes.length ? nodes : [luocDo.nodes.doan.create()]);
}

/** The same block from another place. */
export const voiGoc = (node, goc) => node.type.create({ ...node.attrs, goc }, node.content, node.marks);
