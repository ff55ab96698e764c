// The editor in a page. What it offers is in README.md.

import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { EditorState, NodeSelection, Plugin, Selection, TextSelection } from 'prosemirror-state';
import { fixTables, isInTable, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { docMd } from '../md/tu_md.js';
import { raMd } from '../md/ra_md.js';
import { chuan } from '../md/chuan.js';
import { luocDo } from '../luoc_do.js';
import { dauTuDat } from './dau_tu_dat.js';
import { dan } from '../dan/dan.js';
import { choTrongText, doanTai, raUtf16, tuUtf16, viTri } from './cho.js';
import { DanhDau } from './danh_dau.js';
import { thayMd } from './dong_bo.js';
import { chenKhoi } from './lenh_doan.js';
import { chuanBang } from './lenh_bang.js';
import { LucVao } from './luc_vao.js';
import { NHAN } from './nhan_chu.js';
import { cacXem } from './nut_xem.js';
import { cacPhim } from './phim.js';
import { cacHop, ThanhNut } from './thanh_nut.js';
import { truocKhiGo, truocKhiXoa } from './xoa.js';
import { docLai, khoaXem, xemLai } from './xem_lai.js';

const { nodes } = luocDo;

/** Puts an editor into an element; see README.md. */
export function mountEditor(cho, tuyChon = {}) {
  return new Khung(cho, tuyChon).api();
}

class Khung {
  constructor(cho, tuyChon) {
    this.tuyChon = tuyChon;
    this.nhan = { ...NHAN, ...tuyChon.labels };
    this.cach = { trich: tuyChon.extract ?? false };
    this.danhDau = [];
    this.son = new DanhDau();
    this.lucVao = new LucVao();
    this.text = tuyChon.markdown ?? '';
    this.datLenh();
    this.dom = document.createElement('div');
    this.dom.className = 'vanthu-soan';
    this.thanhNut = new ThanhNut(this);
    const than = document.createElement('div');
    than.className = 'khung-than';
    this.dom.append(this.thanhNut.dom, than);
    cho.append(this.dom);
    this.view = new EditorView(than, this.dauVao());
    this.thanhNut.ve(this.view.state);
  }

  datLenh() {
    const { onUndo, onRedo } = this.tuyChon;
    const goi = ham => (_, dispatch) => {
      if (dispatch) {
        this.xemNgay();
        ham();
      }
      return true;
    };
    this.hoanTac = onUndo ? goi(onUndo) : undo;
    this.lamLai = onRedo ? goi(onRedo) : redo;
    Object.assign(this, cacHop(this));
    const { suaAnh } = this;
    this.suaAnh = pos => {
      const { attrs } = this.view.state.doc.nodeAt(pos);
      const so = ten => new RegExp(`${ten}\\s*=?\\s*([\\d.]+)`).exec(attrs.kichThuoc)?.[1] ?? '';
      suaAnh(pos, { ten: attrs.ten, moTa: attrs.moTa, rong: so('rộng'), cao: so('cao') });
    };
  }

  hinh(ten) {
    return this.tuyChon.pictureUrl?.(ten);
  }

  cacHinh() {
    return this.tuyChon.pictures ?? [];
  }

  dauVao() {
    return {
      state: EditorState.create({ doc: docMd(this.text, this.cach), plugins: this.plugins() }),
      nodeViews: cacXem(this),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.nhan.soan, 'aria-description': this.nhan.phimTat, spellcheck: 'false', lang: 'vi', class: 'vanthu-than', ...(this.tuyChon.describedBy ? { 'aria-describedby': this.tuyChon.describedBy } : {}) },
      editable: () => !this.khoa,
      dispatchTransaction: tr => this.nhanLenh(tr),
      handleDOMEvents: {
        keydown: view => this.tayDong(view),
        mousedown: view => this.tayDong(view),
        beforeinput: (view, event) => truocKhiXoa(view, event) || truocKhiGo(view, event),
        blur: () => { this.tayDi = false; this.lucVao.thoi(); this.roiDi(); },
        focus: view => { this.doanCu = undefined; this.baoCho(); this.lucVao.vao(view); },
      },
    };
  }

  /** From here on it is her hand that moves the cursor; right behind the focus it would be taken for the browser's doing. */
  tayDong(view) {
    this.tayDi = true;
    this.lucVao.xong();
    view.input.lastFocus = 0;
  }

  plugins() {
    const bang = new Plugin({ appendTransaction: (trs, _, state) => (trs.some(tr => tr.docChanged) ? fixTables(state) ?? chuanBang(state) : undefined) });
    const anh = new Plugin({ props: { handleKeyDown: (view, event) => this.moAnh(view, event) } });
    return [xemLai(this), anh, dauTuDat(), ...cacPhim(this), dan(this), gapCursor(), tableEditing(), bang, ...(this.tuyChon.onUndo ? [] : [history()])];
  }

  /** Enter on a picture opens its form. */
  moAnh(view, event) {
    const { selection } = view.state;
    if (event.key !== 'Enter' || !(selection instanceof NodeSelection) || selection.node.type !== nodes.anh) return false;
    this.suaAnh(selection.from);
    return true;
  }

  nhanLenh(tr) {
    if (tr.docChanged) {
      this.danhDau = this.danhDau.map(d => ({ ...d, from: tr.mapping.map(d.from, 1), to: tr.mapping.map(d.to, -1) })).filter(d => d.to > d.from);
      this.sonLai = true;
    }
    this.view.updateState(this.view.state.apply(tr));
    // Once all of what the key does is done.
    if (tr.docChanged && !tr.getMeta('tuNgoai')) queueMicrotask(() => this.tuyChon.onInput?.());
    this.thanhNut.ve(this.view.state);
  }

  veDanhDau() {
    if (!this.sonLai || this.view.composing) return;
    this.sonLai = false;
    this.son.ve(this.view, this.danhDau);
  }

  /** Tells the page what the text is now. */
  bao({ text, khoi }) {
    const cu = this.text;
    if (text === cu) return;
    this.text = text;
    this.tuyChon.onChange?.(text, { patch: khacNhau(cu, text), blockRange: khoiDoi(khoi, khacNhau(cu, text)) });
  }

  /** Tells the page in which paragraph the cursor stands, when that is another. */
  baoCho() {
    const { onCaret } = this.tuyChon;
    if (!onCaret || !this.view || !this.view.hasFocus()) return;
    const xem = khoaXem.getState(this.view.state);
    if (xem.cu) return;
    const doan = doanTai(xem.khoi, this.view.state.selection.head);
    if (!doan || (this.doanCu && this.doanCu.from === doan.from && this.doanCu.to === doan.to)) return;
    this.doanCu = doan;
    onCaret(doan);
  }

  thongBao(loi) {
    this.tuyChon.onNotice?.(loi);
  }

  /** A picture that was pasted or dropped is asked about, kept, and put where the cursor is. */
  async nhanAnh(files) {
    for (const file of files) {
      const ra = await new Promise(xong => this.hoiTepAnh(file, xong));
      if (!ra) return;
    }
  }

  chenAnh(attrs) {
    const { state } = this.view;
    const node = nodes.anh.create(attrs);
    if (isInTable(state)) this.view.dispatch(state.tr.replaceSelectionWith(node).scrollIntoView());
    else chenKhoi(state, node, this.view.dispatch);
  }

  thayAnh(pos, attrs) {
    const cu = this.view.state.doc.nodeAt(pos)?.attrs;
    if (cu) this.view.dispatch(this.view.state.tr.setNodeMarkup(pos, null, { ...cu, ...attrs }));
  }

  // --- for the page ------------------------------------------------------------------------------------------------

  xem() {
    // Nothing is told or drawn while an IME composes.
    if (!this.view.composing) this.xemNgay?.();
    const xem = khoaXem.getState(this.view.state);
    return xem.cu ? raMd(this.view.state.doc, this.cach) : xem;
  }

  datMd(md, { base } = {}) {
    const { text } = this.xem();
    if (base !== undefined && base !== text) return false;
    if (md === text) return true;
    this.text = md;
    const tr = thayMd(this.view.state, md, this.cach);
    this.view.dispatch(tr);
    this.xemNgay();
    return true;
  }

  toiCho(at, don) {
    const { text, khoi } = this.xem();
    const pos = viTri(khoi, raUtf16(text, at, don));
    const { doc } = this.view.state;
    const $pos = doc.resolve(Math.min(pos, doc.content.size));
    const node = $pos.nodeAfter;
    const chon = !$pos.parent.inlineContent && node && NodeSelection.isSelectable(node) && node.isAtom
      ? NodeSelection.create(doc, $pos.pos) : $pos.parent.inlineContent ? TextSelection.create(doc, $pos.pos) : Selection.near($pos);
    this.view.dispatch(this.view.state.tr.setSelection(chon).scrollIntoView());
    this.view.focus();
  }

  choDangO(don) {
    const { text, khoi } = this.xem();
    return tuUtf16(text, choTrongText(khoi, this.view.state.selection.head), don);
  }

  danhDauLoi(ranges, don) {
    const { text, khoi } = this.xem();
    this.danhDau = ranges.map(({ from, to, level, message }) => {
      const [a, b] = [from, to].map(at => viTri(khoi, raUtf16(text, at, don)));
      return { from: a, to: Math.max(a + 1, b), loai: { error: 'loi', warning: 'canh-bao', note: 'goi-y' }[level] ?? 'canh-bao', chu: message };
    });
    this.sonLai = true;
    const { state } = this.view;
    // The outsides of the blocks anew; the text in them is not touched.
    if (!this.view.composing) this.view.dispatch(state.tr.setMeta(khoaXem, docLai(state.doc, this)).setMeta('addToHistory', false));
  }

  api() {
    return {
      dom: this.dom,
      getMarkdown: () => this.xem().text,
      setMarkdown: (md, cach) => this.datMd(md, cach),
      focus: () => this.view.focus(),
      focusAt: (at, unit) => this.toiCho(at, unit),
      offsetAt: unit => this.choDangO(unit),
      mark: (ranges, unit) => this.danhDauLoi(ranges, unit),
      undo: () => this.hoanTac(this.view.state, this.view.dispatch),
      redo: () => this.lamLai(this.view.state, this.view.dispatch),
      isEmpty: () => this.view.state.doc.content.content.every(node => chuan(node) === ''),
      setEditable: duoc => {
        this.khoa = !duoc;
        this.view.setProps({});
        this.thanhNut.ve(this.view.state);
      },
      destroy: () => {
        this.son.bo();
        this.view.destroy();
        this.dom.remove();
      },
    };
  }
}

/** The one stretch in which two texts differ: `{from, to, insert}`. */
function khacNhau(cu, moi) {
  const nhat = Math.min(cu.length, moi.length);
  let from = 0;
  while (from < nhat && cu[from] === moi[from]) from += 1;
  // No pair of halves is torn apart.
  if (from > 0 && /[\ud800-\udbff]/.test(cu[from - 1])) from -= 1;
  let sau = 0;
  while (sau < nhat - from && cu.at(-1 - sau) === moi.at(-1 - sau)) sau += 1;
  if (sau > 0 && /[\udc00-\udfff]/.test(cu[cu.length - sau])) sau -= 1;
  return { from, to: cu.length - sau, insert: moi.slice(from, moi.length - sau) };
}

/** The blocks of the new text that the change touches: `[first, behind the last]`. */
function khoiDoi(khoi, { from, insert }) {
  const den = from + insert.length;
  const tu = khoi.findIndex(k => k.den >= from);
  const cuoi = khoi.findLastIndex(k => k.tu <= den);
  return [tu < 0 ? khoi.length : tu, Math.max(tu < 0 ? khoi.length : tu, cuoi + 1)];
}
