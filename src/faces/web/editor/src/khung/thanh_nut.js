// Thanh nút: the toolbar. One stop for Tab, arrows inside it (WAI-ARIA, Toolbar); Alt+F10 leads to it from the text.

import { toggleMark } from 'prosemirror-commands';
import { isInTable } from 'prosemirror-tables';
import { luocDo } from '../luoc_do.js';
import { cacDoanChon, chenChuThich, chenKhoi, danhLaiSo, datCanh, datCap, datDau, datDieu } from './lenh_doan.js';
import { chenBang, lenhBang } from './lenh_bang.js';
import { hoi } from './hop.js';

const { nodes, marks } = luocDo;
const CAC_DAU = ['☐', '☑', '☒', '✓', '✔', '✗', '★', '☎', '✉'];

/** `[ten, lệnh, phím]` in groups. */
const nhomNut = khung => [
  [['hoanTac', khung.hoanTac, 'Ctrl+Z'], ['lamLai', khung.lamLai, 'Ctrl+Y']],
  [['dam', toggleMark(marks.dam), 'Ctrl+B'], ['nghieng', toggleMark(marks.nghieng), 'Ctrl+I']],
  [['khoan', datDau('khoan')], ['diem', datDau('diem')], ['gach', datDau('gach')], ['cong', datDau('cong')], ['dieu', datDieu], ['danhLaiSo', danhLaiSo]],
  [['deu', datCanh(null), 'Ctrl+J'], ['giua', datCanh('giua'), 'Ctrl+E'], ['phai', datCanh('phai'), 'Ctrl+R'], ['trai', canhTrai, 'Ctrl+L']],
  [['bang', khung.hoiBang], ['chuThich', chenChuThich, 'Ctrl+Alt+F'], ['hinh', khung.hoiAnh], ['sangTrang', chenSangTrang, 'Ctrl+Enter']],
];

const NHOM_BANG = [
  ['hangTren', 'hangDuoi', 'boHang'], ['cotTrai', 'cotPhai', 'boCot'], ['gopO', 'tachO', 'hangDau'],
  ['cotTraiCanh', 'cotGiua', 'cotPhaiCanh', 'rongHon', 'hepHon'], ['khongKe', 'tachHang', 'boBang'],
];

/** Only a cell knows what left is: elsewhere the decree's paragraph stands at both sides. */
function canhTrai(state, dispatch) {
  return isInTable(state) && datCanh('trai')(state, dispatch);
}

function chenSangTrang(state, dispatch) {
  if (state.selection.$from.depth > 1) return false;
  if (dispatch) chenKhoi(state, nodes.sang_trang.create(), dispatch);
  return true;
}

export const lenhChinh = { canhTrai, chenSangTrang };

export class ThanhNut {
  constructor(khung) {
    this.khung = khung;
    this.dom = document.createElement('div');
    this.dom.className = 'thanh-nut';
    this.dom.setAttribute('role', 'toolbar');
    this.dom.setAttribute('aria-label', khung.nhan.thanhNut);
    this.nut = [];
    const [lichSu, ...con] = nhomNut(khung);
    // A page with a journal has buttons of its own for it.
    if (!khung.tuyChon.onUndo) this.themNhom(lichSu);
    this.themKieu();
    con.forEach(nhom => this.themNhom(nhom));
    this.themDau();
    this.bang = this.dom.appendChild(document.createElement('div'));
    this.bang.className = 'nhom-bang';
    this.bang.setAttribute('role', 'group');
    this.bang.setAttribute('aria-label', khung.nhan.oBang);
    NHOM_BANG.forEach(nhom => this.themNhom(nhom.map(ten => [ten, lenhBang[ten]]), this.bang));
    this.dom.addEventListener('keydown', event => this.phim(event));
    this.dom.addEventListener('focusin', event => this.datDung(event.target));
  }

  themNhom(nhom, cha = this.dom) {
    const dom = cha.appendChild(document.createElement('div'));
    dom.className = 'nhom';
    for (const [ten, lenh, phim] of nhom) {
      const nut = dom.appendChild(document.createElement('button'));
      Object.assign(nut, { type: 'button', textContent: this.khung.nhan[ten] });
      nut.dataset.lenh = ten;
      const ro = this.khung.nhan.hoiTo[ten];
      if (ro) nut.title = ro;
      if (phim) {
        nut.title = `${this.khung.nhan[ten]} (${phim})`;
        nut.setAttribute('aria-keyshortcuts', phim.replaceAll('Ctrl', 'Control'));
      }
      // The text keeps its selection and its focus.
      nut.addEventListener('mousedown', event => event.preventDefault());
      nut.addEventListener('click', () => this.lam(lenh));
      this.nut.push({ dom: nut, lenh, ten });
    }
  }

  themChon(ten, lop) {
    const chon = this.dom.appendChild(document.createElement('select'));
    chon.className = lop;
    chon.setAttribute('aria-label', this.khung.nhan[ten]);
    this.nut.push({ dom: chon, ten });
    return chon;
  }

  themKieu() {
    this.kieu = this.themChon('kieuDoan', 'kieu-doan');
    const { nhan } = this.khung;
    const cac = [['', nhan.khac], ['0', nhan.doan], ...[1, 2, 3, 4, 5].map(n => [String(n), nhan[`cap${n}`]])];
    for (const [value, textContent] of cac) this.kieu.append(Object.assign(document.createElement('option'), { value, textContent, hidden: value === '' }));
    this.kieu.addEventListener('change', () => this.kieu.value !== '' && this.lam(datCap(Number(this.kieu.value))));
  }

  themDau() {
    const chon = this.themChon('dau', 'cac-dau');
    chon.append(Object.assign(document.createElement('option'), { value: '', textContent: this.khung.nhan.dau }));
    for (const d of CAC_DAU) chon.append(Object.assign(document.createElement('option'), { value: d, textContent: d }));
    chon.addEventListener('change', () => {
      const dau = chon.value;
      chon.value = '';
      if (dau) this.lam((state, dispatch) => { dispatch(state.tr.insertText(dau)); return true; });
    });
  }

  lam(lenh) {
    const { view } = this.khung;
    lenh(view.state, view.dispatch, view);
    if (!this.khung.dom.querySelector('dialog[open]')) view.focus();
  }

  /** What can be done here, what is on. */
  ve(state) {
    for (const { dom, lenh, ten } of this.nut) {
      if (!lenh) continue;
      const duoc = this.khung.view.editable && lenh(state, undefined, this.khung.view);
      dom.setAttribute('aria-disabled', String(!duoc));
      const bat = BAT[ten]?.(state);
      if (bat !== undefined) dom.setAttribute('aria-pressed', String(bat));
    }
    const cap = new Set(cacDoanChon(state).map(d => (d.node.type === nodes.de_muc ? Math.min(5, d.node.attrs.cap) : 0)));
    this.kieu.value = cap.size === 1 ? String([...cap][0]) : '';
    this.bang.hidden = !isInTable(state);
    if (!this.cacDung().includes(this.dung)) this.datDung(this.cacDung()[0]);
  }

  cacDung() {
    return this.nut.map(n => n.dom).filter(dom => !(this.bang.hidden && this.bang.contains(dom)));
  }

  datDung(dom) {
    if (!this.nut.some(n => n.dom === dom)) return;
    this.dung = dom;
    for (const n of this.nut) n.dom.tabIndex = n.dom === dom ? 0 : -1;
  }

  phim(event) {
    const all = this.cacDung();
    const at = all.indexOf(document.activeElement);
    const toi = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      this.khung.view.focus();
    } else if (toi !== undefined && at >= 0) {
      event.preventDefault();
      all[(toi + all.length) % all.length].focus();
    }
  }

  toi() {
    (this.dung ?? this.nut[0].dom).focus();
    return true;
  }
}

const coNhan = (state, loai) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(loai.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, loai);
};
const bangCua = state => {
  const { $from } = state.selection;
  for (let d = $from.depth; d > 0; d -= 1) if ($from.node(d).type === nodes.bang) return $from.node(d);
  return undefined;
};
const canhLa = canh => state => {
  const all = cacDoanChon(state).map(d => d.node.attrs.canh ?? null);
  return all.length > 0 && all.every(c => c === canh);
};
const BAT = {
  dam: state => coNhan(state, marks.dam), nghieng: state => coNhan(state, marks.nghieng),
  deu: canhLa(null), giua: canhLa('giua'), phai: canhLa('phai'), trai: canhLa('trai'),
  khongKe: state => bangCua(state)?.attrs.khongKe ?? false, tachHang: state => bangCua(state)?.attrs.tachHang ?? false,
};

/** The forms that the toolbar opens. */
export function cacHop(khung) {
  const { nhan } = khung;
  const so = text => Number.parseInt(text, 10);
  const giu = khung.tuyChon.onPicture;
  const oCo = ({ moTa = '', rong = '', cao = '' }) => [
    { ten: 'moTa', nhan: nhan.moTa, giaTri: moTa },
    { ten: 'rong', nhan: nhan.rong, kieu: 'number', giaTri: rong, min: 1, max: 400 },
    { ten: 'cao', nhan: nhan.cao, kieu: 'number', giaTri: cao, min: 1, max: 400 },
  ];
  const oAnh = cu => [{ ten: 'ten', nhan: nhan.tenHinh, giaTri: cu.ten ?? '', batBuoc: true, goiY: khung.cacHinh() }, ...oCo(cu)];
  const oMoi = () => [
    ...(giu ? [{ ten: 'tep', nhan: nhan.chonHinh, kieu: 'file' }] : []),
    { ten: 'ten', nhan: giu ? nhan.hoacTen : nhan.tenHinh, batBuoc: !giu, goiY: khung.cacHinh() }, ...oCo({}),
  ];
  const attrs = ra => ({
    ten: ra.ten.replace(/[\n\r]/g, ' '),
    moTa: ra.moTa.replace(/[\n\r]/g, ' ').replaceAll('](', '] ('),
    kichThuoc: [ra.rong && `rộng ${ra.rong}mm`, ra.cao && `cao ${ra.cao}mm`].filter(Boolean).join(', '),
  });
  // Keeps the file and puts the picture in; a text says why not.
  const chen = async (ra, tep) => {
    let { ten } = ra;
    try {
      if (tep) ten = await giu(tep);
    } catch (error) {
      return error.message;
    }
    if (!ten) return nhan.chuaChon;
    khung.chenAnh(attrs({ ...ra, ten }));
    return undefined;
  };
  return {
    hoiBang: (state, dispatch) => {
      if (!chenBang(2, 2)(state)) return false;
      if (dispatch) {
        hoi(khung, {
          tieuDe: nhan.bang.replace('…', ''), nut: nhan.chen,
          o: [{ ten: 'hang', nhan: nhan.soHang, kieu: 'number', giaTri: 3, min: 1, max: 200, batBuoc: true }, { ten: 'cot', nhan: nhan.soCot, kieu: 'number', giaTri: 3, min: 1, max: 30, batBuoc: true }],
          xong: ra => { chenBang(so(ra.hang), so(ra.cot))(khung.view.state, khung.view.dispatch); },
        });
      }
      return true;
    },
    hoiAnh: (state, dispatch) => {
      if (state.selection.$from.depth > 1 && !isInTable(state)) return false;
      if (dispatch) hoi(khung, { tieuDe: nhan.hinh.replace('…', ''), nut: nhan.chen, o: oMoi(), xong: ra => chen(ra, ra.tep) });
      return true;
    },
    hoiTepAnh: (tep, het) => hoi(khung, {
      tieuDe: nhan.hinh.replace('…', ''), loi: tep.name, nut: nhan.chen, o: oCo({}), boi: () => het(false),
      xong: async ra => {
        const sai = await chen(ra, tep);
        if (!sai) het(true);
        return sai;
      },
    }),
    suaAnh: (pos, cu) => hoi(khung, { tieuDe: nhan.hinh.replace('…', ''), nut: nhan.sua, o: oAnh(cu), xong: ra => khung.thayAnh(pos, attrs(ra)) }),
  };
}
