// Letters that a paste brings and a body should not have.

// Signs of Wingdings as Word and Excel put them into text.
const WINGDINGS = { þ: '☑', ý: '☒', '¨': '☐', q: '☐', o: '☐', ü: '✓', û: '✗', '«': '★', '*': '✉', '(': '☎', '§': '-', 'Ø': '-', v: '-', '·': '-', 'à': '→', 'è': '→' };

// TCVN3 (ABC), as `rules/soat/luat/bang_ma_cu.rs` has it.
const CU = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ§¡¢£¤¥¦';
const MOI = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐĂÂÊÔƠƯ';
const TU_CU = new Map([...CU].map((c, i) => [c, [...MOI][i]]));
const UNICODE_VIET = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư]/iu;

const MU = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', n: 'ⁿ' };
const CHI_SO = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋' };

/** Letters of an old set or of a face of signs → Unicode, by the name of the face. */
export function theoPhong(chu, phong, bao) {
  const ten = phong.toLowerCase();
  if (/^wingdings( 2| 3)?$/.test(ten)) {
    return [...chu].map(c => WINGDINGS[riengCua(c)] ?? (/\s/.test(c) ? c : la(bao))).join('');
  }
  if (ten === 'symbol') return chu.replace(/[·\uf0b7]/g, '-');
  if (ten.startsWith('.vn')) return tcvn3(chu, ten, bao);
  if (ten.startsWith('vni-') && /[^\x00-\x7f]/.test(chu)) {
    bao('Có chữ gõ bằng bảng mã VNI: chữ có dấu hiện sai. Chuyển sang Unicode bằng UniKey Toolkit (Ctrl+Shift+F6) rồi dán lại.');
  }
  return chu;
}

function tcvn3(chu, phong, bao) {
  if (!/[^\x00-\x7f\u00a0]/.test(chu) || UNICODE_VIET.test(chu)) return phong.endsWith('h') ? chu.toUpperCase() : chu;
  bao('Có chữ gõ bằng bảng mã cũ TCVN3 (phông .Vn…), đã chuyển sang Unicode: xin đọc soát lại.');
  const moi = [...chu].map(c => TU_CU.get(c) ?? c).join('');
  return phong.endsWith('h') ? moi.toUpperCase() : moi;
}

/** Word keeps a sign of such a face at U+F000 and what it is there. */
const riengCua = c => (c >= '\uf000' && c <= '\uf0ff' ? String.fromCharCode(c.charCodeAt(0) - 0xf000) : c);

function la(bao) {
  bao('Có dấu của phông Wingdings không chuyển được sang chữ: xin xem lại chỗ ấy.');
  return '';
}

export function muHoacChiSo(chu, mu, bao) {
  const bang = mu ? MU : CHI_SO;
  const doi = [...chu].map(c => (/\s/.test(c) ? c : bang[c]));
  if (!doi.includes(undefined)) return doi.join('');
  if (chu.trim() !== '') bao('Chữ nhỏ ở trên, ở dưới dòng được dán như chữ thường: xin xem lại (m², CO₂…).');
  return chu;
}

/** Without what nobody sees; a no-break space stays between digits alone. */
export function sachChu(text) {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?<![0-9])[\u00a0\u202f\u2007]|[\u00a0\u202f\u2007](?![0-9])/g, ' ')
    .replace(/[\uf0b7\uf0a7\uf0d8\uf076]/g, '-')
    .replace(/[\u2000-\u200a\u205f\u3000]/g, ' ');
}
