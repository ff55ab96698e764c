// Chỗ: from a place in the Markdown to one in the editor and back.

const BYTE = new TextEncoder();

/** A place counted in `don`: `utf16` (JavaScript's), `byte` (UTF-8) or `char` (code points) → UTF-16. */
export function raUtf16(text, at, don) {
  if (don === 'utf16' || !don) return Math.min(at, text.length);
  let con = at;
  let i = 0;
  while (i < text.length && con > 0) {
    const c = String.fromCodePoint(text.codePointAt(i));
    con -= don === 'byte' ? BYTE.encode(c).length : 1;
    i += c.length;
  }
  return i;
}

export function tuUtf16(text, at, don) {
  const dau = text.slice(0, at);
  if (don === 'byte') return BYTE.encode(dau).length;
  return don === 'char' ? [...dau].length : at;
}

/** The textblocks of a block with the place of each of their positions: `{pos, cho}`; `pos` is where it begins inside. */
function cacDoan(k) {
  const that = [];
  const gom = (node, pos) => {
    if (node.isTextblock) that.push({ node, pos: pos + 1 });
    else node.forEach((con, offset) => gom(con, pos + 1 + offset));
  };
  gom(k.node, k.pos);
  const lai = [];
  const gomLai = node => (node.isTextblock ? lai.push(node) : node.forEach(gomLai));
  gomLai(k.lai);
  const co = k.node.type.name === 'chu_thich' ? that.filter(t => t.node.textContent.trim() !== '' || t.node.childCount > 1) : that;
  return co.slice(0, lai.length).map((t, i) => ({ pos: t.pos, cho: khop(t.node, lai[i], k.cho[i] ?? [k.den]) }));
}

const kyTu = node => {
  const ra = [];
  node.forEach(con => (con.isText ? ra.push(...con.text.split('')) : ra.push('\ufffc')));
  return ra;
};

/** A paragraph may hold blanks that are not written: they stand where the next letter stands. */
function khop(node, lai, cho) {
  const co = kyTu(lai);
  let j = 0;
  const ra = kyTu(node).map(c => {
    const at = cho[Math.min(j, cho.length - 1)];
    const giong = c === co[j] || (/\s/.test(c) && /\s/.test(co[j] ?? ''));
    if (giong) j += 1;
    return at;
  });
  ra.push(cho.at(-1));
  return ra;
}

/** The position in the editor of a place in the text. */
export function viTri(khoi, at) {
  const k = khoi.find(x => at <= x.den) ?? khoi.at(-1);
  if (!k) return 1;
  let gan;
  for (const { pos, cho } of cacDoan(k)) {
    for (let i = 0; i < cho.length; i += 1) {
      // Between two letters stands what the language writes there: the marks of emphasis.
      const truoc = i > 0 ? cho[i - 1] + 1 : cho[i];
      const xa = at > cho[i] ? at - cho[i] : Math.max(0, truoc - at);
      if (!gan || xa < gan.xa) gan = { xa, pos: pos + i };
    }
  }
  return gan ? gan.pos : k.pos;
}

/** Where the paragraph of a position stands in the text: `{from, to}`. */
export function doanTai(khoi, pos) {
  const k = khoi.findLast(x => x.pos <= pos);
  if (!k) return undefined;
  const doan = cacDoan(k).findLast(d => d.pos <= pos);
  return doan ? { from: doan.cho[0], to: doan.cho.at(-1) } : { from: k.tu, to: k.den };
}

/** The place in the text of a position in the editor. */
export function choTrongText(khoi, pos) {
  const k = khoi.findLast(x => x.pos <= pos);
  if (!k) return 0;
  const doan = cacDoan(k).findLast(d => d.pos <= pos);
  if (!doan) return k.tu;
  return doan.cho[Math.min(pos - doan.pos, doan.cho.length - 1)];
}
