// The printed pages: only those that changed are fetched, the last good ones stay until the new ones are here.

import { chu, tao } from "./goi.js";

const doc = new DOMParser();

export function cacTrang(cho, chon) {
  let lan = 0;
  let hien = [];
  const biet = new Map();

  async function mot(dauVet) {
    if (biet.has(dauVet)) return biet.get(dauVet);
    const text = await chu("/api/trang?dv=" + dauVet);
    if (text === null) return null;
    if (biet.size > 120) biet.delete(biet.keys().next().value);
    biet.set(dauVet, text);
    return text;
  }

  function dung(text, thu, tong) {
    const svg = document.importNode(doc.parseFromString(text, "image/svg+xml").documentElement, true);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", "Trang " + (thu + 1) + " trên " + tong);
    return svg;
  }

  async function dat(moi) {
    const nay = (lan += 1);
    const texts = await Promise.all(moi.map(mot));
    // A later answer has overtaken this one.
    if (nay !== lan || texts.includes(null)) return false;
    moi.forEach((dauVet, i) => {
      if (hien[i] === dauVet && cho.children[i]) return;
      const trang = tao("div", { class: "trang", "data-dv": dauVet });
      trang.append(dung(texts[i], i, moi.length));
      if (cho.children[i]) cho.children[i].replaceWith(trang);
      else cho.append(trang);
    });
    while (cho.children.length > moi.length) cho.lastChild.remove();
    hien = moi;
    danhDau();
    return true;
  }

  let muc = null;
  function danhDau(moi = muc, cuon = false) {
    muc = moi;
    for (const cu of cho.querySelectorAll("rect.dang")) cu.remove();
    if (!muc) return;
    let dau = null;
    for (const text of cho.querySelectorAll("text[data-m]")) {
      const m = text.dataset.m;
      if (m !== muc && !m.startsWith(muc + ".") && !m.startsWith(muc + "[")) continue;
      const b = text.getBBox();
      const o = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [k, v] of [["x", b.x - 1], ["y", b.y], ["width", b.width + 2], ["height", b.height], ["class", "dang"]]) o.setAttribute(k, v);
      text.before(o);
      dau = dau || text;
    }
    if (cuon && dau) {
      const cot = cho.closest(".cot-trang");
      const a = dau.getBoundingClientRect();
      const k = cot.getBoundingClientRect();
      if (a.top < k.top || a.bottom > k.bottom) cot.scrollTop += a.top - k.top - k.height / 3;
    }
  }

  cho.addEventListener("click", (event) => {
    const text = event.target.closest("[data-m]");
    if (text && String(window.getSelection()) === "") chon(text.dataset.m, Number(text.dataset.b));
  });

  return { dat, danhDau };
}
