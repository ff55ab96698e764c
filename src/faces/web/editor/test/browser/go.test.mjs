// Typing in a real browser.

import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { moTrang, moTrinhDuyet } from './trang.mjs';

let may;
before(async () => { may = await moTrinhDuyet(); });
after(() => may.dong());

/** Keys as Unikey sends them: backspaces, then the letters anew, without composition. */
async function unikey(page, cap, cho = 0) {
  for (const [xoa, chu] of cap) {
    for (let i = 0; i < xoa; i += 1) await page.keyboard.press('Backspace');
    if (chu) await page.keyboard.insertText(chu);
    if (cho) await page.waitForTimeout(cho);
  }
}

// "Kế hoạch tuyên truyền": each step takes back letters and writes them with their marks.
const TELEX = [[0, 'K'], [0, 'e'], [1, 'ê'], [1, 'ế'], [0, ' '], [0, 'h'], [0, 'o'], [0, 'a'], [0, 'c'], [0, 'h'], [4, 'oạch'], [0, ' '],
  [0, 't'], [0, 'u'], [0, 'y'], [0, 'e'], [1, 'ê'], [0, 'n'], [0, ' '], [0, 't'], [0, 'r'], [0, 'u'], [0, 'y'], [0, 'e'], [1, 'ê'], [0, 'n'], [2, 'ền']];

const KET_QUA = (() => {
  let s = '';
  for (const [xoa, chu] of TELEX) s = s.slice(0, s.length - xoa) + chu;
  return s;
})();

test('keys of Unikey lose no letter, fast or slow, in paragraphs, items, heads and cells', async () => {
  for (const [md, cho] of [['Mở đầu. ', 'Mở đầu.'], ['- ý một', '- ý một'], ['# Đầu', '# Đầu'], ['| a | b |\n|---|---|\n| c | d |', 'c'], ['x[^1]\n\n[^1]: lời', ': lời'], ['**đậm**', '**đậm']]) {
    for (const nghi of [0, 40, 200]) {
      const t = await moTrang(may, md);
      await t.toi(cho);
      await t.page.evaluate(() => { window.nut = document.getSelection().anchorNode.parentElement.closest('p, .de-muc'); });
      await unikey(t.page, TELEX, nghi);
      const ra = await t.md();
      const can = md.replace(cho, cho + KET_QUA);
      assert.equal(ra.replace(/ /g, ''), can.replace(/ /g, ''), `${md} ${nghi}`);
      assert.ok(await t.page.evaluate(() => window.nut.isConnected), `${md}: the paragraph was drawn anew`);
      assert.deepEqual(t.loi, []);
      await t.dong();
      if (nghi === 200) break;
    }
  }
});

test('a letter that comes while the cursor is beside a table, or on a picture, is kept', async () => {
  const t = await moTrang(may, '| A | B |\n|---|---|\n| 1 | 2 |\n\n![Ảnh](a.png)\n\nCuối.\n');
  // A key right behind Ctrl+Home, before the browser has told where the cursor went.
  for (let i = 0; i < 8; i += 1) {
    await t.page.evaluate(() => window.soan.focusAt(window.soan.getMarkdown().indexOf('Cuối')));
    await t.page.keyboard.press('Control+Home');
    await t.page.keyboard.insertText('ỹ');
  }
  assert.equal((await t.md()).split('ỹ').length, 9, await t.md());
  await t.page.evaluate(() => window.soan.focusAt(window.soan.getMarkdown().indexOf('![')));
  await t.page.keyboard.insertText('x');
  assert.match(await t.md(), /\n\nx\n\nỹ*Cuối\.\n$/);
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('the page hears of a key at once, and of the paragraph of the cursor', async () => {
  const t = await moTrang(may, 'Một.\n\nHai.\n');
  await t.page.evaluate(() => {
    document.querySelector('.vanthu-soan').remove();
    window.vao = [];
    window.cho = [];
    const soan = window.soan = window.vanthuEditor.mount(document.getElementById('cho'), {
      markdown: 'Một.\n\nHai.\n', onInput: () => window.vao.push(soan.getMarkdown()), onCaret: c => window.cho.push(c),
    });
    soan.focusAt(4);
  });
  await t.page.keyboard.insertText('x');
  assert.deepEqual(await t.page.evaluate(() => window.vao), ['Một.x\n\nHai.\n']);
  await t.page.evaluate(() => window.soan.focusAt(9));
  assert.deepEqual(await t.page.evaluate(() => window.cho.at(-1)), { from: 7, to: 11 });
  await t.page.evaluate(() => window.soan.setMarkdown('Một.\n\nBa.\n'));
  assert.equal(await t.page.evaluate(() => window.vao.length), 1, 'a text from outside is no key');
  await t.dong();
});

test('a mark typed at the beginning of a line is what the body makes of it, and the paragraph stays', async () => {
  const t = await moTrang(may, '');
  await t.page.evaluate(() => window.soan.focus());
  await t.page.keyboard.type('a) Điểm');
  await t.page.evaluate(() => { window.nut = document.querySelector('.ProseMirror p'); });
  await t.page.waitForTimeout(300);
  assert.ok(await t.page.evaluate(() => window.nut.isConnected && window.nut.classList.contains('muc')));
  await t.page.keyboard.press('Enter');
  await t.page.keyboard.type('Điểm sau');
  await t.page.keyboard.press('Enter');
  await t.page.keyboard.press('Enter');
  await t.page.keyboard.type('Đoạn thường');
  assert.equal(await t.md(), 'a) Điểm\nb) Điểm sau\n\nĐoạn thường');
  await t.dong();
});

test('a composition of an IME keeps its letters while faults are marked and the text is read again', async () => {
  const t = await moTrang(may, 'Một đoạn chữ.');
  await t.toi('Một đoạn');
  const cdp = await t.page.context().newCDPSession(t.page);
  for (const chu of ['n', 'ng', 'ngh', 'nghi', 'nghiê', 'nghiêm']) {
    await cdp.send('Input.imeSetComposition', { text: chu, selectionStart: chu.length, selectionEnd: chu.length });
    await t.page.evaluate(() => window.soan.mark([{ from: 0, to: 3, level: 'error', message: 'x' }]));
    await t.page.waitForTimeout(60);
  }
  await cdp.send('Input.insertText', { text: 'nghiêm' });
  await t.page.waitForTimeout(400);
  assert.equal(await t.md(), 'Một đoạnnghiêm chữ.');
  await t.dong();
});

test('the page hears of each change once, with its place', async () => {
  const t = await moTrang(may, '# Đầu\n\nMột.\n\nHai.\n');
  await t.toi('Một');
  await t.page.keyboard.type(' nữa');
  await t.page.waitForTimeout(400);
  const doi = await t.page.evaluate(() => window.doi);
  assert.equal(doi.at(-1).text, '# Đầu\n\nMột nữa.\n\nHai.\n');
  assert.deepEqual(doi.at(-1).blockRange, [1, 2]);
  assert.equal(doi.map(d => d.patch.insert).join(''), ' nữa');
  await t.dong();
});

test('a text from outside changes what differs and keeps the cursor', async () => {
  const t = await moTrang(may, 'Một hai ba.\n\n- ý\n');
  await t.toi('hai');
  await t.page.evaluate(() => { window.nut = document.querySelector('.ProseMirror p'); });
  assert.equal(await t.page.evaluate(() => window.soan.setMarkdown('Một hai ba bốn.\n\n-  ý\n\nCuối\n')), true);
  assert.equal(await t.md(), 'Một hai ba bốn.\n\n-  ý\n\nCuối\n');
  assert.ok(await t.page.evaluate(() => window.nut.isConnected));
  assert.equal(await t.page.evaluate(() => window.soan.offsetAt()), 'Một hai'.length);
  await t.page.keyboard.type('X');
  assert.equal(await t.md(), 'Một haiX ba bốn.\n\n-  ý\n\nCuối\n');
  assert.equal(await t.page.evaluate(() => window.soan.setMarkdown('cũ', { base: 'khác' })), false, 'a stale text is refused');
  await t.dong();
});

test('places in the text and in the editor lead to each other', async () => {
  const md = '# Mục **đích**\n\n1. Một khoản\ncòn *tiếp*[^a]\n\n| TT | Tên *x* |\n|--|--|\n| 1 | A \\| B<br>C d |\n\n[^a]: Chú  thích\n';
  const t = await moTrang(may, md);
  for (const chu of ['Mục', 'đích', 'khoản', 'tiếp', 'TT', 'x*', 'B<br>', 'C d', 'thích']) {
    const at = md.indexOf(chu);
    assert.equal(await t.page.evaluate(a => { window.soan.focusAt(a); return window.soan.offsetAt(); }, at), at, chu);
    const byte = Buffer.byteLength(md.slice(0, at));
    assert.equal(await t.page.evaluate(a => { window.soan.focusAt(a, 'byte'); return window.soan.offsetAt('byte'); }, byte), byte, chu);
  }
  await t.dong();
});

test('undo and redo are the editor\'s, or the page\'s where it keeps a journal', async () => {
  const t = await moTrang(may, 'Một.');
  await t.toi('Một');
  await t.page.keyboard.type(' hai');
  await t.page.keyboard.press('Control+z');
  assert.equal(await t.md(), 'Một.');
  await t.page.keyboard.press('Control+y');
  assert.equal(await t.md(), 'Một hai.');
  await t.dong();
});

test('bold and italic, alignment, heads by keyboard', async () => {
  const t = await moTrang(may, 'Một hai ba');
  await t.toi('Một ');
  for (let i = 0; i < 3; i += 1) await t.page.keyboard.press('Shift+ArrowRight');
  await t.page.keyboard.press('Control+b');
  assert.equal(await t.md(), 'Một **hai** ba');
  await t.page.keyboard.press('Control+e');
  assert.equal(await t.md(), '{giữa} Một **hai** ba');
  await t.page.keyboard.press('Control+j');
  await t.page.keyboard.press('Control+Alt+2');
  assert.equal(await t.md(), '## Một **hai** ba');
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('what cannot be said as it looks is shown as it will be, and told', async () => {
  const t = await moTrang(may, 'Một hai ba');
  await t.toi('Một h');
  await t.page.keyboard.press('Shift+ArrowRight');
  await t.page.keyboard.press('Control+i');
  await t.page.evaluate(() => document.activeElement.blur());
  await t.page.waitForTimeout(400);
  assert.equal(await t.md(), 'Một *hai* ba');
  assert.equal(await t.page.evaluate(() => document.querySelector('.ProseMirror em').textContent), 'hai');
  assert.equal((await t.bao()).length, 1);
  await t.dong();
});

test('a mark typed behind the one that Enter wrote takes its place', async () => {
  for (const [go, can] of [['a) nhỏ', '1. một\na) nhỏ'], ['2. hai', '1. một\n2. hai'], ['- gạch', '1. một\n- gạch'], ['Điều 2. Sau đó', '1. một\n\nĐiều 2. Sau đó'], ['2. hai ba bốn', '1. một\n2. hai ba bốn'], ['Điều lệ 2. hai ba', '1. một\n2. Điều lệ 2. hai ba'], ['hai a) ba', '1. một\n2. hai a) ba']]) {
    const t = await moTrang(may, '1. một');
    await t.toi('1. một');
    await t.page.keyboard.press('Enter');
    await t.page.keyboard.type(go);
    assert.equal((await t.md()).trim(), can);
    await t.dong();
  }
});

test('a mark that Enter wrote and nobody wrote behind is not left', async () => {
  for (const di of [t => t.page.keyboard.press('ArrowUp'), t => t.page.evaluate(() => document.activeElement.blur())]) {
    const t = await moTrang(may, '1. một');
    await t.toi('1. một');
    await t.page.keyboard.press('Enter');
    assert.match(await t.md(), /2\./);
    await di(t);
    // The browser tells of a moved cursor when it has time.
    for (let i = 0; i < 100 && /2\./.test(await t.md()); i += 1) await t.page.waitForTimeout(20);
    assert.equal((await t.md()).trim(), '1. một');
    await t.dong();
  }
});

test('Tab in the last cell is a row more, and out of the table behind an empty one', async () => {
  const t = await moTrang(may, '| a | b |\n|---|---|\n| c | d |\n\nSau.');
  await t.toi('| d');
  await t.page.keyboard.press('Tab');
  await t.page.keyboard.type('e');
  assert.equal((await t.md()).trim(), '| a | b |\n|---|---|\n| c | d |\n| e | |\n\nSau.');
  for (let i = 0; i < 3; i += 1) await t.page.keyboard.press('Tab');
  assert.equal(await t.page.evaluate(() => document.activeElement.matches('.ProseMirror')), true, 'the row that Tab made');
  await t.page.keyboard.press('Tab');
  assert.equal(await t.page.evaluate(() => document.activeElement.matches('.ProseMirror')), false, 'kept in the table');
  await t.dong();
});

test('Ctrl+Home right behind the focus goes to the beginning', async () => {
  const t = await moTrang(may, 'Một.\n\nHai.\n\nBa.');
  await t.toi('Ba');
  const tai = [];
  for (let i = 0; i < 4; i += 1) {
    await t.page.evaluate(() => {
      document.activeElement.blur();
      window.soan.focusAt(window.soan.getMarkdown().indexOf('Ba'));
    });
    await t.page.keyboard.press('Control+Home');
    // The browser tells of the cursor in a task of its own, when it has time; what put it back would do so within 50 ms.
    const toi = t.page.waitForFunction(() => window.soan.offsetAt() === 0, null, { timeout: 5000 });
    await toi.catch(() => {});
    await t.page.evaluate(() => new Promise((xong) => setTimeout(xong, 50)));
    tai.push(await t.page.evaluate(() => window.soan.offsetAt()));
  }
  assert.deepEqual(tai, [0, 0, 0, 0]);
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('a key right behind the focus holds, however late the browser tells of the cursor', async () => {
  const t = await moTrang(may, 'Một.\n\nHai.\n\nBa.');
  // The first focus: the browser had no cursor in the text, and puts it at the beginning.
  const tai = await t.page.evaluate(async () => {
    const than = document.querySelector('.ProseMirror');
    window.soan.focusAt(window.soan.getMarkdown().indexOf('Ba'));
    const chan = event => event.stopImmediatePropagation();
    window.addEventListener('selectionchange', chan, true);
    than.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', ctrlKey: true, bubbles: true }));
    document.getSelection().collapse(than.querySelector('p').firstChild, 0);
    await new Promise(xong => setTimeout(xong, 100));
    window.removeEventListener('selectionchange', chan, true);
    document.dispatchEvent(new Event('selectionchange'));
    return window.soan.offsetAt();
  });
  assert.equal(tai, 0);
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('a cursor that has just been moved stays, whatever is drawn then', async () => {
  const t = await moTrang(may, 'Một.\n\nHai.\n\nBa.');
  await t.toi('Ba');
  const tai = await t.page.evaluate(() => {
    document.querySelector('.ProseMirror').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', ctrlKey: true, bubbles: true }));
    document.getSelection().collapse(document.querySelector('.ProseMirror p').firstChild, 1);
    window.soan.mark([{ from: 6, to: 10, level: 'error', message: 'x' }]);
    return window.soan.offsetAt();
  });
  assert.equal(tai, 1);
  assert.deepEqual(t.loi, []);
  await t.dong();
});
