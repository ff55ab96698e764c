// The fields of a form: each shows a value and says what it has become. A field knows nothing of files or of the
// program; a value is a text, a list, a group, or nothing.

import { tao } from "./goi.js";
import { chuHay, cua, docNhom, gon, laChu, laNhom, laTrong } from "./gia_tri.js";
import { luoiDan } from "./bang.js";
import { cacNgayDan, motBangDuoi } from "./ngay_dan.js";
import { laBang, oBang } from "./o_bang.js";
import { oThan } from "./than.js";

document.head.append(tao("link", { rel: "stylesheet", href: "/tinh/o.css" }));

let dem = 0;
const id = () => "o" + (dem += 1);

function khung(o, con, ten) {
  const giai = o.giai_thich ? [tao("p", { class: "giai", id: ten + "-g", text: o.giai_thich })] : [];
  return tao("div", { class: "o", "data-khoa": o.khoa }, [...con, ...giai]);
}

function nhan(o, ten) {
  return tao("label", { for: ten, text: o.nhan }, o.can ? [tao("span", { class: "can", text: " (phải có)" })] : []);
}

function moTa(o, ten) {
  return o.giai_thich ? ten + "-g" : null;
}

function caoTheo(vung, it) {
  vung.rows = Math.min(12, Math.max(it, vung.value.split("\n").length + Math.floor(vung.value.length / (it === 1 ? 28 : 70))));
}

// A text of one line or of some.
function oChu(o, giaTri, doi) {
  const ten = id();
  const nhieu = o.kieu.la === "doan" || (laChu(giaTri) && giaTri.includes("\n"));
  const vao = tao(nhieu ? "textarea" : "input", { id: ten, name: o.khoa, "aria-describedby": moTa(o, ten), spellcheck: "false", autocomplete: "off" });
  const it = o.trong_bang ? 1 : 2;
  if (o.kieu.la === "so") vao.inputMode = "numeric";
  const dat = (v) => {
    const text = laTrong(v) ? "" : String(v);
    if (vao.value !== text) vao.value = text;
    if (nhieu) caoTheo(vao, it);
  };
  dat(giaTri);
  vao.addEventListener("input", () => { if (nhieu) caoTheo(vao, it); doi(); });
  return { el: khung(o, [nhan(o, ten), vao], ten), doc: () => chuHay(vao.value), dat, den: (at) => { vao.focus(); if (at) vao.setSelectionRange(at, at); } };
}

// One line an item. A value that was one text stays one as long as it is one line.
function oCacDong(o, giaTri, doi) {
  const ten = id();
  let cu = giaTri;
  const vao = tao("textarea", { id: ten, name: o.khoa, rows: 2, "aria-describedby": moTa(o, ten), spellcheck: "false" });
  const chuCua = (v) => (laTrong(v) ? "" : laChu(v) ? v : v.map((x) => x ?? "").join("\n"));
  const dat = (v) => { cu = v; if (vao.value !== chuCua(v)) vao.value = chuCua(v); caoTheo(vao, 2); };
  const doc = () => {
    if (vao.value === chuCua(cu)) return laTrong(cu) ? null : cu;
    const dong = vao.value.split("\n").map((d) => d.trim()).filter(Boolean);
    if (dong.length === 0) return null;
    if (laChu(cu) && (dong.length === 1 || cu.trim().includes("\n"))) return dong.length === 1 ? dong[0] : vao.value;
    return dong;
  };
  dat(giaTri);
  vao.addEventListener("input", () => { caoTheo(vao, 2); doi(); });
  const den = (at, path) => {
    vao.focus();
    const thu = path ? /\[(\d+)\]/.exec(path) : null;
    if (!thu || laChu(cu)) return;
    const dong = vao.value.split("\n");
    const tu = dong.slice(0, +thu[1]).join("\n").length + (+thu[1] > 0 ? 1 : 0);
    vao.setSelectionRange(tu, tu + (dong[+thu[1]] || "").length);
  };
  return { el: khung(o, [nhan(o, ten), vao], ten), doc, dat, den };
}

// Texts by names of their own, one a line: "2026: 105". A line without a colon is a name without a text.
function oCacCap(o, giaTri, doi) {
  const ten = id();
  let cu = giaTri;
  const vao = tao("textarea", { id: ten, name: o.khoa, rows: 2, "aria-describedby": moTa(o, ten), spellcheck: "false" });
  const chuCua = (v) => (laNhom(v) ? Object.entries(v).map(([khoa, x]) => khoa + ": " + (x ?? "")).join("\n") : "");
  const dat = (v) => { cu = v; if (vao.value !== chuCua(v)) vao.value = chuCua(v); caoTheo(vao, 2); };
  const doc = () => {
    if (vao.value === chuCua(cu)) return laTrong(cu) ? null : cu;
    const cap = vao.value.split("\n").filter((d) => d.trim()).map((d) => /^([^:]*):?(.*)$/.exec(d));
    return cap.length ? Object.fromEntries(cap.map(([, khoa, x]) => [khoa.trim(), x.trim() || null])) : null;
  };
  dat(giaTri);
  vao.addEventListener("input", () => { caoTheo(vao, 2); doi(); });
  return { el: khung(o, [nhan(o, ten), vao], ten), doc, dat, den: () => vao.focus() };
}

function oChon(o, giaTri, doi) {
  const ten = id();
  const vao = tao("select", { id: ten, name: o.khoa, "aria-describedby": moTa(o, ten) });
  const dat = (v) => {
    vao.textContent = "";
    const co = o.kieu.con.some(([gt]) => gt === v);
    vao.append(tao("option", { value: "", text: "—" }));
    for (const [gt, shown] of o.kieu.con) vao.append(tao("option", { value: gt, text: shown }));
    if (!laTrong(v) && !co) vao.append(tao("option", { value: v, text: v }));
    vao.value = laTrong(v) ? "" : v;
  };
  dat(giaTri);
  vao.addEventListener("change", doi);
  return { el: khung(o, [nhan(o, ten), vao], ten), doc: () => (vao.value === "" ? null : vao.value), dat, den: () => vao.focus() };
}

function oNhom(o, giaTri, doi, chung) {
  let cu = giaTri;
  const con = o.kieu.con.map((c) => ({ khoa: c.khoa, o: taoO(c, laNhom(cu) ? cu[c.khoa] : null, doi, chung) }));
  const tong = tao("p", { class: "tong", role: "status", hidden: true });
  // A group that hardly a paper has is asked for when it is wanted.
  const gap = !o.can && gon(giaTri) === null;
  const el = gap
    ? tao("details", { class: "o nhom", "data-khoa": o.khoa }, [tao("summary", { text: o.nhan }), ...con.map((c) => c.o.el), tong])
    : tao("fieldset", { class: "o nhom", "data-khoa": o.khoa }, [tao("legend", { text: o.nhan }), ...con.map((c) => c.o.el), tong]);
  const doc = () => docNhom(cu, con);
  const dat = (v) => { if (gap && gon(v) !== null) el.open = true; cu = v; for (const c of con) c.o.dat(laNhom(v) ? v[c.khoa] : null); };
  const tinh = (ds) => {
    const ca = ds.find(([duong]) => duong === "");
    tong.hidden = !ds.length;
    tong.textContent = ca ? "Tổng cộng: " + ca[1] + " đồng" : "Tổng cộng: chưa đủ số liệu";
    for (const c of con) c.o.tinh?.(cua(ds, c.khoa));
  };
  const cacLoi = (ds) => { for (const c of con) c.o.cacLoi?.(cua(ds, c.khoa)); };
  return { el, doc, dat, tinh, cacLoi, den: (at, path) => { if (gap) el.open = true; denCon(con, at, path); } };
}

function denCon(con, at, path) {
  const khoa = path ? /^\.?([a-z0-9_]+)/.exec(path) : null;
  const c = (khoa && con.find((x) => x.khoa === khoa[1])) || con[0];
  if (c) c.o.den(at, khoa ? path.slice(khoa[0].length) : "");
}

function oDanhSach(o, giaTri, doi, chung) {
  const cho = tao("div", { class: "cac-phan-tu" });
  let phan = [];
  const mot = (v) => {
    const con = o.kieu.con.map((c) => ({ khoa: c.khoa, o: taoO(c, laNhom(v) ? v[c.khoa] : null, doi, chung) }));
    const p = { cu: v, con };
    const nut = (text, lam, ten) => tao("button", { type: "button", class: "nho", text, "aria-label": ten, onclick: lam });
    p.so = tao("span", { class: "so" });
    p.el = tao("fieldset", { class: "phan-tu" }, [
      tao("legend", {}, [p.so]),
      tao("div", { class: "viec-phan-tu" }, [
        nut("↑", () => chuyen(p, -1), "Đưa lên"), nut("↓", () => chuyen(p, 1), "Đưa xuống"),
        nut("Bỏ", () => { phan = phan.filter((x) => x !== p); p.el.remove(); dem(); doi(); them.focus(); }, "Bỏ phần này"),
      ]),
      ...con.map((c) => c.o.el),
    ]);
    return p;
  };
  const dem = () => phan.forEach((p, i) => { p.so.textContent = o.nhan + " – " + (i + 1); });
  const chuyen = (p, buoc) => {
    const tu = phan.indexOf(p);
    const den = tu + buoc;
    if (den < 0 || den >= phan.length) return;
    phan.splice(tu, 1);
    phan.splice(den, 0, p);
    cho.append(...phan.map((x) => x.el));
    dem();
    doi();
  };
  // Items that stay are changed where they differ: nobody loses the field she is in.
  const dat = (v) => {
    const moi = Array.isArray(v) ? v : [];
    while (phan.length > moi.length) phan.pop().el.remove();
    moi.forEach((x, i) => {
      const gia = (c) => (laNhom(x) ? x[c.khoa] ?? null : null);
      const p = phan[i];
      if (p && o.kieu.con.every((c) => hop(c.kieu, gia(c)))) {
        p.cu = x;
        for (const c of p.con) c.o.dat(gia(c));
        return;
      }
      phan[i] = mot(x);
      if (p) p.el.replaceWith(phan[i].el);
      else cho.append(phan[i].el);
    });
    dem();
  };
  const them = tao("button", { type: "button", text: "Thêm " + o.nhan.charAt(0).toLowerCase() + o.nhan.slice(1), onclick: () => {
    const p = mot(null);
    phan.push(p);
    cho.append(p.el);
    dem();
    denCon(p.con, null, "");
  } });
  dat(giaTri);
  const ngay = motBangDuoi(o.kieu.con, laBang);
  const bao = tao("p", { class: "giai", role: "status" });
  const giai = [o.giai_thich, ngay && "Dán được cả bảng từ Excel, Word vào ô " + ngay.dong.nhan].filter(Boolean).join(". ");
  const el = tao("fieldset", { class: "o danh-sach", "data-khoa": o.khoa }, [tao("legend", { text: o.nhan }), ...(giai ? [tao("p", { class: "giai", text: giai })] : []), cho, them, ...(ngay ? [bao] : [])]);
  // Before the table of one day takes the rows of all.
  if (ngay) el.addEventListener("paste", (event) => danNgay(event), true);
  const danNgay = (event) => {
    const thu = phan.findIndex((p) => p.el.contains(event.target));
    const luoi = event.clipboardData && luoiDan(event.clipboardData);
    if (thu < 0 || !luoi) return;
    const oDong = phan[thu].con.find((c) => c.khoa === ngay.dong.khoa).o.el.contains(event.target);
    const dan = cacNgayDan(luoi, ngay, oDong);
    if (!dan) return;
    event.preventDefault();
    event.stopPropagation();
    const moi = dan.ngay.map((n, i) => ({ ...(laNhom(phan[thu + i]?.cu) ? phan[thu + i].cu : {}), [ngay.dong.khoa]: n.ten, [ngay.bang.khoa]: n.viec }));
    const nay = phan.map((p) => docNhom(p.cu, p.con));
    nay.splice(thu, moi.length, ...moi);
    dat(nay);
    doi();
    const viec = dan.ngay.reduce((so, n) => so + (n.viec?.length ?? 0), 0);
    bao.textContent = "Đã dán " + dan.ngay.length + " ngày, " + viec + " việc." + (dan.bo.length ? " Cột không có chỗ nên chưa dán: " + dan.bo.join(", ") + "." : "");
  };
  const doc = () => {
    const all = phan.map((p) => docNhom(p.cu, p.con)).filter((v) => v !== null);
    return all.length === 0 ? null : all;
  };
  const den = (at, path) => {
    const thu = path ? /^\[(\d+)\]/.exec(path) : null;
    const p = phan[thu ? +thu[1] : 0];
    if (p) denCon(p.con, at, thu ? path.slice(thu[0].length) : "");
    else them.focus();
  };
  const chia = (ten) => (ds) => phan.forEach((p, i) => { for (const c of p.con) c.o[ten]?.(cua(cua(ds, "[" + i + "]"), c.khoa)); });
  return { el, doc, dat, den, tinh: chia("tinh"), cacLoi: chia("cacLoi") };
}

// Groups by names of their own: signers by short names, which nobody needs to see.
function oTheoTen(o, giaTri, doi, chung) {
  let ten = laNhom(giaTri) ? Object.keys(giaTri) : [];
  const ds = { ...o, kieu: { la: "danh_sach", con: o.kieu.con } };
  const thanh = (v) => (laNhom(v) ? Object.entries(v).map(([k, x]) => (laNhom(x) ? { ...x, [TEN]: k } : { [TEN]: k, dong: x })) : []);
  const trong = oDanhSach(ds, thanh(giaTri), doi, chung);
  const doc = () => {
    const out = {};
    for (const x of trong.doc() || []) {
      const { [TEN]: cu, ...con } = x;
      let k = cu || "nguoi_ky_" + (ten.length + 1);
      for (let i = 2; k in out; i += 1) k = (cu || "nguoi_ky") + "_" + i;
      out[k] = con;
    }
    return Object.keys(out).length === 0 ? null : out;
  };
  return { el: trong.el, doc, dat: (v) => { ten = laNhom(v) ? Object.keys(v) : []; trong.dat(thanh(v)); }, den: (at, path) => {
    const k = path ? /^\.?([a-z0-9_]+)/.exec(path) : null;
    trong.den(at, k ? "[" + Math.max(0, ten.indexOf(k[1])) + "]" + path.slice(k[0].length) : "");
  } };
}
const TEN = "\u0000ten";

// A value of a shape that the form doesn't ask for is shown and left alone.
function oKhac(o, giaTri) {
  const el = khung(o, [tao("div", { class: "nhan", text: o.nhan }), tao("p", { class: "giai", text: "Chỗ này đang ghi theo cách riêng trong tệp nên giữ nguyên; sửa thì hỏi người phụ trách." })], id());
  el.tabIndex = -1;
  let cu = giaTri;
  return { el, doc: () => cu, dat: (v) => { cu = v; }, den: () => el.focus() };
}

function hop(kieu, v) {
  if (laTrong(v)) return true;
  switch (kieu.la) {
    case "nhom": case "theo_ten": return laNhom(v);
    case "cac_cap": return laNhom(v) && Object.values(v).every((x) => x === null || (laChu(x) && !x.includes("\n")));
    case "danh_sach": return Array.isArray(v) && v.every((x) => x === null || laNhom(x));
    case "cac_dong": case "cac_doan": return laChu(v) || (Array.isArray(v) && v.every((x) => x === null || (laChu(x) && !x.includes("\n"))));
    default: return laChu(v);
  }
}

export function taoO(o, giaTri, doi, chung) {
  const v = giaTri ?? null;
  if (!hop(o.kieu, v)) return oKhac(o, v);
  switch (o.kieu.la) {
    case "cac_dong": case "cac_doan": return oCacDong(o, v, doi);
    case "cac_cap": return oCacCap(o, v, doi);
    case "chon": return oChon(o, v, doi);
    case "than_bai": return oThan(o, v, doi, chung);
    case "nhom": return oNhom(o, v, doi, chung);
    case "danh_sach": return laBang(o.kieu) ? oBang(o, v, doi, chung, { taoO, hop, denCon }) : oDanhSach(o, v, doi, chung);
    case "theo_ten": return oTheoTen(o, v, doi, chung);
    default: return oChu(o, v, doi);
  }
}

export const hopVoi = hop;
