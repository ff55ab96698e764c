// Lược đồ: what the editor knows. A khoản, a điểm, a dash, a Điều are paragraphs whose words begin so, as on the
// paper and in the body: what makes them one is the reader, and nothing is typed that the clerk does not see.
//
// `goc` of a block is where it comes from: `{truoc, src, chuan, so, lan}`: the blanks before it, its source, its
// normal form at that time, its place in the text and which reading it was. It is never part of what is shown.

import { Schema } from 'prosemirror-model';

const canhLop = canh => (canh ? { class: `canh-${canh}` } : {});
const docCanh = dom => ['giua', 'phai', 'trai'].find(c => dom.classList?.contains(`canh-${c}`)) ?? null;
const so = (dom, ten) => Math.max(1, Math.min(200, Number.parseInt(dom.getAttribute(ten), 10) || 1));

const oBang = (role, tag) => ({
  content: '(doan | anh)+',
  tableRole: role,
  isolating: true,
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  parseDOM: [{ tag, getAttrs: dom => ({ colspan: so(dom, 'colspan'), rowspan: so(dom, 'rowspan') }) }],
  toDOM: node => {
    const attrs = {};
    if (node.attrs.colspan > 1) attrs.colspan = node.attrs.colspan;
    if (node.attrs.rowspan > 1) attrs.rowspan = node.attrs.rowspan;
    return [tag, attrs, 0];
  },
});

export const luocDo = new Schema({
  nodes: {
    doc: { content: 'khoi+', attrs: { duoi: { default: '' }, xuong: { default: '\n' } } },
    doan: {
      group: 'khoi',
      content: 'inline*',
      attrs: { canh: { default: null }, chan: { default: false }, goc: { default: null } },
      parseDOM: [{ tag: 'p', getAttrs: dom => ({ canh: docCanh(dom), chan: dom.hasAttribute('data-chan') }) }],
      toDOM: node => ['p', { ...canhLop(node.attrs.canh), ...(node.attrs.chan ? { 'data-chan': '' } : {}) }, 0],
    },
    de_muc: {
      group: 'khoi',
      content: 'inline*',
      defining: true,
      attrs: { cap: { default: 1 }, goc: { default: null } },
      parseDOM: [1, 2, 3, 4, 5, 6].map(cap => ({ tag: `h${cap}`, attrs: { cap } })),
      toDOM: node => [`h${Math.min(6, node.attrs.cap)}`, 0],
    },
    bang: {
      group: 'khoi',
      content: 'hang+',
      tableRole: 'table',
      isolating: true,
      attrs: { cot: { default: [] }, khongKe: { default: false }, tachHang: { default: false }, goc: { default: null } },
      parseDOM: [{
        tag: 'table',
        getAttrs: dom => ({
          cot: (dom.getAttribute('data-cot') ?? '').split('|').filter(c => /^:?-+:?$/.test(c)),
          khongKe: dom.hasAttribute('data-khong-ke'),
          tachHang: dom.hasAttribute('data-tach-hang'),
        }),
      }],
      toDOM: ({ attrs }) => ['table', {
        'data-cot': attrs.cot.join('|'),
        ...(attrs.khongKe ? { 'data-khong-ke': '' } : {}),
        ...(attrs.tachHang ? { 'data-tach-hang': '' } : {}),
      }, ['tbody', 0]],
    },
    hang: { content: '(o | o_dau)*', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
    o: oBang('cell', 'td'),
    o_dau: oBang('header_cell', 'th'),
    anh: {
      group: 'khoi',
      attrs: { ten: { default: '' }, moTa: { default: '' }, kichThuoc: { default: '' }, canh: { default: null }, goc: { default: null } },
      draggable: true,
      parseDOM: [{
        tag: 'figure[data-anh]',
        getAttrs: dom => ({
          ten: dom.getAttribute('data-anh'), moTa: dom.getAttribute('data-mo-ta') ?? '',
          kichThuoc: dom.getAttribute('data-kich-thuoc') ?? '', canh: docCanh(dom),
        }),
      }],
      toDOM: ({ attrs }) => ['figure', { 'data-anh': attrs.ten, 'data-mo-ta': attrs.moTa, 'data-kich-thuoc': attrs.kichThuoc, ...canhLop(attrs.canh) }],
    },
    sang_trang: {
      group: 'khoi',
      attrs: { goc: { default: null } },
      parseDOM: [{ tag: 'hr[data-sang-trang]' }],
      toDOM: () => ['hr', { 'data-sang-trang': '' }],
    },
    chu_thich: {
      group: 'khoi',
      content: 'doan+',
      isolating: true,
      defining: true,
      attrs: { ten: { default: '1' }, goc: { default: null } },
      parseDOM: [{ tag: 'aside[data-chu-thich]', getAttrs: dom => ({ ten: dom.getAttribute('data-chu-thich') }) }],
      toDOM: node => ['aside', { 'data-chu-thich': node.attrs.ten }, 0],
    },
    tho: {
      group: 'khoi',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      attrs: { goc: { default: null } },
      parseDOM: [{ tag: 'pre[data-tho]', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', { 'data-tho': '' }, ['code', 0]],
    },
    text: { group: 'inline' },
    dau_chu_thich: {
      group: 'inline',
      inline: true,
      attrs: { ten: {} },
      parseDOM: [{ tag: 'sup[data-dau]', getAttrs: dom => ({ ten: dom.getAttribute('data-dau') }) }],
      toDOM: node => ['sup', { 'data-dau': node.attrs.ten }],
    },
  },
  marks: {
    dam: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: () => ['strong', 0],
    },
    nghieng: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }],
      toDOM: () => ['em', 0],
    },
  },
});
