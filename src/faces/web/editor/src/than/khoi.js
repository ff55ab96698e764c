// The blocks of a body as plain values, in the words of `than_bai/mod.rs`: for holding both readers against each
// other, and for `dump.mjs`.

import { docChu } from './chu.js';
import { docThan } from './doc.js';

const chu = text => docChu(text).map(p => (p.ten === undefined ? [p.chu, p.dam, p.nghieng] : [p.ten]));
const canh = c => c ?? null;

const MOT_KHOI = {
  de_muc: k => ({ loai: 'de_muc', cap: Math.min(k.cap, 255), cau_truc: k.cauTruc ?? null, chu: chu(k.chu), lien: k.lien === undefined ? null : chu(k.lien) }),
  doan: k => ({ loai: 'doan', canh: canh(k.canh), chu: chu(k.chu) }),
  dieu: k => ({ loai: 'dieu', chu: chu(k.chu) }),
  muc: k => ({ loai: 'muc', dau: k.dau, chu: chu(k.chu) }),
  dong_giua: k => ({ loai: 'dong_giua', chu: chu(k.chu) }),
  sang_trang: () => ({ loai: 'sang_trang' }),
  anh: k => ({ loai: 'anh', canh: canh(k.canh) }),
  bang: k => ({
    loai: 'bang', canh: k.canh, so_hang_dau: k.soHangDau, khong_ke: k.khongKe, tach_hang: k.tachHang,
    hang: k.hang.map(row => row.map(o => ({ cot: o.cot, gop_cot: o.gopCot, gop_hang: o.gopHang, khoi: cacKhoi(o.khoi) }))),
  }),
};

const cacKhoi = khoi => khoi.filter(k => !k.bo && MOT_KHOI[k.loai]).map(k => MOT_KHOI[k.loai](k));

/** `{khoi, chu_thich}` as the paper has them. */
export function khoiCua(text, cach) {
  const all = docThan(text, cach);
  const chuThich = {};
  for (const k of all) if (k.loai === 'chu_thich') chuThich[k.ten] = cacKhoi(k.khoi);
  return { khoi: cacKhoi(all), chu_thich: chuThich };
}
