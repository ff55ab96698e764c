// Letters: the classes that Rust's `char` has, so that both readers cut a line at the same places.

const TRANG = '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const DAU = new RegExp(`^[${TRANG}]+`, 'u');
const CUOI = new RegExp(`[${TRANG}]+$`, 'u');
const MOT_TRANG = new RegExp(`^[${TRANG}]$`, 'u');

/** `str::trim_start`. */
export const gotDau = text => text.replace(DAU, '');

/** `str::trim_end`; by hand, since a regular expression would be slow on a long row of blanks. */
export function gotCuoi(text) {
  let den = text.length;
  while (den > 0 && MOT_TRANG.test(text[den - 1])) den -= 1;
  return den < text.length ? text.slice(0, den) : text;
}

/** `str::trim`. */
export const got = text => gotDau(gotCuoi(text));

export const laTrang = c => c !== undefined && MOT_TRANG.test(c);
export const laChuCai = c => c !== undefined && /^\p{Alphabetic}$/u.test(c);
export const laChuSo = c => c !== undefined && /^[\p{Alphabetic}\p{N}]$/u.test(c);
export const laSo = c => c !== undefined && c >= '0' && c <= '9' && c.length === 1;
export const laHoa = c => c !== undefined && /^\p{Uppercase}$/u.test(c);
export const laThuong = c => c !== undefined && /^\p{Lowercase}$/u.test(c);

/** The character before a place in a text, and the one at it, as whole code points. */
export function kyTuTruoc(text, at) {
  if (at <= 0) return undefined;
  const low = text.charCodeAt(at - 1);
  const doi = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return doi ? text.slice(at - 2, at) : text[at - 1];
}

export function kyTuSau(text, at) {
  const code = text.codePointAt(at);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

/** How many characters, as people count them in Rust: code points. */
export const soKyTu = text => {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
};

/** Lower case without tone marks. */
export const khongDau = text =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
