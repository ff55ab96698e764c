// Lúc vào: the focus comes into the text. The browser may then put the cursor at the beginning, so a moment later it is
// put back where the state has it. prosemirror-view does so by a clock that nothing stops: a key pressed meanwhile that
// moved the cursor there was undone. Here the key itself ends the wait before it acts.

const CHO_MS = 20;

export class LucVao {
  /** What prosemirror-view does when the focus comes; it finds it done. */
  vao(view) {
    if (view.focused) return;
    view.domObserver.stopped(() => view.dom.classList.add('ProseMirror-focused'));
    view.focused = true;
    view.domSel.read();
    if (view.domSel.synced) return;
    const dau = view.domSel.range;
    this.datLai = () => { if (!view.isDestroyed && dau.eq(view.domSel.readRange())) view.domSel.sync(); };
    this.dongHo = setTimeout(() => this.xong(), CHO_MS);
  }

  /** The cursor is put back now, not later. */
  xong() {
    const { datLai } = this;
    this.thoi();
    datLai?.();
  }

  thoi() {
    clearTimeout(this.dongHo);
    this.datLai = undefined;
  }
}
