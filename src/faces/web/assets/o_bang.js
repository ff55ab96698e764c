// A list of groups as a table: a row for each, a column for each field; rows of a table elsewhere are pasted into it.
// What is no line of words stands below its row.

import { khongDau, luoiDan, soViet } from "./bang.js";
import { cua, docNhom, laNhom } from "./gia_tri.js";
import { tao } from "./goi.js";

const TRONG_O = new Set(["dong", "so", "doan", "chon", "cac_dong", "cac_doan"]);
// Columns that a wide table shows only where one of its rows has something in them.
const IT_DUNG = new Set(["so_ngay", "so_dem", "lan", "muc", "thanh_tien", "ghi_chu"]);
const HEP = 5;

const trongO = (c) => TRONG_O.has(c.kieu.la);

export const laBang = (kieu) => kieu.con.filter((c) => trongO(c) && !c.kieu.la.startsWith("cac_")).length >= 2 && !kieu.con.some((c) => c.kieu.la === "than_bai");

export function oBang(o, giaTri, doi, chung, { taoO, hop, denCon }) {
  return new Bang(o, giaTri, doi, chung, { taoO, hop, denCon }).o();
}

class Bang {
  constructor(o, giaTri, doi, chung, lam) {
    Object.assign(this, { moTa: o, doi, chung, ...lam });
    this.cot = o.kieu.con.filter(trongO);
    this.duoi = o.kieu.con.filter((c) => !trongO(c));
    this.coTien = this.cot.some((c) => c.khoa === "thanh_tien");
    this.hien = new Set();
    this.hang = [];
    this.dung();
    this.dat(giaTri);
  }

  dung() {
    const { moTa } = this;
    this.dau = tao("tr");
    this.bang = tao("table", { class: "bang-nhap" }, [tao("thead", {}, [this.dau])]);
    this.cong = tao("p", { class: "tong", role: "status", hidden: true });
    this.bao = tao("p", { class: "giai", role: "status" });
    this.them = tao("button", { type: "button", class: "nho", text: "Thêm hàng", onclick: () => { this.themHang(); this.denO(this.hang.length - 1, 0); } });
    this.themCot = tao("select", { class: "them-cot", "aria-label": "Thêm cột vào bảng " + moTa.nhan });
    this.themCot.addEventListener("change", () => this.hienCot(this.themCot.value));
    this.bang.addEventListener("paste", (event) => this.dan(event));
    this.bang.addEventListener("keydown", (event) => this.phim(event));
    this.el = tao("fieldset", { class: "o danh-sach", "data-khoa": moTa.khoa }, [
      tao("legend", { text: moTa.nhan }),
      tao("p", { class: "giai", text: (moTa.giai_thich ? moTa.giai_thich + ". " : "") + "Dán được nhiều hàng từ Excel, Word." }),
      tao("div", { class: "bang-rong" }, [this.bang]), this.cong,
      tao("div", { class: "viec-bang" }, [this.them, this.themCot]), this.bao,
    ]);
  }

  // --- columns -----------------------------------------------------------------------------------------------------

  coCot(khoa) {
    return this.hang.some((h) => h.con.find((c) => c.khoa === khoa).o.doc() !== null);
  }

  veCot() {
    const rong = this.cot.length > HEP;
    for (const c of this.cot) if (c.can || !rong || !IT_DUNG.has(c.khoa) || this.coCot(c.khoa)) this.hien.add(c.khoa);
    const dau = this.cot.filter((c) => this.hien.has(c.khoa)).map((c) => tao("th", { scope: "col", class: "cot-" + c.kieu.la, title: c.giai_thich || null, text: c.nhan }, c.can ? [tao("span", { class: "can", text: " *", title: "phải có" })] : []));
    if (this.coTien) dau.push(tao("th", { scope: "col", class: "cot-so", text: "Tính ra" }));
    this.dau.replaceChildren(tao("th", { scope: "col", class: "cot-tt", text: "TT" }), ...dau, tao("th", { scope: "col" }, [tao("span", { class: "an", text: "Việc với hàng" })]));
    const con = this.cot.filter((c) => !this.hien.has(c.khoa));
    this.themCot.hidden = con.length === 0;
    this.themCot.replaceChildren(tao("option", { value: "", text: "Thêm cột…" }), ...con.map((c) => tao("option", { value: c.khoa, text: c.nhan })));
    for (const h of this.hang) for (const c of h.con) if (c.td) c.td.hidden = !this.hien.has(c.khoa);
    for (const h of this.hang) if (h.phu) h.phu.firstChild.colSpan = this.dau.children.length;
  }

  hienCot(khoa) {
    if (!khoa) return;
    this.hien.add(khoa);
    this.veCot();
    this.denO(0, this.cacCot().findIndex((c) => c.khoa === khoa));
  }

  cacCot() {
    return this.cot.filter((c) => this.hien.has(c.khoa));
  }

  // --- rows --------------------------------------------------------------------------------------------------------

  mot(v) {
    const h = { cu: v };
    const o = (c) => this.taoO({ ...c, trong_bang: true }, laNhom(v) ? v[c.khoa] : null, this.doi, this.chung);
    h.con = this.moTa.kieu.con.map((c) => ({ khoa: c.khoa, moTa: c, o: o(c) }));
    const trong = h.con.filter((c) => trongO(c.moTa));
    for (const c of trong) c.td = tao("td", { class: "cot-" + c.moTa.kieu.la, hidden: !this.hien.has(c.khoa) }, [c.o.el]);
    h.tt = tao("td", { class: "cot-tt" });
    h.tien = tao("td", { class: "cot-so tinh" });
    h.nut = ["↑", "↓", "✕"].map((text, i) => tao("button", { type: "button", class: "nho", text, onclick: () => this.viec(h, i) }));
    h.tr = tao("tr", {}, [h.tt, ...trong.map((c) => c.td), ...(this.coTien ? [h.tien] : []), tao("td", { class: "viec-hang" }, h.nut)]);
    const duoi = h.con.filter((c) => !trongO(c.moTa));
    h.phu = duoi.length ? tao("tr", { class: "phu" }, [tao("td", {}, duoi.map((c) => c.o.el))]) : null;
    h.el = tao("tbody", { class: "phan-tu" }, h.phu ? [h.tr, h.phu] : [h.tr]);
    return h;
  }

  demLai() {
    const so = this.hang.length;
    this.hang.forEach((h, i) => {
      h.tt.textContent = i + 1;
      for (const c of h.con) {
        const nhan = c.td && c.td.querySelector("label");
        if (nhan) nhan.textContent = c.moTa.nhan + ", hàng " + (i + 1);
      }
      ["Đưa lên hàng ", "Đưa xuống hàng ", "Bỏ hàng "].forEach((ten, k) => h.nut[k].setAttribute("aria-label", ten + (i + 1)));
      h.nut[0].disabled = i === 0;
      h.nut[1].disabled = i === so - 1;
    });
    this.bang.hidden = so === 0;
    this.veCot();
  }

  themHang(v = null) {
    const h = this.mot(v);
    this.hang.push(h);
    this.bang.append(h.el);
    this.demLai();
    return h;
  }

  viec(h, i) {
    const tu = this.hang.indexOf(h);
    this.hang.splice(tu, 1);
    if (i < 2) this.hang.splice(tu + (i === 0 ? -1 : 1), 0, h);
    h.el.remove();
    this.bang.append(...this.hang.map((x) => x.el));
    this.demLai();
    this.doi();
    const nut = i === 2 ? this.hang[Math.min(tu, this.hang.length - 1)]?.nut[2] : h.nut[h.nut[i].disabled ? 1 - i : i];
    (nut ?? this.them).focus();
  }

  denO(r, c) {
    const khoa = this.cacCot()[c]?.khoa;
    this.hang[r]?.con.find((x) => x.khoa === khoa)?.o.den(null, "");
  }

  choCua(el) {
    const r = this.hang.findIndex((h) => h.tr.contains(el));
    const khoa = r < 0 ? undefined : this.hang[r].con.find((x) => x.td && x.td.contains(el))?.khoa;
    return { r, c: this.cacCot().findIndex((x) => x.khoa === khoa) };
  }

  // Enter and the arrows lead from row to row, as in Excel.
  phim(event) {
    const { target: el, key } = event;
    const dong = el.matches("input");
    if (!(key === "Enter" && !event.shiftKey && el.matches("input, textarea")) && !(dong && (key === "ArrowDown" || key === "ArrowUp"))) return;
    if (event.isComposing || event.ctrlKey || event.altKey) return;
    const { r, c } = this.choCua(el);
    if (r < 0 || c < 0 || (key === "Enter" && this.cacCot()[c].kieu.la.startsWith("cac_"))) return;
    event.preventDefault();
    const den = key === "ArrowUp" ? r - 1 : r + 1;
    if (den === this.hang.length && key === "Enter" && this.hang[r].con.some((x) => x.o.doc() !== null)) this.themHang();
    this.denO(den, c);
  }

  // --- paste -------------------------------------------------------------------------------------------------------

  dan(event) {
    const luoi = event.clipboardData && luoiDan(event.clipboardData);
    if (!luoi || (luoi.length === 1 && luoi[0].length === 1)) return;
    const cho = this.choCua(event.target);
    if (cho.r < 0 || cho.c < 0) return;
    event.preventDefault();
    const { hang, cot, bao } = this.xepDan(luoi, cho.c);
    hang.forEach((o, i) => {
      const h = this.hang[cho.r + i] ?? this.themHang();
      cot.forEach((c, k) => { if (c) this.datO(h, c, o[k], bao); });
    });
    this.demLai();
    this.doi();
    this.bao.textContent = ["Đã dán " + hang.length + " hàng.", ...new Set(bao)].join(" ");
  }

  // Which column goes where, and what is left out.
  xepDan(luoi, tu) {
    const bao = [];
    const tenCot = this.cot.map((c) => [c, khongDau(c.nhan), khongDau(c.khoa.replaceAll("_", " "))]);
    const theoTen = luoi[0].map((o) => tenCot.find(([, ...ten]) => ten.includes(khongDau(o)))?.[0]);
    const so = luoi[0].filter((o) => o !== "").length;
    let hang = luoi;
    let cot;
    if (so > 1 && theoTen.filter(Boolean).length * 2 >= so) {
      hang = hang.slice(1);
      cot = theoTen;
      for (const c of cot) if (c) this.hien.add(c.khoa);
      const bo = luoi[0].filter((o, k) => !cot[k] && o !== "" && !laTT(hang, k));
      if (bo.length) bao.push("Cột không có chỗ nên chưa dán: " + bo.join(", ") + ".");
    } else {
      const co = this.cacCot().slice(tu);
      if (luoi[0].length > co.length && laTT(hang, 0)) {
        hang = hang.map((h) => h.slice(1));
        bao.push("Cột số thứ tự đã bỏ: chương trình tự đánh số.");
      }
      cot = hang[0].map((_, k) => co[k]);
      const thua = hang[0].length - co.length;
      if (thua > 0) bao.push("Phần dán có " + hang[0].length + " cột, từ ô này chỉ còn " + co.length + " cột nên " + thua + " cột cuối chưa dán: " + hang[0].slice(co.length).join(", ") + ".");
    }
    const tong = (h) => this.coTien && /^(tong|tong cong|cong|tong so)\b/.test(khongDau(h.find((o) => o !== "") ?? ""));
    if (hang.some(tong)) bao.push("Hàng cộng đã bỏ: chương trình tự cộng.");
    return { hang: hang.filter((h) => !tong(h)), cot, bao };
  }

  datO(h, moTa, chu, bao) {
    const { o } = h.con.find((x) => x.khoa === moTa.khoa);
    if (chu === "") return o.dat(null);
    if (moTa.kieu.la === "so") return o.dat(soViet(chu));
    if (moTa.kieu.la.startsWith("cac_")) return o.dat([chu]);
    if (moTa.kieu.la !== "chon") return o.dat(chu);
    const chon = moTa.kieu.con.find((cap) => cap.some((x) => khongDau(x) === khongDau(chu)));
    if (!chon) bao.push("“" + chu + "” không có trong các lựa chọn của cột " + moTa.nhan + ".");
    return o.dat(chon ? chon[0] : chu);
  }

  // --- as a field --------------------------------------------------------------------------------------------------

  // Rows that stay are changed where they differ: nobody loses the cell she is in.
  dat(v) {
    const moi = Array.isArray(v) ? v : [];
    while (this.hang.length > moi.length) this.hang.pop().el.remove();
    moi.forEach((x, i) => {
      const h = this.hang[i];
      const vua = h && h.con.every((c) => this.hop(c.moTa.kieu, laNhom(x) ? x[c.khoa] ?? null : null));
      if (vua) {
        h.cu = x;
        for (const c of h.con) c.o.dat(laNhom(x) ? x[c.khoa] ?? null : null);
        return;
      }
      const nay = this.mot(x);
      if (h) h.el.replaceWith(nay.el);
      else this.bang.append(nay.el);
      this.hang[i] = nay;
    });
    this.demLai();
  }

  doc() {
    const all = this.hang.map((h) => docNhom(h.cu, h.con)).filter((v) => v !== null);
    return all.length === 0 ? null : all;
  }

  // The program's own sums; none of a row that lacks something.
  tinh(ds) {
    const ca = ds.find(([duong]) => duong === "");
    this.hang.forEach((h, i) => { h.tien.textContent = cua(ds, "[" + i + "]").find(([duong]) => duong === "")?.[1] ?? ""; });
    this.cong.hidden = !this.coTien || this.hang.length === 0;
    this.cong.textContent = ca ? "Cộng: " + ca[1] + " đồng" : "Cộng: chưa đủ số liệu";
  }

  cacLoi(ds) {
    this.hang.forEach((h, i) => {
      const cuaHang = cua(ds, "[" + i + "]");
      for (const c of h.con) {
        const cuaO = cua(cuaHang, c.khoa);
        c.o.cacLoi?.(cuaO);
        if (!c.td) continue;
        const nang = cuaO.some(([, l]) => l.muc_do === "error");
        c.td.classList.toggle("co-loi", cuaO.length > 0);
        c.td.classList.toggle("nang", nang);
        c.td.title = cuaO.map(([, l]) => l.loi).join("\n");
      }
    });
  }

  den(at, path) {
    const thu = path ? /^\[(\d+)\]/.exec(path) : null;
    const h = this.hang[thu ? +thu[1] : 0];
    if (!h) return this.them.focus();
    const khoa = thu ? /^\.?([a-z0-9_]+)/.exec(path.slice(thu[0].length))?.[1] : undefined;
    if (khoa && this.cot.some((c) => c.khoa === khoa) && !this.hien.has(khoa)) { this.hien.add(khoa); this.veCot(); }
    if (!khoa) return this.denO(this.hang.indexOf(h), 0);
    return this.denCon(h.con, at, path.slice(thu[0].length));
  }

  o() {
    return {
      el: this.el, doc: () => this.doc(), dat: (v) => this.dat(v), den: (at, path) => this.den(at, path),
      tinh: (ds) => this.tinh(ds), cacLoi: (ds) => this.cacLoi(ds),
    };
  }
}

// A column that counts its rows.
const laTT = (hang, k) => hang.length > 0 && hang.filter((h) => h[k] !== "").every((h, i) => h[k].replace(/\.$/, "") === String(i + 1));
