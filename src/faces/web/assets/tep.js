// A file is handed in: chosen or dropped, or named where the folder keeps it. The program answers with a piece of a page;
// forms in that piece ask again with the same file, of which nothing is kept meanwhile but here.

import { tao } from "./goi.js";

document.head.append(tao("link", { rel: "stylesheet", href: "/tinh/tep.css" }));

const $ = (id) => document.getElementById(id);
const goc = $("nhan-tep");
const [vao, tha, bao, tien, nutDung, ketQua] = ["tep", "tha", "bao", "tien", "dung", "ket-qua"].map($);
const TO_NHAT = 20 * 1024 * 1024;
const NGO = 400;
let tep = null;
let giu = "";
// Files that were chosen together and wait for their turn, and what the next one has in common with the last.
let hangCho = [];
let chung = [];
let lan = 0;
let dangGui = false;
// Where a stop of what is under way is asked for; asked for once.
let noiDung = "";
let daDung = false;

// Values of one name go together: 1,3.
function hoiCua(them) {
  const hoi = new URLSearchParams(goc.dataset.hoi);
  if (tep) hoi.set("ten", tep.name);
  if (giu) hoi.set("giu", giu);
  for (const [k, v] of them) hoi.set(k, hoi.has(k) && k !== "ten" ? hoi.get(k) + "," + v : v);
  return hoi;
}

function gui(path, them) {
  const headers = { "content-type": "application/octet-stream" };
  return fetch(path + "?" + hoiCua(them), { method: "POST", headers, body: tep ?? "" });
}

function loi(tieuDe, cau) {
  ketQua.replaceChildren(tao("section", { class: "phan loi error" }, [tao("h2", { tabindex: "-1", text: tieuDe }), ...cau.map((text) => tao("p", { text }))]));
  ketQua.querySelector("h2").focus();
}

const matKetNoi = () => loi("Chương trình đã đóng hoặc không trả lời", ["Mở lại chương trình rồi chọn lại tệp; chưa có gì đổi."]);

// Puts a piece in its place. She stays where she was in it, or is led to its head.
function hien(html, cho) {
  const cu = cho.contains(document.activeElement) ? document.activeElement.id : "";
  cho.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  const daDung = cu ? $(cu) : null;
  (daDung && !daDung.disabled ? daDung : cho.querySelector("h2[tabindex]"))?.focus();
  hienTiep();
  homNay();
}

// Today at a click, since the program itself has no clock of its own.
function homNay() {
  const o = ketQua.querySelector("input#ngay");
  if (!o || o.nextElementSibling?.classList.contains("hom-nay")) return;
  const nay = new Date();
  const ngay = nay.getDate() + "/" + (nay.getMonth() + 1) + "/" + nay.getFullYear();
  const nut = tao("button", { type: "button", class: "nho hom-nay", text: "Hôm nay " + ngay });
  nut.addEventListener("click", () => { o.value = ngay; o.focus(); });
  o.after(nut);
}

// What goes on to the next file says how many there are.
function hienTiep() {
  for (const nut of ketQua.querySelectorAll("button[data-tiep]")) {
    nut.hidden = hangCho.length === 0;
    if (hangCho.length > 0) nut.textContent = "Văn bản kế tiếp: " + hangCho[0].name + (hangCho.length > 1 ? " (còn " + hangCho.length + " tệp)" : "");
  }
}

// How far a long act has come.
function ngoTien(path) {
  const xem = async () => {
    const tra = await fetch(path, { cache: "no-store" }).then((t) => t.json()).catch(() => null);
    if (!dangGui || !tra || !tra.tong) return;
    tien.hidden = false;
    tien.max = tra.tong;
    tien.value = tra.xong;
    nutDung.hidden = !noiDung || daDung;
    bao.textContent = daDung ? "Đang dừng, chờ xong bản đang làm…" : "Đã làm " + tra.xong + " trên " + tra.tong + "…";
  };
  return setInterval(xem, NGO);
}

async function hoi(path, them, { dang = "Đang xem…", taiVe = false, tienDo = "", dung = "", cho = ketQua } = {}) {
  const nay = (lan += 1);
  dangGui = true;
  [noiDung, daDung] = [dung, false];
  goc.setAttribute("aria-busy", "true");
  bao.textContent = dang;
  const ngo = tienDo ? ngoTien(tienDo) : 0;
  try {
    const tra = await gui(path, them);
    if (tra.redirected) { location.href = tra.url; return; }
    const laTrang = (tra.headers.get("content-type") ?? "").startsWith("text/html");
    if (taiVe && tra.ok && !laTrang) await tai(tra);
    else if (nay !== lan) return;
    else if (laTrang) hien(await tra.text(), cho);
    else loi("Chưa làm được", [await tra.text()]);
  } catch {
    if (nay === lan) matKetNoi();
  } finally {
    clearInterval(ngo);
    if (nay === lan) {
      dangGui = false;
      tien.hidden = true;
      nutDung.hidden = true;
      bao.textContent = "";
      goc.removeAttribute("aria-busy");
    }
  }
}

async function tai(tra) {
  const ten = /filename\*=UTF-8''([^;]+)/.exec(tra.headers.get("content-disposition") ?? "");
  const href = URL.createObjectURL(await tra.blob());
  const link = tao("a", { href, download: ten ? decodeURIComponent(ten[1]) : "tep" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

function nhan(file, ten = "") {
  if (!file && !ten) return;
  [tep, giu] = [file, ten];
  ketQua.replaceChildren();
  if (file && file.size > TO_NHAT) return loi("Tệp lớn quá", ["Tệp lớn hơn 20 MB. Xem lại có chọn nhầm tệp không; tệp có nhiều ảnh thì nén ảnh trong Word rồi lưu lại."]);
  hoi(goc.dataset.gui, chung, { dang: "Đang xem " + (ten || file.name) + "…" });
}

function nhanHet(files) {
  const all = [...files];
  hangCho = vao.multiple ? all.slice(1) : [];
  chung = [];
  nhan(all[0] || null);
}

vao.addEventListener("change", () => nhanHet(vao.files));
for (const nut of document.querySelectorAll("button[data-giu]")) nut.addEventListener("click", () => nhan(null, nut.dataset.giu));
for (const ten of ["dragenter", "dragover"]) document.addEventListener(ten, (event) => { event.preventDefault(); tha.classList.add("tren"); });
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) tha.classList.remove("tren"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  tha.classList.remove("tren");
  if (event.dataTransfer.files.length > 0) nhanHet(event.dataTransfer.files);
});

// `data-gui`: the answer takes the place of this piece, or of the one that `data-cho` names; `data-tai`: it is a file to keep;
// `data-chung`: which fields the next file of several begins with; `data-doi`: whatever is chosen is asked about at once; `data-cung`: what the other forms say goes along.
ketQua.addEventListener("submit", (event) => {
  const [form, nut] = [event.target, event.submitter];
  if ("thuong" in form.dataset) return;
  event.preventDefault();
  if (dangGui) return;
  const khac = "cung" in form.dataset ? [...ketQua.querySelectorAll("form[data-gui]")].filter((f) => f !== form) : [];
  if (form.dataset.chung) chung = [...new FormData(form)].filter(([ten]) => form.dataset.chung.split(" ").includes(ten));
  const them = [...khac.flatMap((f) => [...new FormData(f)]), ...new FormData(form, nut)];
  if (form.dataset.tai) hoi(form.dataset.tai, them, { dang: "Đang làm tệp…", taiVe: true });
  else hoi(nut?.dataset.gui || form.dataset.gui, them, { dang: "Đang làm…", tienDo: nut?.dataset.tien || "", dung: nut?.dataset.dung || "", cho: $(form.dataset.cho) ?? ketQua });
});
nutDung.addEventListener("click", () => {
  if (!dangGui || !noiDung) return;
  daDung = true;
  nutDung.hidden = true;
  bao.textContent = "Đang dừng, chờ xong bản đang làm…";
  fetch(noiDung, { method: "POST", body: "" }).catch(() => {});
});
ketQua.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-doi]");
  if (form) hoi(form.dataset.doi, new FormData(form));
});
ketQua.addEventListener("click", (event) => {
  if (event.target.closest("button[data-tiep]") && hangCho.length > 0) return nhan(hangCho.shift());
  const nut = event.target.closest("button[data-tat]");
  if (!nut) return;
  const form = nut.form;
  for (const o of nut.closest("fieldset").querySelectorAll("[data-chon]")) o.checked = o.dataset.chon === nut.dataset.tat;
  hoi(form.dataset.doi, new FormData(form));
});
