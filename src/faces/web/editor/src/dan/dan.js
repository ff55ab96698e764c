// Dán: what is pasted or dropped, put where the cursor is.

import { Fragment, Slice } from 'prosemirror-model';
import { Plugin, Selection, TextSelection } from 'prosemirror-state';
import { handlePaste as danVaoBang, isInTable } from 'prosemirror-tables';
import { luocDo } from '../luoc_do.js';
import { tachDau } from '../than/dau_muc.js';
import { docDom, tuHtml } from './html.js';
import { tuVanBan } from './van_ban.js';

const { nodes, marks } = luocDo;
const LON_NHAT = 20_000_000;

export function dan(khung) {
  return new Plugin({
    props: {
      // Before the library reads it: what it would make of Word's HTML is not wanted.
      handleDOMEvents: {
        paste: (view, event) => nhan(view, event.clipboardData, khung, event) && huy(event),
        drop: (view, event) => {
          if (view.dragging || !event.dataTransfer) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
          return nhan(view, event.dataTransfer, khung, event) && huy(event);
        },
      },
      clipboardTextSerializer: slice => slice.content.textBetween(0, slice.content.size, '\n'),
    },
  });
}

function huy(event) {
  event.preventDefault();
  return true;
}

function nhan(view, data, khung, event) {
  if (!data || !view.editable) return false;
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html.includes('data-pm-slice')) return false;
  const anh = [...(data.files ?? [])].filter(file => file.type.startsWith('image/'));
  // A picture that was copied out of a page comes with an `img` and no words; Excel sends a picture of its table too.
  if (anh.length && !text.trim() && !/<table|<td/i.test(html)) return danAnh(anh, khung);
  if (!html && !text) return false;
  if (html.length > LON_NHAT || text.length > LON_NHAT) {
    khung.thongBao('Phần dán lớn quá: chép từng phần một.');
    return true;
  }
  if (view.state.selection.$from.parent.type === nodes.tho) {
    view.dispatch(view.state.tr.insertText(text));
    return true;
  }
  const co = html && tuHtml(html, docDom(html));
  const ra = co && (co.nodes.length || co.loi.length) ? co : tuVanBan(text, khung.cach);
  dat(view, ra, event);
  ra.loi.forEach(loi => khung.thongBao(loi));
  return true;
}

/** Pictures without words go to the page, which knows where to keep a file. */
function danAnh(files, khung) {
  if (!khung.tuyChon.onPicture) {
    khung.thongBao('Chưa dán được hình: lưu hình thành tệp PNG hoặc JPG cạnh hồ sơ, rồi dùng nút “Hình”.');
    return true;
  }
  khung.nhanAnh(files);
  return true;
}

function dat(view, { nodes: cac, ghiChu }, event) {
  const { ten, con, notes } = datTenGhiChu(view.state.doc, cac, ghiChu);
  if (isInTable(view.state)) {
    if (con.length === 1 && con[0].type === nodes.bang && danVaoBang(view, event, new Slice(Fragment.from(con), 0, 0))) return;
    datTrong(view, con.flatMap(thanhDoan), notes, ten);
  } else if (view.state.selection.$from.depth > 1) {
    datTrong(view, con.flatMap(thanhDoan), notes, ten);
  } else {
    datTrong(view, con, notes, ten);
  }
}

/** Names of notes that the document does not have yet. */
function datTenGhiChu(doc, cac, ghiChu) {
  const co = new Set();
  doc.descendants(node => { if (node.attrs.ten !== undefined) co.add(node.attrs.ten); });
  const ten = new Map();
  let n = 1;
  for (const g of ghiChu) {
    while (co.has(String(n))) n += 1;
    ten.set(g.attrs.ten, String(n));
    co.add(String(n));
  }
  const doi = node => {
    if (node.type === nodes.dau_chu_thich) return node.type.create({ ten: ten.get(node.attrs.ten) ?? node.attrs.ten });
    return node.isLeaf ? node : node.copy(Fragment.from(node.content.content.map(doi)));
  };
  return { ten, con: cac.map(doi), notes: ghiChu.map(g => nodes.chu_thich.create({ ten: ten.get(g.attrs.ten) }, g.content)) };
}

/** Where only paragraphs may stand: a head becomes a bold one, a row of a table a line. */
function thanhDoan(node) {
  if (node.type === nodes.doan || node.type === nodes.anh) return [node];
  if (node.type === nodes.de_muc) return [nodes.doan.create(null, node.content.content.map(c => (c.isText ? c.mark(marks.dam.create().addToSet(c.marks)) : c)))];
  if (node.type !== nodes.bang) return [];
  return node.content.content.map(hang => {
    const chu = hang.content.content.map(o => o.textContent.trim()).filter(Boolean).join(' ');
    return nodes.doan.create(null, chu ? luocDo.text(chu) : null);
  }).filter(n => n.content.size > 0);
}

function datTrong(view, con, notes) {
  const tr = view.state.tr;
  if (!tr.selection.empty) tr.deleteSelection();
  if (con.length === 1 && con[0].type === nodes.doan && !con[0].attrs.canh && tr.selection.$from.parent.inlineContent) {
    tr.replaceSelection(new Slice(con[0].content, 0, 0));
    datGhiChu(tr, notes);
  } else if (con.length) {
    datKhoi(tr, con);
    datGhiChu(tr, notes);
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}

function datKhoi(tr, cac) {
  let con = cac;
  let { $from } = tr.selection;
  if (!$from.parent.inlineContent) {
    tr.replaceSelection(new Slice(Fragment.from(con), 0, 0));
    return;
  }
  const truoc = $from.parent.textBetween(0, $from.parentOffset);
  // Behind a mark or a blank the first paragraph goes on with the line.
  const noi = /\s$/.test(truoc) && con[0].type === nodes.doan && !con[0].attrs.canh && !tachDau(con[0].textContent);
  if (noi) {
    tr.insert($from.pos, con[0].content);
    con = con.slice(1);
    $from = tr.selection.$from;
    if (!con.length) return;
  }
  const dau = $from.parentOffset === 0;
  const cuoi = $from.parentOffset === $from.parent.content.size;
  let at;
  if (dau && cuoi) {
    at = $from.before();
    tr.replaceWith(at, $from.after(), con);
  } else {
    const giua = !dau && !cuoi;
    if (giua) tr.split($from.pos);
    at = dau ? $from.before() : giua ? $from.pos + 1 : $from.after();
    tr.insert(at, con);
  }
  const het = at + con.reduce((n, node) => n + node.nodeSize, 0);
  tr.setSelection(Selection.near(tr.doc.resolve(het), -1));
}

/** Notes stand behind the block that the paste ended in. */
function datGhiChu(tr, notes) {
  if (!notes.length) return;
  const { $to } = tr.selection;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  tr.insert(at, notes);
  const doc = tr.doc;
  if ($to.parent.inlineContent) tr.setSelection(TextSelection.create(doc, $to.pos));
}
