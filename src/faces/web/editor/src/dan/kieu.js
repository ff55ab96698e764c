// Kiểu: what an element's style says, read as text: nothing of a paste is ever styled.

const nho = new Map();

/** `a: b; c: d` → a map of lower-case names. */
export function docKieu(text) {
  if (!text) return {};
  let ra = nho.get(text);
  if (!ra) {
    ra = {};
    for (const m of text.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;])*)/g)) ra[m[1].toLowerCase()] = m[2].trim();
    if (nho.size > 5000) nho.clear();
    nho.set(text, ra);
  }
  return ra;
}

/** The classes of the style sheets that a paste carries. */
export function docLop(html) {
  const ra = new Map();
  for (const [, css] of html.matchAll(/<style[^>]*>([^]*?)<\/style>/gi)) {
    const sach = css.replace(/<!--|-->|\/\*[^]*?\*\//g, '');
    for (const [, chon, than] of sach.matchAll(/([^{}@;]+)\{([^{}]*)\}/g)) {
      for (const mot of chon.split(',')) {
        const lop = /^\s*(?:[\w\\:]*)\.([\w-]+)\s*$/.exec(mot);
        if (lop) ra.set(lop[1], { ...ra.get(lop[1]), ...docKieu(than) });
      }
    }
  }
  return ra;
}

export function kieuCua(dom, lop) {
  const ra = {};
  for (const ten of (dom.getAttribute('class') ?? '').split(/\s+/)) Object.assign(ra, lop.get(ten));
  return Object.assign(ra, docKieu(dom.getAttribute('data-kieu')));
}

/** Bold and italic as an element changes them. */
export function nhanCua(ten, kieu, cu) {
  const ra = { ...cu };
  if (ten === 'b' || ten === 'strong') ra.dam = true;
  if (ten === 'i' || ten === 'em') ra.nghieng = true;
  const w = kieu['font-weight'];
  if (w !== undefined) ra.dam = /^(bold|bolder)$/i.test(w) || Number.parseInt(w, 10) >= 600;
  const s = kieu['font-style'];
  if (s !== undefined) ra.nghieng = /^(italic|oblique)/i.test(s);
  return ra;
}

export function canhCua(dom, kieu) {
  const canh = (kieu['text-align'] ?? dom.getAttribute('align') ?? '').toLowerCase();
  if (canh === 'center' || canh === '-webkit-center') return 'giua';
  return canh === 'right' || canh === 'end' ? 'phai' : canh === '' ? undefined : null;
}

export const phongCua = kieu => (kieu['font-family'] ?? '').split(',')[0].replace(/["']/g, '').trim();
