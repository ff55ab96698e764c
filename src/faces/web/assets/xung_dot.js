// What was changed on both sides inside a field, by the words by which a clerk knows the place, and the field with what
// each side alone has changed. The program merges by the same rule (`hop.rs`); what is asked here is the rest.

import { bang, laChu, laNhom, laTrong } from "./gia_tri.js";

// `chon(minh, kia)` says which stands where both have changed the same. `gia` is the whole, `cho` the places:
// `{ ten, minh, kia }`, without a name where it is the field as a whole.
export function sanh(goc, minh, kia, moTa, chon) {
  const cho = [];
  const gia = hop([goc ?? null, minh ?? null, kia ?? null], moTa, [], { cho, chon });
  return { gia, cho };
}

function hop(ba, moTa, ten, ra) {
  const [goc, minh, kia] = ba;
  if (bang(minh, goc) || bang(minh, kia)) return kia;
  if (bang(kia, goc)) return minh;
  if (ba.every(laNhom)) return hopNhom(ba, moTa, ten, ra);
  if (ba.every(Array.isArray) && cungCho(ba)) return hopDay(ba, moTa, ten, ra);
  const doan = ba.map((v) => (laChu(v) ? cacDoan(v) : []));
  if (doan[0].length > 1 && cungCho(doan)) return hopDoan(doan, ten, ra);
  ra.cho.push({ ten: ten.join(" › "), minh, kia });
  return ra.chon(minh, kia);
}

function hopNhom(ba, moTa, ten, ra) {
  const gia = {};
  const con = moTa?.kieu?.con;
  for (const k of new Set([...Object.keys(ba[2]), ...Object.keys(ba[1])])) {
    const theoTen = moTa?.kieu?.la === "theo_ten";
    const cua = theoTen ? { kieu: { la: "nhom", con } } : Array.isArray(con) ? con.find((c) => c.khoa === k) : undefined;
    const goi = theoTen ? (ba[2][k]?.ho_ten ?? ba[1][k]?.ho_ten ?? k) : cua?.nhan ?? k;
    const v = hop(ba.map((x) => x[k] ?? null), cua, [...ten, goi], ra);
    if (v !== null) gia[k] = v;
  }
  return gia;
}

function hopDay(ba, moTa, ten, ra) {
  const cua = { kieu: { la: "nhom", con: moTa?.kieu?.con } };
  return ba[1].map((_, i) => hop(ba.map((all) => all[i]), cua, [...ten, "phần " + (i + 1)], ra));
}

function hopDoan(doan, ten, ra) {
  const mot = (_, i) => hop(doan.map((all) => all[i]), undefined, [...ten, tenDoan(doan[2][i], i)], ra);
  return doan[1].map(mot).join("");
}

// As many items as there were, and none in the place of another: an item is known by its place alone.
function cungCho([goc, minh, kia]) {
  const dung = (all) => all.length === goc.length && all.every((x, i) => bang(x, goc[i]) || !goc.some((y) => bang(x, y)));
  return dung(minh) && dung(kia);
}

// A line that begins a paragraph whatever stands above it: an item, a head, a row of a table; as `hop.rs` knows them.
const moDoan = (dong) => /^\s*(?:(?:[-–—*•+]|\d{1,3}[.)]|[a-zđ]{1,2}\))\s+\S|[#|]|\*{0,2}Điều \d+[.:])/.test(dong);

// Paragraphs, each with the empty lines after it.
function cacDoan(text) {
  const doan = [];
  let trong = true;
  for (const dong of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    const rong = dong.trim() === "";
    if (doan.length === 0 || (!rong && (trong || moDoan(dong)))) doan.push(dong);
    else doan[doan.length - 1] += dong;
    trong = rong;
  }
  return doan;
}

// A paragraph by its own number, or by its place.
function tenDoan(text, i) {
  const dieu = /^\W*(Điều \d+)/.exec(text);
  if (dieu) return dieu[1];
  const khoan = /^\W*(\d+)\.\s/.exec(text);
  if (khoan) return "Khoản " + khoan[1];
  const diem = /^\W*([a-zđ])\)\s/.exec(text);
  return diem ? "Điểm " + diem[1] : "Đoạn " + (i + 1);
}

export const chuCua = (v) => (laTrong(v) ? "(trống)" : laChu(v) ? v.trim() : Array.isArray(v) ? v.map(chuCua).join("\n") : Object.values(v).filter((x) => !laTrong(x)).map(chuCua).join(" – "));
