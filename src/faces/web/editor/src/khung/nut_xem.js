// How blocks stand in the page. A paragraph takes new attributes without being drawn anew, so that whoever types in
// it, with Unikey or an IME, keeps her letters.

import { canhCua } from '../than/bang.js';
import { docKichThuoc } from '../than/anh.js';

const the = (ten, lop, chu) => {
  const dom = document.createElement(ten);
  if (lop) dom.className = lop;
  if (chu) dom.textContent = chu;
  return dom;
};

class XemDoan {
  constructor(node) {
    this.node = node;
    this.dom = this.contentDOM = the(node.type.name === 'doan' ? 'p' : 'div');
    this.ve();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    const doi = node.attrs !== this.node.attrs;
    this.node = node;
    if (doi) this.ve();
    return true;
  }

  ve() {
    const { canh, cap } = this.node.attrs;
    for (const c of ['giua', 'phai', 'trai']) this.dom.classList.toggle(`canh-${c}`, canh === c);
    if (cap === undefined) return;
    this.dom.setAttribute('role', 'heading');
    this.dom.setAttribute('aria-level', String(Math.min(6, cap + 1)));
    for (let i = 1; i <= 6; i += 1) this.dom.classList.toggle(`cap-${i}`, Math.min(6, cap) === i);
    this.dom.classList.add('de-muc');
  }
}

/** Only what is drawn here by us is no matter; letters that the browser put beside it must be seen. */
const boQua = (m, rieng) => m.type === 'attributes' || (m.type !== 'selection' && rieng.contains(m.target));

class XemBang {
  constructor(node) {
    this.node = node;
    this.dom = the('div', 'bang');
    this.table = this.dom.appendChild(the('table'));
    this.cols = this.table.appendChild(the('colgroup'));
    this.contentDOM = this.table.appendChild(the('tbody'));
    this.ve();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    const doi = node.attrs !== this.node.attrs;
    this.node = node;
    if (doi) this.ve();
    return true;
  }

  ve() {
    const { cot, khongKe, tachHang } = this.node.attrs;
    this.dom.classList.toggle('khong-ke', khongKe);
    this.dom.classList.toggle('tach-hang', tachHang);
    const dai = cot.map(g => g.replaceAll(':', '').length);
    const ve = dai.some(n => n > 3) && new Set(dai).size > 1;
    const all = dai.reduce((a, b) => a + b, 0);
    this.cols.replaceChildren(...dai.map(n => {
      const col = the('col');
      if (ve) col.style.width = `${(100 * n) / all}%`;
      return col;
    }));
    this.table.classList.toggle('ve-rong', ve);
  }

  ignoreMutation(m) {
    return boQua(m, this.cols);
  }
}

class XemAnh {
  constructor(node, view, getPos, khung) {
    this.khung = khung;
    this.view = view;
    this.dom = the('figure', 'anh');
    this.dom.addEventListener('dblclick', () => khung.suaAnh(getPos()));
    this.ve(node);
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.ve(node);
    return true;
  }

  ve(node) {
    this.node = node;
    const { ten, moTa, kichThuoc, canh } = node.attrs;
    for (const c of ['giua', 'phai', 'trai']) this.dom.classList.toggle(`canh-${c}`, canh === c);
    const url = this.khung.hinh(ten);
    const con = url ? the('img') : the('div', 'khung-anh', ten.startsWith('qr:') ? 'Mã QR' : 'Hình');
    if (url) {
      con.src = url;
      con.alt = moTa || ten;
    }
    const { rong, cao } = docKichThuoc(kichThuoc);
    if (rong) con.style.width = `${rong}mm`;
    if (cao) con.style.height = `${cao}mm`;
    const loi = [moTa || 'chưa có lời mô tả', ten, kichThuoc].filter(Boolean).join(' · ');
    this.dom.replaceChildren(con, the('figcaption', '', loi));
  }

  ignoreMutation() {
    return true;
  }
}

class XemChuThich {
  constructor(node) {
    this.node = node;
    this.dom = the('aside', 'chu-thich');
    this.dom.setAttribute('aria-label', `Chú thích ${node.attrs.ten}`);
    this.nhan = this.dom.appendChild(the('span', 'nhan-chu-thich', 'Chú thích'));
    this.nhan.contentEditable = 'false';
    this.contentDOM = this.dom.appendChild(the('div', 'loi-chu-thich'));
  }

  update(node) {
    if (node.type !== this.node.type || node.attrs.ten !== this.node.attrs.ten) return false;
    this.node = node;
    return true;
  }

  ignoreMutation(m) {
    return boQua(m, this.nhan);
  }
}

class XemSangTrang {
  constructor(node) {
    this.node = node;
    this.dom = the('div', 'sang-trang', 'Sang trang');
    this.dom.setAttribute('role', 'separator');
  }

  update(node) {
    return node.type === this.node.type;
  }

  ignoreMutation() {
    return true;
  }
}

export const cacXem = khung => ({
  doan: node => new XemDoan(node),
  de_muc: node => new XemDoan(node),
  bang: node => new XemBang(node),
  anh: (node, view, getPos) => new XemAnh(node, view, getPos, khung),
  chu_thich: node => new XemChuThich(node),
  sang_trang: node => new XemSangTrang(node),
});

export { canhCua };
