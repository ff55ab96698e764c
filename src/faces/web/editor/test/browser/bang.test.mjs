// Tables, the toolbar and its forms, by mouse and by keyboard; what a screen reader meets.

import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ANH, moTrang, moTrinhDuyet } from './trang.mjs';
import { GOC } from '../than-bai.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BANG = '| TT | Tên | Số |\n|:--:|---|--:|\n| 1 | a | 2 |\n| 2 | b | 3 |\n';
let may;
before(async () => { may = await moTrinhDuyet(); });
after(() => may.dong());

const keo = async (t, tu, den) => {
  const o = chu => t.page.locator('.ProseMirror td, .ProseMirror th').filter({ hasText: new RegExp(`^${chu}$`) }).boundingBox();
  const [a, b] = [await o(tu), await o(den)];
  await t.page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await t.page.mouse.down();
  await t.page.mouse.move(b.x + b.width / 2 - 3, b.y + b.height / 2, { steps: 4 });
  await t.page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 4 });
  await t.page.mouse.up();
};

test('rows and columns come and go, and columns keep what was said of them', async () => {
  const buoc = [
    ['hangDuoi', '| 1 | a | 2 |\n| | | |\n| 2 | b | 3 |'],
    ['boHang', '|:--:|---|--:|\n| 2 | b | 3 |'],
    ['cotPhai', '| TT | Tên | | Số |\n|:--:|---|---|--:|\n| 1 | a | | 2 |'],
    ['boCot', '| TT | Số |\n|:--:|--:|\n| 1 | 2 |'],
    ['cotGiua', '|:--:|:---:|--:|'],
    ['hangDau', '| TT | Tên | Số |\n| 1 | a | 2 |\n|:--:|---|--:|\n| 2 | b | 3 |'],
    ['khongKe', '{không kẻ}\n| TT |'],
    ['tachHang', '{tách hàng}\n| TT |'],
    ['giua', '| 1 | {giữa} a | 2 |'],
  ];
  for (const [ten, can] of buoc) {
    const t = await moTrang(may, BANG);
    await t.toi('| 1 | a');
    await t.nut(ten).click();
    assert.ok((await t.md()).includes(can), `${ten}: ${await t.md()}`);
    await t.page.keyboard.press('Control+z');
    assert.equal(await t.md(), BANG, `${ten} undone`);
    assert.deepEqual(t.loi, []);
    await t.dong();
  }
});

test('cells are joined and parted; none reaches out of the head', async () => {
  const t = await moTrang(may, BANG);
  await keo(t, '1', 'b');
  await t.nut('gopO').click();
  assert.equal(await t.md(), '| TT | Tên | Số |\n|:--:|---|--:|\n| 1<br>a<br>2<br>b || 2 |\n| ^^ || 3 |\n');
  await t.nut('tachO').click();
  assert.ok((await t.md()).includes('| 1<br>a<br>2<br>b | | 2 |\n| | | 3 |'));
  await keo(t, 'Tên', '3');
  assert.equal(await t.nut('gopO').getAttribute('aria-disabled'), 'true');
  await t.dong();
});

test('a table is made and filled by keyboard alone', async () => {
  const t = await moTrang(may, '');
  await t.page.evaluate(() => window.soan.focus());
  await t.page.keyboard.press('Alt+F10');
  for (let i = 0; i < 40; i += 1) {
    if (await t.page.evaluate(() => document.activeElement.dataset.lenh === 'bang')) break;
    await t.page.keyboard.press('ArrowRight');
  }
  await t.page.keyboard.press('Enter');
  await t.page.screenshot({ path: `${ANH}hop-bang.png` });
  await t.page.keyboard.type('2');
  await t.page.keyboard.press('Tab');
  await t.page.keyboard.type('2');
  await t.page.keyboard.press('Enter');
  // Tab behind the last cell would make a row more.
  for (const chu of ['TT', 'Việc', '1', 'Họp']) {
    if (chu !== 'TT') await t.page.keyboard.press('Tab');
    await t.page.keyboard.type(chu);
  }
  assert.equal(await t.md(), '| TT | Việc |\n|---|---|\n| 1 | Họp |');
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('a picture, a QR code, a note, a page break', async () => {
  const t = await moTrang(may, 'Đoạn một.\n\nĐoạn hai.\n');
  await t.toi('Đoạn một.');
  await t.page.keyboard.press('Control+Alt+f');
  await t.page.keyboard.type('Lời chú.');
  await t.page.keyboard.press('Escape');
  await t.page.keyboard.type(' Tiếp.');
  assert.equal(await t.md(), 'Đoạn một.[^1] Tiếp.\n\n[^1]: Lời chú.\n\nĐoạn hai.\n');
  await t.toi('Đoạn hai.');
  await t.nut('hinh').click();
  await t.page.keyboard.type('qr:https://a.vn');
  await t.page.keyboard.press('Tab');
  await t.page.keyboard.type('Mã');
  await t.page.keyboard.press('Tab');
  await t.page.keyboard.type('25');
  await t.page.keyboard.press('Enter');
  await t.nut('sangTrang').click();
  await t.page.keyboard.type('Cuối');
  assert.ok((await t.md()).endsWith('Đoạn hai.\n\n![Mã](qr:https://a.vn){rộng 25mm}\n\n{sang trang}\n\nCuối\n'), await t.md());
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('a picture of the machine is asked about and kept; one that is refused says why', async () => {
  const t = await moTrang(may, 'Đoạn.\n');
  await t.page.evaluate(() => {
    document.querySelector('.vanthu-soan').remove();
    window.soan = window.vanthuEditor.mount(document.getElementById('cho'), {
      markdown: 'Đoạn.\n', onNotice: text => window.bao.push(text),
      onPicture: async tep => { if (tep.size < 3) throw new Error('Hình hỏng.'); return `giu-${tep.name}`; },
    });
  });
  const tep = (name, co) => ({ name, mimeType: 'image/png', buffer: Buffer.alloc(co) });
  await t.toi('Đoạn.');
  await t.nut('hinh').click();
  await t.page.setInputFiles('.vanthu-hop [type=file]', tep('a.png', 1));
  await t.page.click('.vanthu-hop [type=submit]');
  await t.page.waitForSelector('.vanthu-hop .hong:text("Hình hỏng.")');
  await t.page.setInputFiles('.vanthu-hop [type=file]', tep('b.png', 9));
  await t.page.fill('.vanthu-hop [name=moTa]', 'Bê');
  await t.page.fill('.vanthu-hop [name=rong]', '30');
  await t.page.click('.vanthu-hop [type=submit]');
  await t.page.waitForSelector('.vanthu-hop', { state: 'detached' });
  assert.equal((await t.md()).trim(), 'Đoạn.\n\n![Bê](giu-b.png){rộng 30mm}');
  // Two that are dropped are asked about one after the other; one that is waved away is not kept.
  await t.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    for (const ten of ['c.png', 'd.png']) clipboardData.items.add(new File([new Uint8Array(9)], ten, { type: 'image/png' }));
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await t.page.waitForSelector('.vanthu-hop p:text("c.png")');
  await t.page.click('.vanthu-hop [type=submit]');
  await t.page.waitForSelector('.vanthu-hop p:text("d.png")');
  await t.page.keyboard.press('Escape');
  assert.match(await t.md(), /\(giu-c\.png\)/);
  assert.doesNotMatch(await t.md(), /d\.png/);
  assert.deepEqual(t.loi, []);
  await t.dong();
});

test('items by their buttons, numbers anew', async () => {
  const t = await moTrang(may, '# Đầu\n\nMột\n\nHai\n\n7. Ba');
  await t.page.evaluate(() => window.soan.focus());
  await t.toi('Một');
  await t.nut('khoan').click();
  await t.toi('Hai');
  await t.nut('khoan').click();
  await t.nut('danhLaiSo').click();
  assert.equal(await t.md(), '# Đầu\n\n1. Một\n\n2. Hai\n\n3. Ba');
  await t.nut('khoan').click();
  assert.equal(await t.md(), '# Đầu\n\n1. Một\n\nHai\n\n3. Ba');
  await t.nut('diem').click();
  assert.equal(await t.md(), '# Đầu\n\n1. Một\n\na) Hai\n\n3. Ba');
  await t.nut('dieu').click();
  assert.equal(await t.md(), '# Đầu\n\n1. Một\n\nĐiều 1. Hai\n\n3. Ba');
  await t.dong();
});

test('axe finds nothing, with and without a table, with a form open; faults are seen', async () => {
  const t = await moTrang(may, readFileSync(`${GOC}tests/than-bai/than.md`, 'utf8'));
  const axe = async () => {
    await t.page.evaluate(AXE);
    const ra = await t.page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
    return ra.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`);
  };
  const loi = [...t.loi];
  assert.deepEqual(await axe(), []);
  await t.toi('Văn phòng');
  await t.page.evaluate(() => {
    const md = window.soan.getMarkdown();
    const at = md.indexOf('Hạ tầng');
    window.soan.mark([{ from: at, to: at + 7, level: 'error', message: 'Thử' }, { from: 0, to: 8, level: 'warning', message: 'Thử hai' }]);
  });
  assert.equal(await t.page.evaluate(() => [...CSS.highlights.get('vanthu-loi')].map(String).join()), 'Hạ tầng');
  assert.deepEqual(await axe(), []);
  await t.page.screenshot({ path: `${ANH}than.png`, fullPage: true });
  await t.page.evaluate(() => window.soan.focusAt(0));
  await t.nut('hinh').click();
  assert.deepEqual(await axe(), []);
  await t.page.screenshot({ path: `${ANH}hop-hinh.png` });
  assert.deepEqual(loi, []);
  await t.dong();
});

test('a long body answers a key in good time', async () => {
  const md = Array.from({ length: 60 }, (_, i) => `## Nhóm ${i + 1}\n\n${'Ủy ban nhân dân tỉnh đề nghị các cơ quan thực hiện **nghiêm túc** việc này. '.repeat(6)}\n\na) Một\nb) Hai\n\n${BANG}`).join('\n');
  const t = await moTrang(may, md);
  await t.toi('Nhóm 30');
  // A machine that does something else meanwhile proves nothing: the best of some rounds is what the editor takes.
  const vong = async () => {
    const lan = [];
    for (let i = 0; i < 20; i += 1) {
      lan.push(await t.page.evaluate(() => new Promise(xong => {
        const at = performance.now();
        document.execCommand('insertText', false, 'x');
        requestAnimationFrame(() => setTimeout(() => xong(performance.now() - at)));
      })));
    }
    const doc = await t.page.evaluate(() => { const at = performance.now(); window.soan.getMarkdown(); return performance.now() - at; });
    return [lan.sort((a, b) => a - b)[18], doc];
  };
  const cac = [];
  const tot = ([phim, doc]) => phim < 150 && doc < 400;
  while (cac.length < 5 && !cac.some(tot)) cac.push(await vong());
  const [phim, doc] = cac.at(-1);
  console.log(`# ${md.length} letters: a key ${phim.toFixed(0)} ms (p95), reading again ${doc.toFixed(0)} ms`);
  assert.ok(cac.some(tot), JSON.stringify(cac));
  await t.dong();
});
