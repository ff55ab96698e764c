// Rows of a table that are days with what is done on each: an itinerary of Word or Excel becomes days of the form.

import { khongDau, soViet } from "./bang.js";

// What a column is also called.
const CON_GOI = { gio: ["thoi gian"], noi_dung: ["noi dung cong viec", "cong viec"], chu_tri: ["nguoi chu tri", "don vi chuan bi", "thuc hien"] };

// Whether a list is of days: a line, and a table under it.
export function motBangDuoi(con, laBang) {
  const [dong, bang] = [con.filter((c) => c.kieu.la === "dong"), con.filter((c) => c.kieu.la === "danh_sach" && laBang(c.kieu))];
  return con.length === 2 && dong.length === 1 && bang.length === 1 ? { dong: dong[0], bang: bang[0] } : null;
}

// The days; none if the rows are not days with their tasks. `oNgay` says that they are pasted where a day's name stands, so
// that rows without heads count from there.
export function cacNgayDan(luoi, { dong, bang }, oNgay) {
  const cot = bang.kieu.con;
  const la = (c, o) => [khongDau(c.nhan), khongDau(c.khoa.replaceAll("_", " ")), ...(CON_GOI[c.khoa] ?? [])].some((ten) => o === ten);
  const dau = luoi[0].map((o) => (la(dong, khongDau(o)) ? dong : cot.find((c) => la(c, khongDau(o)))));
  const coDau = dau.filter((c) => c && c !== dong).length > 1;
  const hang = coDau ? luoi.slice(1) : luoi;
  const theo = coDau ? dau : [dong, ...cot].slice(0, luoi[0].length);
  const ngayRieng = hang.some((h) => laNgay(h));
  if (coDau ? !(theo.includes(dong) || ngayRieng) : !(oNgay && luoi[0].length > 1)) return null;
  const ngay = [];
  for (const h of hang.filter((h) => h.some((o) => o !== ""))) {
    const ten = laNgay(h) ? h.find((o) => o !== "") : (h[theo.indexOf(dong)] ?? "");
    if (ten !== "" || ngay.length === 0) ngay.push({ ten, viec: [] });
    if (laNgay(h)) continue;
    const viec = {};
    theo.forEach((c, k) => { if (c && c !== dong && h[k] !== "") viec[c.khoa] = c.kieu.la === "so" ? soViet(h[k]) : h[k]; });
    if (Object.keys(viec).length > 0) ngay.at(-1).viec.push(viec);
  }
  const bo = coDau ? luoi[0].filter((o, k) => !dau[k] && o !== "" && !/^(tt|stt)$/.test(khongDau(o))) : luoi[0].slice(theo.length);
  return { ngay: ngay.map((n) => ({ ten: n.ten || null, viec: n.viec.length ? n.viec : null })), bo: bo.filter((o) => o !== "") };
}

// A row that says nothing but a day.
function laNgay(h) {
  const co = h.filter((o) => o !== "");
  return co.length === 1 && h.length > 1 && /^(ngay|thu (hai|ba|tu|nam|sau|bay)|chu nhat)\b|^\d{1,2}[/-]\d{1,2}/.test(khongDau(co[0]));
}
