// HTML of a clipboard → blocks of the editor. What Word, Excel, LibreOffice and Google Docs write is read by what it
// means: words, bold, italic, alignment, numbers, tables, notes; the rest is left, and told where it had words.

import { luocDo } from '../luoc_do.js';
import { tachCauTruc } from '../than/cau_truc.js';
import { docBang } from './bang.js';
import { dauMuc, dauWord } from './danh_sach.js';
import { canhCua, docKieu, docLop, kieuCua, nhanCua, phongCua } from './kieu.js';
import { muHoacChiSo, sachChu, theoPhong } from './ky_tu_la.js';

const { nodes, marks } = luocDo;

const BO = new Set(['style', 'script', 'meta', 'link', 'title', 'head', 'xml', 'template', 'noscript', 'colgroup', 'col', 'select', 'textarea', 'button', 'audio', 'video', 'object', 'iframe']);
const KHOI = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'blockquote', 'pre', 'center', 'address', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'form', 'fieldset', 'ul', 'ol', 'li', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'body', 'html', 'tbody', 'tr', 'td', 'th', 'hr', 'details', 'summary', 'nav']);

/**
 * The tree of a clipboard's HTML. Styles are read as text: none is ever applied, and the page's policy, which forbids
 * them, has nothing to complain of.
 */
export function docDom(html, Parser = DOMParser) {
  const khongKieu = html.replace(/<style[^>]*>[^]*?<\/style>/gi, '');
  const sach = khongKieu.replace(/<[a-z][^<>]*>/gi, the => the.replace(/([\s"'/])style(\s*=)/gi, '$1data-kieu$2'));
  return new Parser().parseFromString(sach, 'text/html');
}

/** `{nodes, ghiChu, loi}`: blocks, notes, and what was left out, in words. */
export function tuHtml(html, dom) {
  const doc = new NguoiDan(html, dom);
  doc.khoi(dom.body ?? dom, { dam: false, nghieng: false, canh: undefined, sau: 0 });
  doc.hetDoan();
  return { nodes: doc.ra.map(gonDeMuc), ghiChu: doc.ghiChu, loi: [...doc.loi] };
}

class NguoiDan {
  constructor(html, dom, cha) {
    this.lop = cha?.lop ?? docLop(html);
    this.dom = dom;
    this.loi = cha?.loi ?? new Set();
    this.ghiChu = cha?.ghiChu ?? [];
    this.excel = cha?.excel ?? /ProgId content=["']?Excel|urn:schemas-microsoft-com:office:excel/i.test(html);
    this.ra = [];
    this.dong = undefined;
    this.bao = loi => this.loi.add(loi);
  }

  // --- blocks ------------------------------------------------------------------------------------------------------

  khoi(cha, cach) {
    for (const con of cha.childNodes) {
      if (con.nodeType === 3) this.chu(con.data, cach);
      else if (con.nodeType === 8) this.loiBinh(con.data);
      else if (con.nodeType === 1) this.phanTu(con, cach);
    }
  }

  /** Word hides text boxes and shapes in comments. */
  loiBinh(data) {
    if (/<v:textbox/i.test(data)) this.bao('Khung chữ (text box) của Word không dán được: chép riêng chữ trong khung ấy.');
    if (/msEquation|<m:oMath/i.test(data) && /<m:t>/i.test(data)) this.bao('Công thức toán không dán được: gõ lại bằng chữ hoặc chèn thành hình.');
  }

  phanTu(dom, cach) {
    const ten = dom.localName.toLowerCase();
    const kieu = kieuCua(dom, this.lop);
    if (BO.has(ten) || this.boQua(dom, ten, kieu)) return;
    const moi = { ...cach, ...nhanCua(ten, kieu, cach), phong: phongCua(kieu) || cach.phong, hoa: kieu['text-transform'] ? kieu['text-transform'] === 'uppercase' : cach.hoa };
    if (ten === 'center') moi.canh = 'giua';
    const ghiChu = ten === 'a' && this.dauGhiChu(dom, kieu);
    if (ghiChu) return;
    if (ten === 'table') this.bang(dom, moi);
    else if (ten === 'ul' || ten === 'ol') this.danhSach(dom, ten, moi);
    else if (ten === 'br') this.xuong(kieu, cach);
    else if (ten === 'hr') this.hetDoan();
    else if (ten === 'img' || ten === 'v:imagedata' || ten === 'svg' || ten === 'canvas') this.hinh(dom, ten);
    else if (ten === 'math' || ten.startsWith('m:omath')) this.bao('Công thức toán không dán được: gõ lại bằng chữ hoặc chèn thành hình.');
    else if (ten === 'input') this.oChon(dom, moi);
    else if (KHOI.has(ten)) this.motKhoi(dom, ten, kieu, moi);
    else this.trongDong(dom, ten, kieu, moi);
  }

  /** What has no words for a paper, or is told of and left. */
  boQua(dom, ten, kieu) {
    const lop = dom.getAttribute('class') ?? '';
    if (/MsoComment(Reference|Text)|mso-element:\s*comment/i.test(`${lop} ${dom.getAttribute('data-kieu') ?? ''}`) || /^comment-list$|^comment$/.test(kieu['mso-element'] ?? '')) {
      this.bao('Ý kiến ghi bên lề (comment) của Word không được dán.');
      return true;
    }
    if (ten === 'del' || (kieu['mso-element'] === 'del')) {
      if (dom.textContent.trim() !== '') this.bao('Chữ đã xoá (Track Changes) không được dán.');
      return true;
    }
    if (kieu['mso-element'] === 'footnote-list' || kieu['mso-element'] === 'endnote-list') return true;
    if (/^sdfootnote\d+$|^sdendnote\d+$/.test(dom.id ?? '')) return true;
    if (kieu.display === 'none' || kieu['mso-hide'] === 'all') {
      if (ten !== 'tr' && dom.textContent.trim() !== '') this.bao('Chữ ẩn không được dán.');
      return true;
    }
    return false;
  }

  motKhoi(dom, ten, kieu, cach) {
    this.hetDoan();
    if (/^(always|page)$/.test(kieu['page-break-before'] ?? kieu['break-before'] ?? '')) this.sangTrang();
    const canh = canhCua(dom, kieu);
    const cap = /^h[1-6]$/.test(ten) ? Number(ten[1]) : dom.getAttribute('role') === 'heading' ? Number(dom.getAttribute('aria-level') ?? 1) : capMso(dom);
    const moi = { ...cach, canh: canh === undefined ? cach.canh : canh };
    if (cap) {
      moi.cap = cap;
      moi.dam = false;
    }
    if (kieu['mso-list'] && !/^none/i.test(kieu['mso-list'])) moi.capList = Number(/level(\d+)/.exec(kieu['mso-list'])?.[1] ?? 1);
    this.khoi(dom, moi);
    this.hetDoan();
    if (/^(always|page)$/.test(kieu['page-break-after'] ?? '')) this.sangTrang();
  }

  danhSach(dom, ten, cach) {
    this.hetDoan();
    const sau = cach.sau + 1;
    let dem = Number.parseInt(dom.getAttribute('start') ?? '1', 10) || 1;
    for (const li of dom.children) {
      if (li.localName !== 'li') {
        this.phanTu(li, { ...cach, sau });
        continue;
      }
      const kieu = kieuCua(li, this.lop);
      if (kieu.display === 'none') continue;
      dem = Number.parseInt(li.getAttribute('value') ?? '', 10) || dem;
      const loai = kieu['list-style-type'] ?? docKieu(dom.getAttribute('data-kieu'))['list-style-type'] ?? dom.getAttribute('type') ?? (ten === 'ol' ? 'decimal' : 'disc');
      const cap = Number(li.getAttribute('aria-level') ?? sau);
      const mau = li.getAttribute('data-leveltext');
      const dau = loai === 'none' ? undefined : dauMuc({ coSo: ten === 'ol', kieu: loai, mau: mau && mau.includes('%') ? mau : undefined, dem, sau: cap });
      const con = { ...cach, ...nhanCua('li', kieu, cach), sau, canh: canhCua(li, kieu) ?? undefined };
      this.hetDoan();
      this.dauCho = dau;
      this.khoi(li, con);
      this.hetDoan();
      this.dauCho = undefined;
      dem += 1;
    }
  }

  bang(dom, cach) {
    this.hetDoan();
    if (this.trongO) {
      this.bao('Bảng nằm trong ô của bảng khác được dán thành các dòng chữ.');
      for (const row of dom.querySelectorAll('tr')) {
        for (const cell of row.children) {
          this.khoi(cell, { ...cach, canh: undefined });
          if (this.dong) this.them(' ', cach);
        }
        this.hetDoan();
      }
      return;
    }
    this.ra.push(...docBang(dom, this, cach));
  }

  /** The blocks of a cell. */
  khoiCuaO(dom, cach) {
    const con = new NguoiDan('', this.dom, this);
    con.trongO = true;
    const kieu = kieuCua(dom, this.lop);
    con.khoi(dom, { ...cach, ...nhanCua(dom.localName, kieu, cach), phong: phongCua(kieu) || cach.phong, canh: canhCua(dom, kieu) ?? undefined, sau: 0, cap: undefined });
    con.hetDoan();
    return con.ra.filter(n => n.type === nodes.doan || n.type === nodes.de_muc).map(n => nodes.doan.create({ canh: n.attrs.canh ?? null }, n.content));
  }

  sangTrang() {
    this.hetDoan();
    if (!this.trongO && this.ra.length && this.ra.at(-1).type !== nodes.sang_trang) this.ra.push(nodes.sang_trang.create());
  }

  // --- lines -------------------------------------------------------------------------------------------------------

  trongDong(dom, ten, kieu, cach) {
    if (/^ignore$/i.test(kieu['mso-list'] ?? '')) return this.dauCuaWord(dom, cach);
    if (kieu['mso-special-character'] === 'footnote' || kieu['mso-special-character'] === 'comment') return undefined;
    if (kieu['mso-tab-count']) return this.them(' ', cach);
    if (/line-through/.test(kieu['text-decoration'] ?? '') || ten === 's' || ten === 'strike') {
      if (dom.textContent.trim() !== '') this.bao('Chữ gạch ngang được dán như chữ thường.');
    }
    const cao = kieu['vertical-align'] ?? '';
    const mu = ten === 'sup' || cao === 'super';
    if (mu || ten === 'sub' || cao === 'sub') return this.khoi(dom, { ...cach, mu: mu ? 'tren' : 'duoi' });
    const href = ten === 'a' ? dom.getAttribute('href') ?? '' : '';
    if (/^(https?|mailto):/.test(href) && !dom.textContent.includes(href.replace(/^\w+:\/*/, '').slice(0, 12))) {
      this.bao('Liên kết chỉ giữ lại chữ, không giữ địa chỉ.');
    }
    return this.khoi(dom, cach);
  }

  dauCuaWord(dom, cach) {
    const phong = phongSau(dom);
    const tho = /^(symbol|wingdings)/i.test(phong) ? '·' : dom.textContent;
    const dau = dauWord(sachChu(tho), cach.capList ?? 1);
    if (dau !== '') this.them(`${dau} `, { ...cach, phong: '', mu: undefined });
  }

  chu(data, cach) {
    let text = data.replace(/[ \t\n\r\f]+/g, ' ');
    if (cach.phong) text = theoPhong(text, cach.phong, this.bao);
    if (cach.mu) text = muHoacChiSo(text, cach.mu === 'tren', this.bao);
    if (cach.hoa) text = text.toUpperCase();
    if (text.trim() === '' && text.replace(/\u00a0/g, '') === '' && !this.dong && !text.includes('\u00a0')) return;
    this.them(text, cach);
  }

  them(text, cach) {
    if (text === '') return;
    this.dong ??= { con: [], canh: cach.canh ?? null, cap: cach.cap };
    if (this.dauCho !== undefined && text.trim() !== '') {
      this.dong.con.unshift({ text: `${this.dauCho} `, dam: false, nghieng: false });
      this.dauCho = undefined;
    }
    this.dong.con.push({ text, dam: Boolean(cach.dam), nghieng: Boolean(cach.nghieng) });
  }

  xuong(kieu, cach) {
    const trang = /^(always|page)$/.test(kieu['page-break-before'] ?? '');
    const { dong } = this;
    this.hetDoan();
    if (trang) this.sangTrang();
    else if (dong) this.keTiep = { canh: cach.canh ?? null };
  }

  hetDoan() {
    const { dong } = this;
    this.dong = undefined;
    if (!dong) return;
    const con = gopDong(dong.con);
    if (con.length === 0) return;
    const noi = con.map(c => (c.ten === undefined ? luocDo.text(c.text, [c.dam && marks.dam.create(), c.nghieng && marks.nghieng.create()].filter(Boolean)) : nodes.dau_chu_thich.create({ ten: c.ten })));
    const node = nodes.doan.create({ canh: dong.canh ?? null }, noi);
    const cap = dong.cap === undefined ? undefined : capTheoSo(node.textContent, dong.cap);
    this.ra.push(cap ? nodes.de_muc.create({ cap }, noi) : node);
  }

  hinh(dom, ten) {
    if (ten === 'img' && /^(1|0)$/.test(dom.getAttribute('width') ?? '')) return;
    this.bao('Hình trong phần vừa dán chưa được chèn: chép riêng từng hình rồi dán vào chỗ của nó, hoặc lưu hình thành tệp rồi dùng nút “Hình”.');
  }

  oChon(dom, cach) {
    if (dom.getAttribute('type') === 'checkbox') this.them(dom.hasAttribute('checked') ? '☑ ' : '☐ ', cach);
  }

  // --- notes -------------------------------------------------------------------------------------------------------

  /** The mark of a note, in the text or before the note itself. */
  dauGhiChu(dom, kieu) {
    const id = kieu['mso-footnote-id'] ?? kieu['mso-endnote-id'];
    const href = dom.getAttribute('href') ?? '';
    const name = dom.getAttribute('name') ?? dom.id ?? '';
    const noi = /^#.*?(_?(?:ftn|edn)\d+|sdfootnote\d+sym|sdendnote\d+sym|ftnt\d+)$/.exec(href)?.[1];
    if (/^#.*?(_?(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|ftnt_ref\d+)$/.test(href)) return true;
    if (!noi && !(id && name.includes('ref'))) return false;
    const so = /\d+/.exec(noi ?? id)[0];
    const dich = noi?.startsWith('sd') ? noi.replace(/sym$/, '') : /edn/.test(noi ?? id) ? `edn${so}` : noi?.startsWith('ftnt') ? noi : `ftn${so}`;
    const loi = this.timGhiChu(dich);
    if (!loi) {
      this.bao('Có dấu chú thích mà không có lời chú thích đi kèm: thêm lại bằng nút “Chú thích”.');
      return true;
    }
    const ten = `dan-${dich}`;
    if (!this.ghiChu.some(g => g.attrs.ten === ten)) {
      const con = new NguoiDan('', this.dom, this);
      con.trongO = true;
      con.khoi(loi, { dam: false, nghieng: false, canh: undefined, sau: 0 });
      con.hetDoan();
      const doan = con.ra.filter(n => n.isTextblock).map(n => nodes.doan.create(null, n.content));
      this.ghiChu.push(nodes.chu_thich.create({ ten }, doan.length ? doan : nodes.doan.create()));
    }
    this.dong ??= { con: [], canh: null };
    this.dong.con.push({ ten });
    return true;
  }

  timGhiChu(id) {
    for (const el of this.dom.querySelectorAll('[id]')) if (el.id === id) return /^ftnt/.test(id) ? el.closest('div, p, li') : el;
    return undefined;
  }
}

const capMso = dom => {
  const lop = /\b(?:Mso)?Heading(\d)\b/.exec(dom.getAttribute('class') ?? '');
  return lop ? Number(lop[1]) : undefined;
};

function phongSau(dom) {
  for (const el of [dom, ...dom.querySelectorAll('*')]) {
    const kieu = docKieu(el.getAttribute('data-kieu'));
    const phong = phongCua(kieu) || /["']?(Symbol|Wingdings)["']?/i.exec(kieu.font ?? '')?.[1] || '';
    if (phong) return phong;
  }
  let cha = dom.parentNode;
  for (let i = 0; i < 3 && cha?.getAttribute; i += 1, cha = cha.parentNode) {
    const phong = phongCua(docKieu(cha.getAttribute('data-kieu')));
    if (phong) return phong;
  }
  return '';
}

/** One blank between words, none at the ends. */
function gopDong(con) {
  const ra = [];
  let cach = true;
  for (const c of con) {
    if (c.ten !== undefined) {
      ra.push(c);
      cach = false;
      continue;
    }
    let text = sachChu(c.text).replace(/[ \t\n]+/g, ' ');
    if (cach) text = text.replace(/^ /, '');
    if (text === '') continue;
    cach = text.endsWith(' ');
    ra.push({ ...c, text });
  }
  while (ra.length && ra.at(-1).text !== undefined) {
    const text = ra.at(-1).text.trimEnd();
    if (text === '') ra.pop();
    else {
      ra[ra.length - 1] = { ...ra.at(-1), text };
      break;
    }
  }
  return ra;
}

/** The level of a head by the number that it begins with; a điểm is no head. */
function capTheoSo(text, cap) {
  if (/^[IVXLC]+\.\s/.test(text)) return 1;
  const so = /^(\d+(?:\.\d+)*)\.?\s/.exec(text);
  if (so) return Math.min(6, so[1].split('.').length + 1);
  if (/^[a-zđ]\)\s/.test(text) || /^[-+]\s/.test(text)) return 0;
  return tachCauTruc(text)?.ten === 'Điều' ? 3 : Math.min(6, cap);
}

/** A short line all in bold that begins with a number is a head of the paper; heads are bold by themselves. */
function gonDeMuc(node) {
  if (!node.isTextblock) return node;
  const text = node.textContent;
  const dam = node.content.content.every(c => !c.isText || c.text.trim() === '' || marks.dam.isInSet(c.marks));
  const laTen = dam && node.attrs.canh !== 'giua' && node.attrs.canh !== 'phai' && text.length <= 120 && !/[.;:,!?…]$/.test(text) && /^(?:[IVXLC]+\.|\d+(?:\.\d+)*\.)\s/.test(text);
  if (node.type !== nodes.de_muc && !laTen) return node;
  const con = node.content.content.map(c => (c.isText ? c.mark(marks.dam.removeFromSet(c.marks)) : c));
  return nodes.de_muc.create({ cap: node.attrs.cap ?? capTheoSo(text, 1) }, con);
}
