// A paper: its form, its faults, its pages. What is typed is sent at once, one change after the other; what is typed
// meanwhile goes together in the next. Pages and faults are asked for apart, so that a paper that takes long to compose
// keeps nobody from saving, and with the change that is on its way, so that nobody waits for the disk to see it. The
// field being typed in is never drawn anew.

import { gui, lay, tao } from "./goi.js";
import { bang, cua, duongCua, gon, nhuCu } from "./gia_tri.js";
import { hopVoi, taoO } from "./o.js";
import { cacTrang } from "./to.js";
import { chuCua, sanh } from "./xung_dot.js";

const NGO = 2000;
// What is typed in one field without a rest is one step to undo, but no longer than this.
const NGHI = 1000;
const MOT_BUOC = 10000;
// When she rests so long, the paper is looked at again as it stands on the disk.
const YEN = 400;

const $ = (id) => document.getElementById(id);
const goc = $("giay");
const tep = goc.dataset.tep;

let cay = {};
let md = new Map();
let dauVet = "";
let lan = 0;
let dangGui = false;
let loi = [];
let anhCua = "";
const o = new Map();
const cho = new Map();
// Fields about which she is being asked: nothing of them is sent or drawn until she has answered. Each with what shows
// the question anew as she types on.
const dangHoi = new Map();

const trang = cacTrang($("cac-trang"), (muc, byte) => den(muc, byte));
const chung = { get md() { return md; }, doiMd(ten, doc) { doi("md:" + ten, { tep: ten, duong: [], doc, co: () => md.get(ten) }); }, lui: () => lam("/api/lui"), lai: () => lam("/api/lai") };

// What has gone wrong and what to do about it, as sentences.
const cau = (error) => [error.message, error.goiY].filter(Boolean).map((c) => c.charAt(0).toUpperCase() + c.slice(1).replace(/\.?$/, ".")).join(" ");

function tinh(text, loai = "") {
  $("da-luu").textContent = text;
  $("da-luu").className = loai;
}

function dinhDang(phan) {
  const cac = phan.o.map((moTa) => {
    const mot = taoO(moTa, cay[moTa.khoa], () => doiO(moTa.khoa), chung);
    o.set(moTa.khoa, { ...mot, moTa });
    return mot.el;
  });
  if (cac.length === 0) return null;
  if (!phan.gon) return tao("section", { class: "phan" }, [tao("h2", { text: phan.ten }), ...cac]);
  const coGi = phan.o.some((moTa) => gon(cay[moTa.khoa]) !== null);
  return tao("details", { class: "phan", open: coGi }, [tao("summary", { text: phan.ten }), ...cac]);
}

function doiO(khoa) {
  doi(khoa, { tep, duong: [khoa], doc: () => o.get(khoa).doc(), co: () => cay[khoa] ?? null });
}

let dangDoi = { ten: null, tu: 0, den: 0 };

function doi(ten, viec) {
  if (dangHoi.has(ten)) return dangHoi.get(ten)();
  const nay = performance.now();
  const noi = dangDoi.ten === ten && nay - dangDoi.den < NGHI && nay - dangDoi.tu < MOT_BUOC;
  dangDoi = { ten, tu: noi ? dangDoi.tu : nay, den: nay };
  // What goes together goes on with the step before if all of it does.
  const truoc = cho.get(ten);
  cho.set(ten, { ...viec, noi: truoc ? truoc.noi : noi });
  tinh("Đang lưu…");
  bom();
}

// A blank that the next word will follow is none yet: it would have to stand in quotes in the file.
const khongCuoi = (v) => (typeof v === "string" ? v.replace(/[ \t]+$/, "") : v);

// Sends what has changed, one field after the other.
async function bom() {
  if (dangGui || cho.size === 0) return;
  const [ten, viec] = cho.entries().next().value;
  cho.delete(ten);
  const cu = viec.co();
  const moi = khongCuoi(viec.doc());
  if (nhuCu(cu, moi)) { xong(); return bom(); }
  dangGui = true;
  try {
    const nay = (lan += 1);
    const thayDoi = { tep: viec.tep, duong: viec.duong, cu: cu ?? null, moi };
    dangDi = thayDoi;
    xem();
    const tra = await gui("/api/doi", { tep, lan: nay, noi: viec.noi, thay_doi: thayDoi });
    dangDi = null;
    if (tra.ket_qua && tra.ket_qua.XungDot !== undefined) hoi(ten, viec, cu, tra.ket_qua.XungDot);
    else biet(viec, moi);
    const thayRoi = tra.ket_qua === "Xong" && khongThay !== thayDoi && nhuThe(tra.gia_tri);
    nhan(tra, false, thayRoi);
  } catch (error) {
    dangDi = null;
    xem();
    // What was typed is still in its field; a connection that comes back sends it.
    if (error.matKetNoi) { cho.set(ten, viec); setTimeout(bom, NGO); }
    tinh(cau(error), "hong");
    dangGui = false;
    return;
  }
  dangGui = false;
  xong();
  bom();
}

// Asks what the paper looks like now. One question at a time; what changes meanwhile is asked for next.
let dangXem = false;
let canXem = false;
// The change that is on its way to its file, and the last one with which the paper could not be shown.
let dangDi = null;
let khongThay = null;
let henXem;
async function xem() {
  clearTimeout(henXem);
  canXem = true;
  if (dangXem) return;
  dangXem = true;
  while (canXem) {
    canXem = false;
    const nay = lan;
    const thay = dangDi;
    try {
      const tra = await gui("/api/xem", { tep, lan: nay, co: trang.co(), thay });
      if (thay && !tra.da_thay) {
        khongThay = thay;
        if (dangDi !== thay) canXem = true;
      }
      // Of an older state are the faults, never the last picture: a later question brings the newer one.
      nhanXem(tra);
    } catch (error) {
      if (!error.matKetNoi) tinh(cau(error), "hong");
    }
  }
  dangXem = false;
}

// What a field was when it was last seen: a change of it is asked for from there, so that one made outside meanwhile is
// never written over.
function biet(viec, v) {
  if (viec.tep === tep) cay[viec.duong[0]] = v;
  else md.set(viec.tep, v);
}

// Whether the values are those that are known: nothing has come from elsewhere.
function nhuThe({ cay: moi, md: cac }) {
  const co = moi && typeof moi === "object" ? moi : {};
  const cung = [...new Set([...Object.keys(cay), ...Object.keys(co)])].every((khoa) => bang(cay[khoa], co[khoa]));
  return cung && cac.every(([ten, text]) => md.get(ten) === text);
}

function xong() {
  if (cho.size === 0 && !dangGui) tinh("Đã lưu", "tot");
}

// The field has changed outside while it was typed in: what both have changed is shown, nobody's words are lost, and what
// only one of them has changed inside it stays whichever she takes.
function hoi(ten, viec, goc, ngoai) {
  // What she has typed since is asked about too, and not sent behind the question.
  cho.delete(ten);
  biet(viec, ngoai);
  const mot = viec.tep === tep ? o.get(ten) : undefined;
  const el = mot ? mot.el : $("bieu-mau");
  for (const cu of el.querySelectorAll(":scope > .xung-dot")) cu.remove();
  const cacCho = tao("div");
  const ve = () => {
    const { cho: khac } = sanh(goc, viec.doc(), viec.co(), mot?.moTa, (m) => m);
    const hien = khac.length ? khac : [{ ten: "", kia: viec.co() }];
    cacCho.replaceChildren(...hien.flatMap((c) => [tao("p", { text: (c.ten || "Chỗ này") + " vừa được sửa ở nơi khác thành:" }), tao("pre", { text: chuCua(c.kia) })]));
  };
  ve();
  dangHoi.set(ten, ve);
  const lay = (text, chon) => tao("button", { type: "button", text, onclick: () => {
    hop.remove();
    dangHoi.delete(ten);
    const co = viec.co();
    datGia(ten, viec, sanh(goc, viec.doc(), co, mot?.moTa, chon).gia);
    biet(viec, co);
    doi(ten, viec);
  } });
  const hop = tao("div", { class: "xung-dot", role: "alert" }, [
    cacCho, lay("Lấy bản kia", (m, k) => k), lay("Giữ bản của tôi", (m) => m),
  ]);
  el.prepend(hop);
}

// Shows a value in its field; a body in a file of its own in the fields that name it.
function datGia(ten, viec, v) {
  if (viec.tep === tep) return void o.get(ten)?.dat(v ?? null);
  md.set(viec.tep, v ?? "");
  for (const [khoa, mot] of neu(viec.tep)) mot.dat(cay[khoa] ?? null);
}

// Someone has spoilt the file: what she has before her stays, and she is told; nothing can be written there till then.
function hong(moi) {
  const nay = moi.hong;
  if (nay) tinh("Tệp vừa bị sửa hỏng ở nơi khác, chưa lưu được: nhờ người vừa sửa sửa lại.", "hong hong-tep");
  else if ($("da-luu").classList.contains("hong-tep")) tinh("Đã lưu", "tot");
  return nay;
}

// Nobody can write into a file that somebody has spoilt in another program: no form, only what is wrong and what to do;
// the page comes back by itself.
function chiBao() {
  $("bieu-mau").replaceChildren(tao("section", { class: "phan" }, [
    tao("h2", { text: "Tệp của văn bản này đang hỏng" }),
    tao("p", { text: "Tệp bị sửa ở nơi khác nên chưa đọc được; không gì bị ghi đè. Xem chỗ hỏng và cách sửa ở trên." }),
    tao("p", {}, [tao("a", { class: "nut", href: "/", text: "Về tủ văn bản" })]),
  ]));
  for (const nut of document.querySelectorAll("header button, header .nut:not([href='/'])")) nut.hidden = true;
  $("cac-loi").open = true;
  tinh("Chưa đọc được", "hong");
  xem();
  setInterval(async () => {
    if (document.hidden) return;
    const tra = await lay("/api/giay?tep=" + encodeURIComponent(tep)).catch(() => null);
    if (tra && !tra.gia_tri.hong) location.reload();
  }, NGO);
}

// The program's answer: values.
// `ca` also of the field that she is in: what she asked to undo is undone there too. `thayRoi`: its pages are asked for
// or shown already.
function nhan(tra, ca = false, thayRoi = false) {
  dauVet = tra.dau_vet;
  if (hong(tra.gia_tri)) return xem();
  const moi = tra.gia_tri.cay && typeof tra.gia_tri.cay === "object" ? tra.gia_tri.cay : {};
  const cu = cay;
  cay = moi;
  nhanMd(new Map(tra.gia_tri.md), ca);
  for (const [khoa, mot] of o) {
    if (bang(cu[khoa], moi[khoa])) continue;
    if (cho.has(khoa) || dangHoi.has(khoa) || (!ca && dangGo(mot.el))) {
      // Looked at again when she has left it.
      if (!ca) cay[khoa] = cu[khoa] ?? null;
      dauVet = "";
    } else if (hopVoi(mot.moTa.kieu, moi[khoa] ?? null)) mot.dat(moi[khoa] ?? null);
  }
  $("lui").disabled = !tra.lui_duoc;
  $("lai").disabled = !tra.lai_duoc;
  hienTen();
  if (!thayRoi) return xem();
  clearTimeout(henXem);
  henXem = setTimeout(xem, YEN);
}

// What it looks like: faults, pages.
function nhanXem(tra) {
  const doi = JSON.stringify(loi) !== JSON.stringify(tra.loi);
  loi = tra.loi;
  if (doi) hienLoi();
  for (const [khoa, mot] of o) mot.tinh?.(cua(tra.tinh, khoa));
  if ("coQuan" in goc.dataset && anhCua !== dauVet) {
    anhCua = dauVet;
    $("anh-mau").src = "/mau-anh?loai=cong_van&v=" + dauVet;
  }
  if (tra.trang) trang.dat(tra.trang, tra.svg);
  $("chua-trang").hidden = tra.trang !== null || "coQuan" in goc.dataset;
  $("cac-trang").classList.toggle("cu", tra.trang === null);
}

function dangGo(el) {
  return el.contains(document.activeElement) && document.activeElement.matches("input,textarea,[contenteditable]");
}

// The fields that name a file.
const neu = (ten) => [...o].filter(([khoa]) => JSON.stringify(cay[khoa] ?? null).includes(ten));

// Bodies in files of their own, by the same rule.
function nhanMd(moi, ca) {
  for (const [ten, text] of moi) {
    const ai = neu(ten);
    const ban = cho.has("md:" + ten) || dangHoi.has("md:" + ten) || ai.some(([, mot]) => !ca && dangGo(mot.el));
    if (!md.has(ten) || md.get(ten) === text) md.set(ten, text);
    else if (ban) { if (ca) md.set(ten, text); dauVet = ""; }
    else {
      md.set(ten, text);
      for (const [khoa, mot] of ai) mot.dat(cay[khoa] ?? null);
    }
  }
}

function hienTen() {
  if ("coQuan" in goc.dataset) return;
  const ten = [cay.trich_yeu, cay.chu_de, cay.ten].find((x) => typeof x === "string" && x.trim());
  $("ten-giay").textContent = ten ? ten.trim().replace(/\s+/g, " ") : goc.dataset.ten;
  document.title = $("ten-giay").textContent + " – Văn thư";
}

const dau = (muc) => /^[a-z0-9_]+/.exec(muc || "")?.[0];

function dongLoi(l, coNut) {
  const con = [tao("p", { text: l.loi })];
  if (l.goi_y) con.push(tao("p", { class: "goi-y", text: "Cách sửa: " + l.goi_y }));
  if (l.dieu_khoan) con.push(tao("p", { class: "dieu-khoan", text: l.dieu_khoan }));
  if (l.sua_duoc && coNut) con.push(tao("button", { type: "button", class: "nho", text: "Sửa giúp", onclick: suaGiup }));
  return tao("div", { class: "loi " + l.muc_do }, con);
}

// The field of a finding: one of this paper, or of a body of its in a file of its own.
const oCua = (l) => (l.tep && !md.has(l.tep) ? undefined : dau(l.muc?.replace(/^co_quan\./, "")));

function hienLoi() {
  hienBenO();
  hienDanhSach();
}

// Nothing is judged before she has left the field. What stays is not drawn anew: a button under her finger must stay one.
function hienBenO() {
  for (const [khoa, mot] of o) {
    const cua = mot.el.contains(document.activeElement) ? [] : loi.filter((l) => oCua(l) === khoa);
    const nay = JSON.stringify(cua);
    if (mot.hien === nay) continue;
    mot.hien = nay;
    for (const cu of mot.el.querySelectorAll(":scope > .loi")) cu.remove();
    mot.el.append(...cua.map((l) => dongLoi(l, true)));
  }
  const theoDuong = loi.filter(oCua).map((l) => [l.muc.replace(/^co_quan\./, ""), l]);
  for (const [khoa, mot] of o) mot.cacLoi?.(cua(theoDuong, khoa));
}

function hienDanhSach() {
  const ds = $("ds-loi");
  ds.textContent = "";
  const dem = { error: 0, warning: 0, note: 0 };
  for (const l of loi) {
    dem[l.muc_do] += 1;
    const khoa = oCua(l);
    const mot = o.get(khoa);
    const muc = tao("li", { class: l.muc_do });
    if (mot) muc.append(tao("a", { href: "#" + khoa, text: mot.moTa.nhan, onclick: (e) => { e.preventDefault(); den(l.muc, null); } }), ": " + l.loi);
    else if (l.tep === "co-quan.yaml") muc.append(tao("a", { href: "/giay?tep=co-quan.yaml", text: "Cơ quan và người ký" }), ": " + l.loi);
    else if (l.tep === "danh-ba.yaml") muc.append(tao("a", { href: "/danh-ba", text: "Danh bạ" }), ": " + l.loi);
    else muc.append(dongLoi(l, false));
    ds.append(muc);
  }
  const phan = [dem.error && dem.error + " chỗ phải sửa", dem.warning && dem.warning + " chỗ nên xem lại", dem.note && dem.note + " góp ý"].filter(Boolean);
  $("cac-loi").hidden = phan.length === 0;
  $("dem-loi").textContent = phan.join(", ");
}

function den(muc, byte) {
  if (muc.startsWith("co_quan.") && !("coQuan" in goc.dataset)) {
    location.href = "/giay?tep=co-quan.yaml#" + encodeURIComponent(muc.slice("co_quan.".length));
    return;
  }
  const khoa = dau(muc.replace(/^co_quan\./, ""));
  const mot = o.get(khoa);
  if (!mot) return;
  const gap = mot.el.closest("details");
  if (gap) gap.open = true;
  mot.el.scrollIntoView({ block: "nearest" });
  mot.den(byte, muc.replace(/^co_quan\./, "").slice(khoa.length));
}

// One act after the other, and no change on its way meanwhile.
let hang = Promise.resolve();
const lam = (path) => (hang = hang.then(() => lamMot(path)));

async function lamMot(path) {
  await het();
  dangGui = true;
  try {
    const tra = await gui(path, { tep, lan: (lan += 1) });
    nhan(tra, true);
    if (tra.ket_qua && tra.ket_qua.XungDot !== undefined) tinh("Chỗ ấy đã được sửa ở nơi khác nên giữ nguyên.", "hong");
    else tinh("Đã lưu", "tot");
  } catch (error) {
    tinh(cau(error), "hong");
  }
  dangGui = false;
  dangDoi = { ten: null, tu: 0, den: 0 };
  bom();
}

// What is still on its way goes first.
async function het() {
  bom();
  while (dangGui || cho.size > 0) {
    await new Promise((r) => setTimeout(r, 10));
    if (!dangGui) bom();
    if ($("da-luu").classList.contains("hong")) return;
  }
}

const suaGiup = () => lam("/api/sua");
$("lui").addEventListener("click", () => lam("/api/lui"));
$("lai").addEventListener("click", () => lam("/api/lai"));

document.addEventListener("focusin", (event) => {
  const mot = [...o].find(([, x]) => x.el.contains(event.target));
  if (!mot || event.target.closest(".vanthu-soan")) return;
  trang.danhDau("coQuan" in goc.dataset ? "co_quan." + mot[0] : duongCua(event.target), true);
});
// The paragraph of a body that she is in.
document.addEventListener("chodango", ({ detail: { muc, tu, den } }) => trang.danhDau(muc, true, [tu, den]));
document.addEventListener("focusout", () => setTimeout(hienBenO, 0));
// The habit of every clerk. All is saved by itself; the browser's own question about a file would only frighten.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  bom();
});
$("bieu-mau").addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("beforeunload", (event) => {
  if (cho.size > 0 || dangGui) event.preventDefault();
});
for (const link of document.querySelectorAll("header a")) {
  link.addEventListener("click", async (event) => {
    if (cho.size === 0 && !dangGui) return;
    event.preventDefault();
    await het();
    if (link.target) window.open(link.href, link.target);
    else location.href = link.href;
  });
}

// Others change files too.
async function ngo() {
  if (document.hidden || dangGui || cho.size > 0) return;
  try {
    const nay = await lay("/api/dau-vet");
    if (nay !== dauVet && !dangGui && cho.size === 0) {
      const truoc = lan;
      const tra = await lay("/api/giay?tep=" + encodeURIComponent(tep));
      if (truoc === lan && cho.size === 0) nhan(tra);
    }
    if ($("da-luu").classList.contains("mat")) tinh("Đã lưu", "tot");
  } catch (error) {
    if (error.matKetNoi) tinh(cau(error), "hong mat");
  }
}

async function mo() {
  try {
    const tra = await lay("/api/giay?tep=" + encodeURIComponent(tep));
    if (tra.gia_tri.hong) return chiBao();
    cay = tra.gia_tri.cay && typeof tra.gia_tri.cay === "object" ? tra.gia_tri.cay : {};
    md = new Map(tra.gia_tri.md);
    for (const phan of tra.bieu_mau) {
      const el = dinhDang(phan);
      if (el) $("bieu-mau").append(el);
    }
    nhan(tra);
    tinh("Đã lưu", "tot");
    setInterval(ngo, NGO);
    if (location.hash.length > 1) den(decodeURIComponent(location.hash.slice(1)), null);
  } catch (error) {
    tinh(cau(error), "hong");
  }
}

mo();
