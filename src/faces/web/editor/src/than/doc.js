// Reads a body line by line, as `than_bai/doc.rs` does. What comes out are the blocks of the paper, each with the
// paragraphs of the text that it was made of (`phan`), so that an editor can show them and find their place again.

import { got, gotCuoi, gotDau, laHoa, laThuong, laChuCai, soKyTu } from './ky_tu.js';
import { laKichThuoc, tachAnh } from './anh.js';
import { boVach, cacO, canhCua, dongGach, ghep, soCot, tachBr } from './bang.js';
import { tachCauTruc } from './cau_truc.js';
import { tachDau } from './dau_muc.js';
import { cacDong, laChu, moChuThich } from './dong_go.js';
import { tachLenh } from './lenh.js';
import { SoDeMuc } from './so_de_muc.js';

const CAP_SAU_NHAT = 6;
const HANG_DAU_NHIEU_NHAT = 4;
const TEN_DAI_NHAT = 120;
const KHONG_NGAT = '\u00a0';

/**
 * The blocks of a text in order, and its notes among them: `[{loai, phan, tu, den, …}]`. `hong` says that the paper
 * does not have it as it was typed; `bo`, that the paper has nothing of it.
 */
export function docThan(text, { trich = false } = {}) {
  const doc = new NguoiDoc(trich);
  doc.cacDong(cacDong(text));
  return doc.ra;
}

class NguoiDoc {
  constructor(trich, trongGhiChu = false) {
    this.trich = trich;
    this.trongGhiChu = trongGhiChu;
    this.ra = [];
    this.mo = undefined;
    this.so = new SoDeMuc(trich);
    this.gach = undefined;
    this.lenh = [];
    /** Where the requests that were taken up begin, for the block that takes them. */
    this.tuLenh = undefined;
  }

  cacDong(lines) {
    for (let i = 0; i < lines.length; ) {
      const line = lines[i];
      if (this.yeuCau(line, lines, i)) {
        i += 1;
        continue;
      }
      const taken = this.hinh(line) ?? this.bang(lines, i) ?? this.ghiChu(lines, i);
      if (taken === undefined) this.dong(line, lines, i);
      i += taken ?? 1;
      if (line.chu !== '') this.yeuCauThua();
    }
    this.dongKhoi();
    const cuoi = this.ra.findLast(khoi => !khoi.bo && khoi.loai !== 'chu_thich');
    if (cuoi?.loai === 'sang_trang') cuoi.bo = true;
    this.yeuCauThua();
  }

  dong(go, lines, i) {
    const line = go.chu;
    if (line === '') {
      if (this.mo?.loai !== 'tieu_de') this.dongKhoi();
    } else if (this.mo?.loai === 'tieu_de') {
      this.tieuDe(go);
    } else if (line[0] === '#') {
      this.dongKhoi();
      this.dongThang(go);
    } else if (this.dongGiua(go)) {
      // It stands alone.
    } else if (this.khoanCoTen(go, lines, i) || this.khoanLienVan(go)) {
      this.gach = undefined;
    } else if (tachDau(line)) {
      this.muc(go);
    } else if (dauLa(line)) {
      this.moDoan(go, line);
    } else if (!this.dieu(go, lines, i) && !this.deMucKhongThang(go)) {
      const text = boChan(line);
      if (this.mo && !soKep(line) && go.noi) this.them(go, text);
      else this.moDoan(go, text);
    }
  }

  muc(go) {
    const dau = tachDau(go.chu);
    const yNho = dau.loai === 'gach' && this.gach !== undefined && go.lui >= this.gach + 2;
    if (dau.loai === 'gach' && !yNho) this.gach = go.lui;
    else if (dau.loai !== 'gach' && dau.loai !== 'cong') this.gach = undefined;
    this.moKhoi('muc', go, dau.sau, { dau: yNho ? '+' : dau.in, yNho });
  }

  // --- heads -----------------------------------------------------------------------------------------------------

  dongThang(go) {
    const bare = go.chu.replace(/^#+/, '');
    const cap = go.chu.length - bare.length;
    const text = got(bare);
    const cach = [' ', '\t', KHONG_NGAT].includes(bare[0]);
    if (text === '' || !cach || (cap > CAP_SAU_NHAT && !tachCauTruc(text))) {
      this.day({ loai: 'hong', hong: true, bo: true, phan: [phanCua(go, go.chu)] });
    } else {
      this.deMuc(cap, text, { ...phanCua(go, text), cap });
    }
  }

  /** `phan` is the paragraph that the head was typed as. */
  deMuc(cap, tho, phan) {
    const text = boDam(tho);
    const part = tachCauTruc(text);
    if (part) {
      const so = this.so.cauTruc(part.ten, part.so);
      const khoi = { loai: 'de_muc', cap, cauTruc: part.ten, so, coSo: part.so !== undefined, chu: part.tieuDe, phan: [phan] };
      if (part.tieuDe === '') this.mo = { loai: 'tieu_de', khoi };
      else this.day(khoi);
      return;
    }
    const { so, ten, go } = this.so.thuong(cap, text);
    this.day({ loai: 'de_muc', cap, so, coSo: go !== undefined, chu: ten, phan: [phan] });
  }

  /** The title of a part that stands on a line of its own. */
  tieuDe(go) {
    const { khoi } = this.mo;
    const text = got(go.chu.replace(/^#+/, ''));
    const cap = go.chu.length - go.chu.replace(/^#+/, '').length;
    khoi.chu = text;
    // Marks that would be no head elsewhere are kept as they stand.
    const thuong = cap === 0 || (cap <= CAP_SAU_NHAT && text !== '' && /^#+[ \t\u00a0]/.test(go.chu));
    khoi.phan.push({ ...phanCua(go, thuong ? text : go.chu), cap: thuong ? cap : 0, laTen: true, hong: !thuong });
    this.mo = undefined;
    this.day(khoi);
  }

  dieu(go, lines, i) {
    const line = go.chu;
    const dam = line.startsWith('**');
    const bare = dam ? line.slice(2) : line;
    const part = tachCauTruc(bare);
    if (part?.ten !== 'Điều' || part.so === undefined) return false;
    let after = gotDau(bare.slice('Điều'.length));
    if (after.startsWith(part.so)) after = after.slice(part.so.length);
    if (after[0] !== '.' && after[0] !== ':') return false;
    const text = after.slice(1);
    const tiep = this.mo && !/[.;:!]$/.test(gotCuoi(this.mo.khoi.lien ?? this.mo.khoi.chu));
    if (tiep && !this.so.coTheKeTiep(part.so)) return false;
    this.dongKhoi();
    if ((dam && line.endsWith('**')) || (!dam && laTen(text, lines, i))) {
      this.deMuc(1, line, phanCua(go, line));
      return true;
    }
    const so = this.so.cauTruc('Điều', part.so);
    const chu = got(dam ? gotDau(text).replace(/^(\*\*)+/, '') : text);
    this.moKhoi('dieu', go, chu, { so });
    return true;
  }

  /** Heads as they are pasted from Word: `I. MỤC ĐÍCH`, `Chương I` alone on its line. */
  deMucKhongThang(go) {
    const bare = boDam(go.chu);
    const part = tachCauTruc(bare);
    const alone = part && part.ten !== 'Điều' && part.so !== undefined && part.tieuDe === '';
    const cat = bare.indexOf('. ');
    const title = bare.slice(cat + 2);
    const roman = cat > 0 && /^[IVXLC]+$/.test(bare.slice(0, cat)) && title === title.toUpperCase() && [...title].some(laChuCai);
    if (!alone && !roman) return false;
    this.dongKhoi();
    this.deMuc(1, bare, phanCua(go, go.chu));
    return true;
  }

  dongGiua(go) {
    const bare = boDam(go.chu);
    if (!/^QUYẾT (NGHỊ|ĐỊNH)[\s\u0085]*:$/u.test(bare)) return false;
    this.dongKhoi();
    this.day({ loai: 'dong_giua', chu: bare, phan: [phanCua(go, go.chu)] });
    return true;
  }

  khoanCoTen(go, lines, i) {
    const cat = go.chu.indexOf(' ');
    if (cat < 0) return false;
    const cap = this.capKeTiep(go.chu.slice(0, cat));
    const text = go.chu.slice(cat + 1);
    if (cap === undefined || !laTen(text, lines, i) || text.startsWith('**')) return false;
    this.dongKhoi();
    this.deMuc(cap, go.chu, phanCua(go, go.chu));
    return true;
  }

  capKeTiep(so) {
    if (this.trich || !/^[0-9.]*\.$/.test(so)) return undefined;
    const cap = so.replace(/\.+$/, '').split('.').length + 1;
    return cap <= 5 && this.so.coTheLaDeMuc(cap, so) ? cap : undefined;
  }

  khoanLienVan(go) {
    if (!go.chu.startsWith('**')) return false;
    const rest = go.chu.slice(2);
    const cat = rest.indexOf('**');
    if (cat < 0) return false;
    const ten = rest.slice(0, cat);
    const text = got(rest.slice(cat + 2));
    const trang = ten.indexOf(' ');
    const cap = trang < 0 || text === '' ? undefined : this.capKeTiep(ten.slice(0, trang));
    if (cap === undefined) return false;
    this.dongKhoi();
    this.deMuc(cap, ten, phanCua(go, go.chu));
    const khoi = this.ra.at(-1);
    // As in Rust: a name that is a part without its title opens nothing.
    if (khoi?.phan[0].tu === go.dau && khoi.loai === 'de_muc') {
      this.ra.pop();
      this.mo = { loai: 'lien_van', khoi: { ...khoi, lien: text } };
    }
    return true;
  }

  // --- paragraphs ------------------------------------------------------------------------------------------------

  moDoan(go, text) {
    const canh = this.layCanh();
    this.moKhoi('doan', go, text, { canh });
  }

  /** Opens a block; `chu` is what the paper has of this line behind the mark. */
  moKhoi(loai, go, chu, them) {
    this.dongKhoi();
    const chan = loai === 'doan' && boChan(go.chu) !== go.chu;
    const phan = phanCua(go, chan ? boChan(go.chu) : go.chu);
    phan.chan = chan;
    this.mo = { loai, khoi: { loai, chu, ...them, phan: [phan] } };
  }

  them(go, text) {
    const { khoi } = this.mo;
    const noi = khoi.lien === undefined ? 'chu' : 'lien';
    khoi[noi] += (khoi[noi] === '' ? '' : ' ') + text;
    const phan = khoi.phan.at(-1);
    phan.manh.push([phan.text.length + 1, go.dau + go.chu.length - text.length]);
    phan.text += ` ${text}`;
    phan.den = go.dau + go.chu.length;
  }

  dongKhoi() {
    const { mo } = this;
    this.mo = undefined;
    if (mo) this.day(mo.khoi);
  }

  day(khoi) {
    khoi.tu = Math.min(khoi.phan[0].tu, this.tuLenh ?? Infinity);
    khoi.den = khoi.phan.at(-1).den;
    this.tuLenh = undefined;
    this.ra.push(khoi);
  }

  // --- requests --------------------------------------------------------------------------------------------------

  yeuCau(go, lines, i) {
    const found = tachLenh(go.chu);
    if (!found) return false;
    this.dongKhoi();
    for (const lenh of found.lenh) this.lenh.push({ lenh, tu: go.dau, den: go.dau + go.chu.length, ca: found.sau === '' });
    if (this.lay('sang_trang')) {
      this.tuLenh = undefined;
      const rieng = found.lenh.every(lenh => lenh === 'sang_trang');
      this.day({ loai: 'sang_trang', hong: !rieng, phan: [{ tu: go.dau, den: go.dau + (rieng ? found.dai : go.chu.length) }] });
    }
    if (found.sau !== '') {
      this.dong({ ...go, chu: found.sau, dau: go.dau + go.chu.length - found.sau.length }, lines, i);
      this.yeuCauThua();
    }
    // A line that stands in the middle is whole.
    if (this.mo?.loai === 'doan' && this.mo.khoi.canh) this.dongKhoi();
    return true;
  }

  /** Whether this was asked for what comes next; then it is done with. */
  lay(lenh) {
    const asked = this.lenh.filter(l => l.lenh === lenh);
    this.lenh = this.lenh.filter(l => l.lenh !== lenh);
    for (const { tu } of asked) this.tuLenh = Math.min(tu, this.tuLenh ?? Infinity);
    return asked.length > 0;
  }

  layCanh() {
    return ['giua', 'phai'].find(canh => this.lay(canh));
  }

  /** Requests without an effect: their lines stay as they were typed. */
  yeuCauThua() {
    const thua = this.lenh;
    this.lenh = [];
    for (const { tu, den } of thua) {
      this.ra.push({ loai: 'thua', hong: true, bo: true, phan: [{ tu, den }], tu, den });
    }
  }

  // --- what takes lines of its own -------------------------------------------------------------------------------

  hinh(go) {
    const anh = tachAnh(go.chu);
    if (!anh) return undefined;
    this.dongKhoi();
    const canh = this.layCanh();
    const hong = !laKichThuoc(anh.kichThuoc);
    this.day({ loai: 'anh', ...anh, canh, hong, bo: hong, phan: [phanCua(go, go.chu)] });
    return 1;
  }

  bang(lines, i) {
    const first = lines[i];
    const vach = first.chu[0] === '|';
    const ho = !vach && first.chu.includes('|') && lines[i + 1] && dongGach(lines[i + 1].chu, false);
    if (!vach && !ho) return this.bangCuaExcel(lines, i);
    this.dongKhoi();
    let den = i;
    while (den < lines.length && (vach ? lines[den].chu[0] === '|' : lines[den].chu.includes('|'))) den += 1;
    const own = lines.slice(i, den);
    const dau = own.slice(0, HANG_DAU_NHIEU_NHAT + 1).findIndex(line => dongGach(line.chu, vach));
    if (dau < 0) {
      this.day({ loai: 'hong', hong: true, bo: true, phan: [phanCacDong(own)] });
      return own.length;
    }
    const cot = dongGach(own[dau].chu, vach);
    const rows = own.filter((_, k) => k !== dau);
    const hang = rows.map(line => cacO(line.chu).map(o => ({ ...o, at: o.at + line.dau })));
    this.xongBang(own, cot, dau, hang);
    return own.length;
  }

  bangCuaExcel(lines, i) {
    if (!lines[i].chu.includes('\t')) return undefined;
    let den = i;
    while (den < lines.length && lines[den].chu !== '' && lines[den].chu[0] !== '|' && lines[den].tho.includes('\t')) den += 1;
    const own = lines.slice(i, den);
    if (own.filter(line => line.chu.includes('\t')).length < 2) return undefined;
    this.dongKhoi();
    const hang = own.map(oExcel);
    const cot = Math.max(...hang.map(row => row.length));
    for (const row of hang) while (row.length < cot) row.push({ chu: '', gopCot: 1, at: row.at(-1).at + row.at(-1).chu.length, tron: true });
    // A tab at either end is an empty cell.
    const phan = { tu: own[0].tu + /^ */.exec(own[0].tho)[0].length, den: own.at(-1).den };
    this.xongBang(own, Array(cot).fill('---'), 1, hang, phan);
    return own.length;
  }

  xongBang(own, cot, soHangDau, rows, phan = phanCacDong(own)) {
    const { hang, sai } = ghep(rows, soHangDau);
    const lech = rows.some(row => soCot(row) !== cot.length);
    const khongKe = this.lay('khong_ke');
    const tachHang = this.lay('tach_hang');
    this.day({
      loai: 'bang', cot, canh: cot.map(canhCua), soHangDau, khongKe, tachHang,
      hang: hang.map(row => row.map(o => ({ ...o, khoi: khoiTrongO(o) }))),
      hong: sai || lech || rows.length === 0, phan: [phan],
    });
  }

  ghiChu(lines, i) {
    const first = lines[i];
    const found = moChuThich(first.chu);
    if (!found) return undefined;
    let count = 0;
    for (let k = 0; i + 1 + k < lines.length; k += 1) {
      const line = lines[i + 1 + k];
      const under = line.lui > first.lui && line.chu !== '';
      if (under || (k === count && laChu(line) && line.noi)) count = k + 1;
      else if (line.chu !== '') break;
    }
    this.dongKhoi();
    const own = lines.slice(i, i + 1 + count);
    if (this.trongGhiChu) {
      this.day({ loai: 'chu_thich', ten: found.ten, khoi: [], hong: true, phan: [phanCacDong(own)] });
      return count + 1;
    }
    const con = new NguoiDoc(this.trich, true);
    if (found.text !== '') {
      const dau = first.dau + first.chu.length - found.text.length;
      con.mo = { loai: 'doan', khoi: { loai: 'doan', chu: found.text, phan: [{ ...phanCua({ ...first, chu: found.text, dau }, found.text), mo: true, chan: tachDau(found.text) !== undefined }] } };
    }
    con.cacDong(own.slice(1));
    const chiChu = con.ra.every(khoi => ['doan', 'muc'].includes(khoi.loai) && !khoi.hong);
    this.day({ loai: 'chu_thich', ten: found.ten, khoi: con.ra, hong: !chiChu, phan: [phanCacDong(own)] });
    return count + 1;
  }
}

/** A line as a paragraph of the editor: its text with the place of each piece. */
function phanCua(go, text) {
  const den = go.dau + go.chu.length;
  return { tu: go.dau, den, text, manh: [[0, den - text.length]] };
}

const phanCacDong = own => ({ tu: own[0].dau, den: own.at(-1).dau + own.at(-1).chu.length });

/** The cells of a row from Excel, its indent left out. */
function oExcel(line) {
  const tho = line.tho.replace(/^[ \r]+|[ \r]+$/g, '');
  let at = line.tu + line.tho.indexOf(tho);
  return tho.split('\t').map(chu => {
    const o = { chu: got(chu), gopCot: 1, at: at + Math.max(0, chu.indexOf(got(chu))), tron: true };
    at += chu.length + 1;
    return o;
  });
}

function khoiTrongO(o) {
  const { text, cho } = o.tron ? { text: o.chu, cho: [...Array(o.chu.length).keys()] } : boVach(o.chu);
  const tai = at => o.at + (at < cho.length ? cho[at] : o.chu.length);
  return tachBr(text).map(part => {
    const tho = got(part.text);
    const at = part.at + Math.max(0, part.text.indexOf(tho));
    const lenh = tachLenh(tho);
    const canh = lenh && lenh.sau !== '' && lenh.lenh.length === 1 && ['giua', 'phai', 'trai'].includes(lenh.lenh[0]) ? lenh.lenh[0] : undefined;
    const sau = canh ? lenh.sau : tho;
    const anh = tachAnh(sau);
    if (anh) return { loai: 'anh', ...anh, canh };
    const dau = at + tho.length - sau.length;
    return { loai: 'doan', chu: sau, canh, cho: Array.from({ length: sau.length + 1 }, (_, k) => tai(dau + k)) };
  });
}

/** Whether the rest of a line is the title of what stands below it. */
function laTen(tho, lines, i) {
  const text = got(tho);
  const dai = soKyTu(text);
  const next = lines.slice(i + 1).find(line => line.chu !== '');
  if (!next || dai < 1 || dai > TEN_DAI_NHAT) return false;
  const ended = /[.;:,!?…-]$/.test(text) || text.includes('. ');
  const goesOn = lines[i + 1].chu !== '' && laChu(next) && next.noi;
  const sibling = next.chu.startsWith('Điều ') || next.chu[0] === '#';
  const dau = tachDau(next.chu);
  const numbered = dau?.loai === 'khoan' && dau.so > 1;
  return !ended && laHoa(String.fromCodePoint(text.codePointAt(0))) && !goesOn && !sibling && !numbered;
}

/** `1.1. …`: no mark of ours, but a paragraph of its own. */
function soKep(line) {
  return /^[0-9]{1,2}(\.[0-9]{1,2})+\.+$/.test(line.split(' ', 1)[0]);
}

/** A mark as the decree doesn't know it: `f)`, `a.`, `a/`, `1/`. */
function dauLa(line) {
  const cat = line.indexOf(' ');
  if (cat < 1 || got(line.slice(cat + 1)) === '') return false;
  if (/^[-–+]/.test(line) && laHoa(String.fromCodePoint(line.codePointAt(1)))) return true;
  const than = line.slice(0, cat - 1);
  const number = /^[0-9]{1,2}$/.test(than);
  const letter = soKyTu(than) === 1 && laThuong(than);
  switch (line[cat - 1]) {
    case ')': return letter && 'fjwz'.includes(than);
    case '.': return letter;
    case '/': return letter || number;
    default: return false;
  }
}

/** A `\` before a mark at the beginning of a line makes it plain text. */
export function boChan(line) {
  if (line[0] !== '\\') return line;
  const rest = line.slice(1);
  return /^[#\-+|•–]/.test(rest) || tachDau(rest) ? rest : line;
}

/** A head is bold anyway. */
function boDam(text) {
  const inner = text.length >= 4 && text.startsWith('**') && text.endsWith('**') ? text.slice(2, -2) : text;
  return got(inner.includes('**') ? text : inner);
}
