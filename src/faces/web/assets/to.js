// The printed pages: only those that changed are drawn, those in sight first; the last good ones stay until the new
// ones are here.

import { tao } from "./goi.js";

const doc = new DOMParser();
// So many pictures are kept, for undo and for the pages of a paper that come back as they were.
const NHO = 60;

export function cacTrang(cho, chon) {
  let lan = 0;
  const biet = new Map();
  const thay = new Set();
  const nhin = new IntersectionObserver((all) => {
    for (const { target, isIntersecting } of all) {
      if (!isIntersecting) thay.delete(target);
      else if (!thay.has(target)) { thay.add(target); danhDauTrang(target); }
    }
  }, { root: cho.closest(".cot-trang"), rootMargin: "30%" });

  function nho(svg, moi) {
    for (const [dauVet, text] of Object.entries(svg)) biet.set(dauVet, text);
    const giu = new Set(moi);
    for (const dauVet of biet.keys()) {
      if (biet.size <= NHO + moi.length) break;
      if (!giu.has(dauVet)) biet.delete(dauVet);
    }
  }

  function ve(i, dauVet, tong) {
    const svg = document.importNode(doc.parseFromString(biet.get(dauVet), "image/svg+xml").documentElement, true);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Trang " + (i + 1) + " trên " + tong);
    const trang = cho.children[i];
    trang.dataset.dv = dauVet;
    trang.replaceChildren(svg);
    if (thay.has(trang)) danhDauTrang(trang);
  }

  // The pages by their digests, with the places where their fields begin; `svg` has those that `co` did not name.
  function dat(cac, svg) {
    const nay = (lan += 1);
    const moi = cac.map((trang) => trang.dau_vet);
    nho(svg, moi);
    if (!moi.every((dauVet) => biet.has(dauVet))) return false;
    while (cho.children.length > moi.length) { thay.delete(cho.lastChild); nhin.unobserve(cho.lastChild); cho.lastChild.remove(); }
    while (cho.children.length < moi.length) {
      const trang = tao("div", { class: "trang" });
      cho.append(trang);
      nhin.observe(trang);
    }
    for (const [i, { dau }] of cac.entries()) cho.children[i].dau = dau;
    const doi = [...moi.keys()].filter((i) => cho.children[i].dataset.dv !== moi[i]);
    const truoc = doi.filter((i, thu) => thay.has(cho.children[i]) || (thay.size === 0 && thu < 2));
    for (const i of truoc) ve(i, moi[i], moi.length);
    // As she writes the page goes along.
    if (truoc.length > 0 && document.activeElement?.closest(".vanthu-soan")) cuonToi();
    const sau = doi.filter((i) => !truoc.includes(i));
    // A later picture has overtaken those that are still to be drawn.
    const tiep = () => {
      if (nay !== lan || sau.length === 0) return;
      const i = sau.shift();
      ve(i, moi[i], moi.length);
      setTimeout(tiep, 0);
    };
    if (sau.length > 0) setTimeout(tiep, 0);
    return true;
  }

  let muc = null;
  // The bytes of the field's value that are marked; none for all of it.
  let khoang = null;
  // Where a text begins in its field's value.
  const byteCua = (text) => +text.dataset.b + (text.closest(".trang").dau?.[text.dataset.m] ?? 0);
  const cua = (text) => trongMuc(text) && (!khoang || (byteCua(text) >= khoang[0] && byteCua(text) <= khoang[1]));
  const trongMuc = (text) => text.dataset.m === muc || text.dataset.m.startsWith(muc + ".") || text.dataset.m.startsWith(muc + "[");

  // The picture says how wide each line is: nothing is measured, which would lay the page out for each key.
  function danhDauTrang(trang) {
    for (const cu of trang.querySelectorAll("rect.dang")) cu.remove();
    if (!muc) return;
    for (const text of [...trang.querySelectorAll("text[data-m]")].filter(cua)) {
      const co = +text.getAttribute("font-size");
      const [x, y] = [+text.firstChild.getAttribute("x") - 1, +text.getAttribute("y") - co * 0.9];
      const o = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [k, v] of [["x", x], ["y", y], ["width", +text.dataset.w + 2], ["height", co * 1.15], ["class", "dang"]]) o.setAttribute(k, v);
      text.before(o);
    }
  }

  function danhDau(moi, cuon = false, trong = null) {
    muc = moi;
    khoang = trong;
    for (const trang of thay) danhDauTrang(trang);
    if (cuon) cuonToi();
  }

  // The first text that is marked; pages that end before it are not looked through.
  function dauTien() {
    const cac = [...cho.children];
    const tu = khoang ? cac.findLastIndex((trang) => trang.dau?.[muc] <= khoang[0]) : 0;
    for (const trang of cac.slice(Math.max(0, tu))) {
      const text = [...trang.querySelectorAll("text[data-m]")].find(cua);
      if (text) return text;
    }
    return null;
  }

  function cuonToi() {
    if (!muc) return;
    const dau = dauTien();
    if (!dau) return;
    const cot = cho.closest(".cot-trang");
    const a = dau.getBoundingClientRect();
    const k = cot.getBoundingClientRect();
    if (a.top < k.top || a.bottom > k.bottom) cot.scrollTop += a.top - k.top - k.height / 3;
  }

  cho.addEventListener("click", (event) => {
    const text = event.target.closest("[data-m]");
    if (text && String(window.getSelection()) === "") chon(text.dataset.m, byteCua(text));
  });

  return { dat, danhDau, co: () => [...biet.keys()] };
}
