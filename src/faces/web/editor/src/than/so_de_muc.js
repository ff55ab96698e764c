// The numbers that were typed before heads, and those that the program writes (`than_bai/so_de_muc.rs`).

import { got, laThuong } from './ky_tu.js';
import { soTuChu } from './cau_truc.js';
import { DanhSo, soCuaDiem } from './danh_so.js';

/** `a)` follows `1.` as well as `1.1.` (PL I, II.6). */
const nhayBac = (truoc, cap) => cap > truoc + 1 && !(truoc === 2 && cap === 4);

export class SoDeMuc {
  /** `trich`: an extract, in which nothing is counted. */
  constructor(trich) {
    this.trich = trich;
    this.dem = new DanhSo();
    this.capTruoc = undefined;
    this.dieu = 0;
    /** There is a Chương or a Điều above. */
    this.coPhan = false;
  }

  /** Whether a Điều with this number may follow; if not, the words are a citation. */
  coTheKeTiep(so) {
    if (this.laDieuThem(so)) return true;
    const n = /^[0-9]+$/.test(so) ? Number(so) : 0;
    return this.trich ? n > this.dieu : n === this.dieu + 1;
  }

  coTheLaDeMuc(cap, so) {
    // A text without heads has khoản at most; those of a Điều are its own.
    const duoi = this.capTruoc === undefined ? cap === 2 && !this.coPhan : !nhayBac(this.capTruoc, cap);
    return duoi && boCham(so) === boCham(this.dem.banSao().keTiep(cap, true));
  }

  laDieuThem(so) {
    const chu = [...so];
    let den = chu.length;
    while (den > 0 && laThuong(chu[den - 1])) den -= 1;
    const bare = chu.slice(0, den).join('');
    return den < chu.length && /^[0-9]+$/.test(bare) && Number(bare) === this.dieu;
  }

  /** A part of a regulation: the number that it has on the paper. */
  cauTruc(ten, so) {
    this.capTruoc = undefined;
    this.coPhan = true;
    if (this.trich) {
      if (ten === 'Điều' && /^[0-9]+$/.test(so ?? '')) this.dieu = Number(so);
      return so ?? '';
    }
    if (ten === 'Điều') {
      if (so !== undefined && this.laDieuThem(so)) return so;
      this.dieu += 1;
    }
    const dung = this.dem.phanKeTiep(ten);
    // A number in words stays as it was typed.
    return so !== undefined && soTuChu(so) !== undefined ? so.toLowerCase() : dung;
  }

  /** A plain head: `{so, ten, go}`: its number on the paper, its title, the number as typed. */
  thuong(cap, text) {
    const typed = soDaGo(text);
    const cham = typed ? !typed.so.endsWith(')') : undefined;
    if (this.trich) return { so: typed?.so ?? '', ten: typed?.ten ?? text, go: typed?.so };
    this.capTruoc = cap;
    const so = this.dem.keTiep(cap, cham);
    return { so, ten: typed?.ten ?? text, go: typed?.so };
  }
}

const boCham = so => so.replace(/\.+$/, '');

/** A number before a title: `I.`, `1.`, `1.1.`, `a)`. */
function soDaGo(text) {
  const cat = text.indexOf(' ');
  if (cat < 0) return undefined;
  const so = text.slice(0, cat);
  const ten = got(text.slice(cat + 1));
  const arabic = t => /^[0-9]{1,3}(\.[0-9]{1,3})*$/.test(t);
  const known = so.endsWith('.')
    ? /^[IVXLC]+\.$/.test(so) || arabic(so.slice(0, -1))
    : (so.includes('.') && arabic(so)) || (so.endsWith(')') && soCuaDiem(so.slice(0, -1)) !== undefined);
  return known && ten !== '' ? { so, ten } : undefined;
}
