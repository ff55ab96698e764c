// The body of a paper. The editor that works as Word does stands behind the same few functions where it is there;
// without it the body is typed as text.

import { tao } from "./goi.js";

const DAU = [
  ["Đề mục", "# "], ["Điểm a)", "a) "], ["Gạch đầu dòng", "- "],
];

function chen(vung, dau) {
  const dong = vung.value.lastIndexOf("\n", vung.selectionStart - 1) + 1;
  vung.setRangeText(dau, dong, dong, "end");
  vung.dispatchEvent(new Event("input", { bubbles: true }));
  vung.focus();
}

function boc(vung, dau) {
  const { selectionStart: tu, selectionEnd: den, value } = vung;
  vung.setRangeText(dau + value.slice(tu, den) + dau, tu, den, "select");
  vung.dispatchEvent(new Event("input", { bubbles: true }));
  vung.focus();
}

function cao(vung) {
  const cuon = vung.closest(".cot-nhap");
  const y = cuon ? cuon.scrollTop : 0;
  vung.rows = Math.min(30, Math.max(8, vung.value.split("\n").length + Math.ceil(vung.value.length / 90)));
  if (cuon) cuon.scrollTop = y;
}

function bangChu(el, { markdown, onChange, labels }) {
  const vung = tao("textarea", { class: "than", spellcheck: "false", "aria-label": labels.ten, "aria-describedby": labels.moTa });
  vung.value = markdown;
  const nut = (text, lam) => tao("button", { type: "button", text, onclick: lam });
  const thanh = tao("div", { class: "thanh", role: "group", "aria-label": "Định dạng" }, [
    nut("Đậm", () => boc(vung, "**")), nut("Nghiêng", () => boc(vung, "*")),
    ...DAU.map(([ten, dau]) => nut(ten, () => chen(vung, dau))),
  ]);
  vung.addEventListener("input", () => { cao(vung); onChange(vung.value); });
  el.append(thanh, vung);
  cao(vung);
  return {
    setMarkdown(text) { if (vung.value !== text) { vung.value = text; cao(vung); } },
    focusAt(at) {
      vung.focus();
      if (at == null) return;
      const den = vung.value.indexOf("\n", at);
      vung.setSelectionRange(at, den < 0 ? vung.value.length : den);
    },
    mark() {},
    el: vung,
  };
}

export function mount(el, how) {
  const own = window.vanthuEditor;
  if (own && typeof own.mount === "function") {
    try {
      return own.mount(el, how);
    } catch {
      el.textContent = "";
    }
  }
  return bangChu(el, how);
}
