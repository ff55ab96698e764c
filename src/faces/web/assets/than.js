// The body of a paper: written as in Word (`editor.js`), kept as light Markdown, in the field itself or in a file of its
// own that the field names.

import { lay, tao } from "./goi.js";
import { mountEditor } from "./editor.js";
import { duongCua, laChu, laTrong, raByte, tuByte } from "./gia_tri.js";

document.head.append(tao("link", { rel: "stylesheet", href: "/tinh/editor.css" }));

let hinh = [];
lay("/api/hinh").then((co) => { hinh = co; }, () => {});

async function giuHinh(tep) {
  const tra = await fetch("/api/hinh?ten=" + encodeURIComponent(tep.name), { method: "POST", body: tep });
  const noi = await tra.json().catch(() => null);
  if (!tra.ok) throw new Error(noi && noi.loi ? noi.loi + ". " + (noi.goi_y || "") : "Chương trình không nhận được hình này.");
  if (!hinh.includes(noi)) hinh.push(noi);
  return noi;
}

const xemHinh = (ten) => (ten === "" || ten.startsWith("qr:") ? undefined : "/hinh?ten=" + encodeURIComponent(ten));

let dem = 0;

export function oThan(o, giaTri, doi, chung) {
  const cho = tao("div", { class: "cho-than" });
  const bao = tao("p", { class: "giai", role: "status" });
  const giai = o.giai_thich ? tao("p", { class: "giai", id: "than-g" + (dem += 1), text: o.giai_thich }) : null;
  const el = tao("div", { class: "o", "data-khoa": o.khoa }, [tao("div", { class: "nhan", text: o.nhan }), cho, bao, ...(giai ? [giai] : [])]);
  const trong = new Than(giaTri, chung);
  // Letters that nobody was told of yet: the faults that are known are of another text.
  let moi = false;
  const noi = new Loi(el);
  const soan = mountEditor(cho, {
    markdown: trong.chu(),
    labels: { soan: o.nhan },
    describedBy: giai ? giai.id : undefined,
    onInput() { moi = true; trong.gui(doc, doi); },
    onNotice(text) { bao.textContent = bao.textContent ? bao.textContent + " " + text : text; },
    // What was typed goes out first.
    onCaret: (doan) => queueMicrotask(() => noi.toi(doan)),
    onUndo: () => chung.lui(),
    onRedo: () => chung.lai(),
    onPicture: giuHinh,
    pictureUrl: xemHinh,
    get pictures() { return hinh; },
  });
  noi.soan = soan;
  // What was told of a paste stays until the next key.
  cho.addEventListener("keydown", () => { bao.textContent = ""; });
  function doc() {
    moi = false;
    return trong.doc(soan.getMarkdown().normalize("NFC"));
  }
  return {
    el,
    doc: () => trong.ten ?? doc(),
    dat(v) {
      trong.dat(v);
      moi = false;
      soan.setMarkdown(trong.chu());
    },
    den(at) {
      soan.focus();
      if (at != null) soan.focusAt(tuByte(soan.getMarkdown(), at));
    },
    // `[[đường, lỗi]]`
    cacLoi: (ds) => { if (!moi) noi.dat(ds.map(([, l]) => l)); },
    tenTep: () => trong.ten,
  };
}

// What a field has: a text of its own, or the name of a file and its text.
class Than {
  constructor(v, chung) {
    this.chung = chung;
    this.dat(v);
  }

  dat(v) {
    this.giaTri = v;
    this.ten = laChu(v) && this.chung.md.has(v.trim()) ? v.trim() : null;
  }

  chu() {
    return this.ten ? this.chung.md.get(this.ten) : this.giaTri || "";
  }

  gui(doc, doi) {
    if (this.ten) this.chung.doiMd(this.ten, doc);
    else doi();
  }

  // The value for a text of the editor.
  doc(text) {
    if (this.ten) return text;
    if (text === (this.giaTri || "")) return laTrong(this.giaTri) ? null : this.giaTri;
    // A text of several lines ends with its line.
    return text.trim() === "" ? null : text.endsWith("\n") || !text.includes("\n") ? text : text + "\n";
  }
}

// Faults stand at the paragraphs that they speak of, but not at the one that she is writing.
class Loi {
  constructor(el) {
    this.el = el;
    this.loi = [];
    this.doan = null;
    this.co = "[]";
    el.addEventListener("focusout", () => setTimeout(() => { if (!el.contains(document.activeElement)) { this.doan = null; this.ve(); } }, 0));
  }

  toi(doan) {
    this.doan = doan;
    this.ve();
    const text = this.soan.getMarkdown();
    const [tu, den] = [raByte(text, doan.from), raByte(text, doan.to)];
    this.el.dispatchEvent(new CustomEvent("chodango", { bubbles: true, detail: { muc: duongCua(this.el), tu, den } }));
  }

  dat(loi) {
    this.loi = loi.filter((l) => l.dong != null);
    this.ve();
  }

  ve() {
    if (this.loi.length === 0 && this.co === "[]") return;
    const dong = this.soan.getMarkdown().split("\n");
    const dau = [0];
    for (const d of dong) dau.push(dau.at(-1) + d.length + 1);
    const cac = this.loi.filter((l) => l.dong >= 1 && l.dong <= dong.length).map((l) => ({
      from: dau[l.dong - 1], to: dau[l.dong - 1] + dong[l.dong - 1].length, level: l.muc_do,
      message: l.goi_y ? l.loi + "\n" + "Cách sửa: " + l.goi_y : l.loi,
    }));
    const con = cac.filter((m) => !this.doan || m.to <= this.doan.from || m.from >= this.doan.to);
    const nay = JSON.stringify(con);
    if (nay === this.co) return;
    this.co = nay;
    this.soan.mark(con);
  }
}

