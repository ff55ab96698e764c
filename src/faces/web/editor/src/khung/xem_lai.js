// Xem lại: a little after the last letter the document is written out and read again: what each line is, where it
// stands in the text, whether the paper has it as it looks here.

import { Plugin, PluginKey } from 'prosemirror-state';
import { raMd } from '../md/ra_md.js';
import { vietChu } from '../md/viet_chu.js';
import { luocDo } from '../luoc_do.js';
import { trangTri } from './trang_tri.js';

export const khoaXem = new PluginKey('xem-lai');
const CHO_MS = 150;
const LAN_CHUA = 4;

export function xemLai(khung) {
  return new Plugin({
    key: khoaXem,
    state: {
      init: (_, state) => docLai(state.doc, khung),
      apply(tr, cu) {
        const meta = tr.getMeta(khoaXem);
        if (meta) return meta;
        return tr.docChanged ? { ...cu, trangTri: cu.trangTri.map(tr.mapping, tr.doc), cu: true } : cu;
      },
    },
    props: { decorations: state => khoaXem.getState(state).trangTri },
    view: view => new NguoiXem(view, khung),
  });
}

/** What the document says now. */
export function docLai(doc, khung) {
  const ra = raMd(doc, khung.cach);
  const trang = trangTri(doc, ra.khoi, khung.danhDau);
  return { ...ra, trangTri: trang, cu: false };
}

class NguoiXem {
  constructor(view, khung) {
    this.view = view;
    this.khung = khung;
    khung.xemNgay = () => this.xem();
    // She may have been told of the text before, while she was still in it.
    khung.roiDi = () => { this.xem(); this.chua(); };
  }

  update(view, cu) {
    this.khung.veDanhDau?.();
    if (!this.dangChua) this.lanChua = 0;
    if (khoaXem.getState(view.state).cu) this.hen();
    else if (!cu.selection.eq(view.state.selection)) {
      this.chua();
      this.khung.baoCho?.();
    }
  }

  hen() {
    clearTimeout(this.dongHo);
    this.dongHo = setTimeout(() => (this.view.composing ? this.hen() : this.xem()), CHO_MS);
  }

  /** Reads the document now and tells of it. */
  xem() {
    clearTimeout(this.dongHo);
    // The browser tells of a cursor that a hand has moved when it has time; what is drawn before that would put the cursor
    // back. Of one that the program has put, while the focus was elsewhere, it does not know yet.
    if (!this.view.isDestroyed && this.khung.tayDi) this.view.domObserver.flush();
    if (this.view.isDestroyed || !khoaXem.getState(this.view.state).cu) return;
    const xem = docLai(this.view.state.doc, this.khung);
    this.dangChua = true;
    this.view.dispatch(this.view.state.tr.setMeta(khoaXem, xem).setMeta('addToHistory', false));
    this.dangChua = false;
    this.khung.bao(xem);
    this.chua();
    this.khung.baoCho();
  }

  /** What can't be said as it looks becomes what the paper has, when nobody is writing in it. */
  chua() {
    const { state } = this.view;
    const xem = khoaXem.getState(state);
    if (xem.cu || this.view.composing) return;
    const lech = xem.lech ?? lechNhan(xem, state.doc);
    // What it becomes may be read otherwise once more; that ends.
    if (!lech || lech.den <= lech.tu || this.lanChua > LAN_CHUA) return;
    this.lanChua = (this.lanChua ?? 0) + 1;
    let tu = 0;
    for (let i = 0; i < lech.tu; i += 1) tu += state.doc.child(i).nodeSize;
    let den = tu;
    for (let i = lech.tu; i < lech.den; i += 1) den += state.doc.child(i).nodeSize;
    const { from, to } = state.selection;
    if (this.view.hasFocus() && from <= den && to >= tu) return;
    const nodes = lech.nodes.length ? lech.nodes : [luocDo.nodes.doan.create()];
    this.dangChua = true;
    this.view.dispatch(state.tr.replaceWith(tu, den, nodes));
    this.dangChua = false;
    this.khung.thongBao(lech.loi ?? 'Một đoạn được hiểu là lệnh hoặc dấu của thân bài, đã hiện lại như sẽ in.');
  }

  destroy() {
    clearTimeout(this.dongHo);
  }
}

/** Emphasis that no mark can say. */
function lechNhan({ khoi }) {
  for (const k of khoi) {
    let mat = false;
    k.node.descendants(node => { if (node.isTextblock && node.type.name !== 'tho') mat ||= vietChu(node).mat; });
    if (k.node.isTextblock && k.node.type.name !== 'tho') mat ||= vietChu(k.node).mat;
    if (mat) return { tu: k.i, den: k.i + 1, nodes: [k.lai], loi: 'Chữ đậm, chữ nghiêng chỉ ghi được cho trọn từ; chỗ vừa định dạng đã hiện lại như sẽ in.' };
  }
  return undefined;
}
