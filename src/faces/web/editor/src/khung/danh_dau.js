// Đánh dấu: faults under the letters that they speak of, painted by the browser over the text (CSS Custom Highlight):
// no element is put into a paragraph that someone may be typing in.

const LOAI = ['loi', 'canh-bao', 'goi-y'];

const kho = loai => {
  if (typeof CSS === 'undefined' || !CSS.highlights || typeof Highlight === 'undefined') return undefined;
  const ten = `vanthu-${loai}`;
  if (!CSS.highlights.has(ten)) CSS.highlights.set(ten, new Highlight());
  return CSS.highlights.get(ten);
};

/** Paints the marks of one editor. */
export class DanhDau {
  constructor() {
    this.ranges = [];
  }

  ve(view, danhDau) {
    this.bo();
    for (const { from, to, loai } of danhDau) {
      const hl = kho(LOAI.includes(loai) ? loai : 'canh-bao');
      if (!hl || to <= from || to > view.state.doc.content.size) continue;
      const range = document.createRange();
      const [a, b] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
      range.setStart(a.node, a.offset);
      range.setEnd(b.node, b.offset);
      hl.add(range);
      this.ranges.push([hl, range]);
    }
  }

  bo() {
    for (const [hl, range] of this.ranges) hl.delete(range);
    this.ranges = [];
  }
}
