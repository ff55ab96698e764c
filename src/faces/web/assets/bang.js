// What comes from a clipboard as rows and columns: Excel, Word, a page, a text with tabs.

const HANG_NHIEU_NHAT = 2000;
const COT_NHIEU_NHAT = 60;

// Rows of texts; none if there is no table in it.
export function luoiDan(data) {
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  const luoi = (/<table/i.test(html) && tuHtml(html)) || tuChu(text);
  if (!luoi) return null;
  while (luoi.length > 0 && luoi.at(-1).every((o) => o === "")) luoi.pop();
  return luoi.length > 0 ? luoi : null;
}

// Nothing of it is ever shown, so no style of it asks for anything.
function tuHtml(html) {
  const sach = html.replace(/<style[^>]*>[^]*?<\/style>/gi, "").replace(/\sstyle\s*=/gi, " data-kieu=");
  const table = new DOMParser().parseFromString(sach, "text/html").querySelector("table");
  if (!table) return null;
  const hang = [...table.querySelectorAll("tr")].filter((tr) => tr.closest("table") === table).slice(0, HANG_NHIEU_NHAT);
  const luoi = hang.map(() => []);
  hang.forEach((tr, r) => {
    let c = 0;
    for (const o of tr.children) {
      if (!/^t[dh]$/.test(o.localName)) continue;
      while (luoi[r][c] !== undefined) c += 1;
      const so = (ten) => Math.max(1, Number.parseInt(o.getAttribute(ten), 10) || 1);
      // A merged cell says its words once, in its first place.
      for (let i = 0; i < so("rowspan") && r + i < luoi.length; i += 1) {
        for (let k = 0; k < so("colspan") && c + k < COT_NHIEU_NHAT; k += 1) luoi[r + i][c + k] = i + k === 0 ? chuCua(o) : "";
      }
    }
  });
  const rong = Math.max(0, ...luoi.map((h) => h.length));
  return luoi.map((h) => Array.from({ length: rong }, (_, c) => h[c] ?? ""));
}

const gon = (text) => text.normalize("NFC").replace(/[\s\u00a0]+/g, " ").trim();

function chuCua(o) {
  return gon([...o.querySelectorAll("p, br, li")].length > 1 ? [...o.childNodes].map((n) => n.textContent).join(" ") : o.textContent);
}

// Excel puts a cell with a line end or a quote of its own between quotes.
function tuChu(text) {
  if (!/[\t]/.test(text) && !/\n[^]*\S/.test(text)) return null;
  const luoi = [[]];
  const re = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let m = re.exec(text); m && luoi.length <= HANG_NHIEU_NHAT; m = re.exec(text)) {
    luoi.at(-1).push(gon(m[1] === undefined ? m[2] : m[1].replaceAll('""', '"')));
    if (m[3] === "" || re.lastIndex >= text.length) break;
    if (m[3] !== "\t") luoi.push([]);
  }
  const rong = Math.max(...luoi.map((h) => h.length));
  return luoi.map((h) => Array.from({ length: rong }, (_, c) => h[c] ?? ""));
}

// A number as the program reads it: 16.500.000. What is no whole number stays as it is.
export function soViet(text) {
  const tran = text.replace(/[\s\u00a0]|đồng|vnđ|vnd|₫|đ$/gi, "");
  const dau = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:[.,]0{1,2})?$/.exec(tran);
  if (dau) return dau[1].replaceAll(",", ".");
  return /^\d+([.,]0{1,2})?$/.test(tran) ? tran.replace(/[.,]0{1,2}$/, "") : text;
}

export const khongDau = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
