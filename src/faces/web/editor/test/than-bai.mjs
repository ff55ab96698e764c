// Every body that the repository has: files, values of YAML blocks, examples of the manual.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const GOC = new URL('../../../../../', import.meta.url).pathname;
const BO_QUA = new Set(['node_modules', 'target', '.git']);

function* cacTep(folder) {
  for (const e of readdirSync(folder, { withFileTypes: true })) {
    if (BO_QUA.has(e.name)) continue;
    const path = join(folder, e.name);
    if (e.isDirectory()) yield* cacTep(path);
    else yield path;
  }
}

/** The values of `khoá: |` in a text, without their indent. */
export function giaTriKhoi(text) {
  const lines = text.split('\n');
  const ra = [];
  for (let i = 0; i < lines.length; i += 1) {
    const mo = /^(\s*)(?:-\s+)?[\w]+:\s*[|>][+-]?\d*\s*(?:#.*)?$/.exec(lines[i]);
    if (!mo) continue;
    const own = [];
    let lui;
    for (let k = i + 1; k < lines.length; k += 1) {
      const trang = /^ */.exec(lines[k])[0].length;
      if (lines[k].trim() !== '') {
        lui ??= trang;
        if (trang < lui || lui <= mo[1].length) break;
      }
      own.push(lines[k].slice(lui ?? 0));
    }
    while (own.length && own.at(-1).trim() === '') own.pop();
    if (own.length) ra.push(`${own.join('\n')}\n`);
  }
  return ra;
}

/** `[{ten, text}]`, each text once. */
export function cacThanBai() {
  const ra = new Map();
  const them = (ten, text) => ra.has(text) || ra.set(text, ten);
  for (const dir of ['data', 'docs', 'templates', 'tests', 'src']) {
    for (const path of cacTep(join(GOC, dir))) {
      if (!/\.(md|yaml|yml|txt|rs)$/.test(path)) continue;
      const text = readFileSync(path, 'utf8').normalize('NFC');
      const ten = path.slice(GOC.length);
      if (path.endsWith('.rs')) continue;
      if (path.endsWith('.md')) them(ten, text);
      giaTriKhoi(text).forEach((body, i) => them(`${ten} (${i + 1})`, body));
    }
  }
  return [...ra].map(([text, ten]) => ({ ten, text }));
}
