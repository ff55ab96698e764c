// Dòng gõ: the lines of a body, and which of them go on with the line before (`than_bai/dong_go.rs`).

import { got, gotDau, laChuCai, laChuSo, laHoa, laThuong, soKyTu } from './ky_tu.js';
import { tachDau } from './dau_muc.js';

/** Nobody breaks lines by hand further right, nor further left. */
const NGAT_TAY = 140;
const NGAT_SOM = 60;
/** So near to the longest line ends one that was broken by hand. */
const GAN_LE = 15;
/** Words that no line ends with on purpose. */
const CON_NUA = new Set(['theo', 'tại', 'của', 'và', 'hoặc', 'cho', 'với', 'từ', 'đến', 'các', 'những', 'là', 'do', 'về', 'ở', 'trong', 'ngày',
  'tháng', 'năm', 'số', 'để', 'bằng', 'vào', 'như', 'được', 'thì', 'mà', 'giữa', 'cùng', 'trên', 'dưới', 'khi']);
const BYTE = new TextEncoder();

/** `[^tên]: …` */
export function moChuThich(line) {
  if (!line.startsWith('[^')) return undefined;
  const cat = line.indexOf(']:', 2);
  const ten = line.slice(2, cat);
  if (cat < 0 || ten === '' || /[\] ]/.test(ten)) return undefined;
  return { ten, text: got(line.slice(cat + 2)) };
}

/** All lines: `{chu, tho, lui, so, noi, tu, den, dau}`: words, indent, number, joined to the one above, its span in the
 * text without the line's end, and where the words begin. */
export function cacDong(text) {
  const lines = [];
  for (let tu = 0; tu < text.length; ) {
    const xuong = text.indexOf('\n', tu);
    const het = xuong < 0 ? text.length : xuong;
    const den = xuong >= 0 && text[het - 1] === '\r' && het > tu ? het - 1 : het;
    lines.push(dongGo(text.slice(tu, den), lines.length, tu));
    tu = het + 1;
  }
  let dau = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    if (i === lines.length || lines[i].chu === '') {
      noiDong(lines.slice(dau, i));
      dau = i + 1;
    }
  }
  return lines;
}

function dongGo(tho, so, tu) {
  const trang = tho.length - gotDau(tho).length;
  const dau = tho.slice(0, trang);
  const lui = BYTE.encode(dau).length + 3 * (dau.split('\t').length - 1);
  const chu = got(tho);
  return { chu, tho, lui, so, noi: true, tu, den: tu + tho.length, dau: tu + (chu === '' ? 0 : trang), dai: soKyTu(chu) };
}

/** Whether it is text and nothing that a mark at its beginning makes of it. */
export const laChu = line =>
  line.chu !== '' && line.chu[0] !== '#' && line.chu[0] !== '|' && !moChuThich(line.chu) && !tachDau(line.chu);

/** A mark of a list as other programs make it, before a capital: Word's round bullet `o`, `(a)`, `(2)`, `ii.`. */
function dauLaRieng(line) {
  const cat = line.search(/[ \t]/);
  if (cat < 0) return false;
  const word = line.slice(0, cat);
  const inside = /^\((.*)\)$/s.exec(word)?.[1];
  const counted = text => /^(?:[ivx]{1,4}|[0-9]{1,4})$/.test(text) || (soKyTu(text) === 1 && BYTE.encode(text).length <= 4);
  const mark = word === 'o' || (inside !== undefined && counted(inside)) || /^[ivx]{1,4}\.$/.test(word);
  return mark && laHoa([...gotDau(line.slice(cat))][0]);
}

/** How its first letter stands to the line above: `hoa` a capital or a digit, `thuong` a small letter or a sign inside
 * a sentence, `rieng` a sign that begins a line of its own. */
function mo(line) {
  if (dauLaRieng(line.chu)) return 'rieng';
  const [first, second] = line.chu.replace(/^[“"‘'(*[\\]+/, '');
  if (['-', '–', '+'].includes(first) && laHoa(second)) return 'rieng';
  if (laThuong(first)) return 'thuong';
  if (laChuSo(first)) return 'hoa';
  return first === undefined || ',.;:)]%”’–-+/^'.includes(first) ? 'thuong' : 'rieng';
}

const hetCau = line => /[.;:!?…]$/.test(line.chu.replace(/[”")*]+$/, ''));
const conNua = line => /[,–]$/.test(line.chu) || CON_NUA.has(line.chu.slice(line.chu.lastIndexOf(' ') + 1));
const inHoa = line => [...line.chu].some(laChuCai) && ![...line.chu].some(laThuong);

function noiDong(lines) {
  const dai = line => line.lui + line.dai;
  const longest = lines.reduce((max, line) => Math.max(max, dai(line)), 0);
  const le = longest >= NGAT_SOM && longest <= NGAT_TAY ? longest : Infinity;
  // That lines are broken by hand here is sure where a sentence goes on in small letters behind a full one.
  const tay = le < Infinity && lines.some((line, i) => {
    const above = lines[i - 1];
    return above && dai(above) + GAN_LE >= longest && !hetCau(above) && mo(line) === 'thuong';
  });
  let open = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const above = lines[i - 1];
    const line = lines[i];
    if (!laChu(above) && above.lui < line.lui) open = above.lui;
    const full = dai(above) + 1 + soKyTu(line.chu.split(' ', 1)[0]) > le;
    const hangs = line.lui > above.lui || (line.lui > open && line.lui === above.lui && open > 0);
    line.noi = hangs || noiTiep(above, line, full && tay);
  }
}

/** Whether a line goes on with the one above it; `full`: that one had no room for the next word, where lines are
 * broken by hand. */
function noiTiep(above, line, full) {
  const dau = mo(line);
  if (dau === 'rieng') return false;
  if (hetCau(above)) return full;
  if (dau === 'thuong' || conNua(above)) return true;
  return inHoa(above) === inHoa(line) && full;
}
