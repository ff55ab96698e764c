// Values of fields: a text, a list, a group, or nothing; paths that lead to them, places in them.

export const laChu = (v) => typeof v === "string";
export const laNhom = (v) => v != null && typeof v === "object" && !Array.isArray(v);
export const laTrong = (v) => v == null || v === "" || (Array.isArray(v) && v.length === 0);

// Without what says nothing, keys in one order.
export function gon(v) {
  if (Array.isArray(v)) { const all = v.map(gon); return all.length ? all : null; }
  if (laNhom(v)) {
    const out = {};
    for (const k of Object.keys(v).sort()) { const x = gon(v[k]); if (x !== null) out[k] = x; }
    return Object.keys(out).length ? out : null;
  }
  return v === "" || v === undefined ? null : v;
}

export const bang = (a, b) => JSON.stringify(gon(a)) === JSON.stringify(gon(b));

// The same to the letter: a name without a text is still a name, and taking it away is a change.
const dung = (v) => {
  if (Array.isArray(v)) return v.map(dung);
  if (laNhom(v)) return Object.fromEntries(Object.keys(v).sort().map((k) => [k, dung(v[k])]));
  return v === "" || v === undefined ? null : v;
};
export const nhuCu = (a, b) => JSON.stringify(dung(a)) === JSON.stringify(dung(b));

// What is typed is sent as it is; only what says nothing is nothing.
export const chuHay = (text) => (text.trim() === "" ? null : text);

// What the form doesn't know of a group stays in it.
export function docNhom(cu, con) {
  const moi = laNhom(cu) ? { ...cu } : {};
  for (const c of con) {
    const v = c.o.doc();
    if (v === null) { if (c.khoa in moi && moi[c.khoa] !== null) delete moi[c.khoa]; } else moi[c.khoa] = v;
  }
  return Object.keys(moi).length === 0 ? null : moi;
}

// Of what is told by paths, `[path, …]`, that of one field, with the rest of its paths: `di_lai[0].lan` of `di_lai` is
// `[0].lan`.
export function cua(ds, khoa) {
  const ra = [];
  for (const [duong, ...con] of ds) {
    const sau = duong.slice(khoa.length);
    if (duong.startsWith(khoa) && /^$|^[.[]/.test(sau)) ra.push([sau.replace(/^\./, ""), ...con]);
  }
  return ra;
}

// A byte of a text as a place in a text of the browser.
export function tuByte(text, byte) {
  const bytes = new TextEncoder().encode(text);
  return new TextDecoder().decode(bytes.slice(0, byte)).length;
}

export const raByte = (text, at) => new TextEncoder().encode(text.slice(0, at)).length;

// Where a field stands in its file: `phu_luc[1].noi_dung`.
export function duongCua(el) {
  const buoc = [];
  for (let at = el.closest("[data-khoa], .phan-tu"); at; at = at.parentElement.closest("[data-khoa], .phan-tu")) {
    if (at.dataset.khoa !== undefined) buoc.unshift("." + at.dataset.khoa);
    else buoc.unshift("[" + [...at.parentElement.children].filter((x) => x.matches(".phan-tu")).indexOf(at) + "]");
  }
  return buoc.join("").replace(/^\./, "");
}
