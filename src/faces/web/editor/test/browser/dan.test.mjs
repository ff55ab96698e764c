// Pasting, by what each program writes to the clipboard.

import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { moTrang, moTrinhDuyet } from './trang.mjs';

const LIEU = new URL('../du-lieu/', import.meta.url).pathname;
let may;
before(async () => { may = await moTrinhDuyet(); });
after(() => may.dong());

const CAC_TEP = {
  word: [/comment/, /Track Changes/, /địa chỉ/, /text box/, /Hình/],
  'word-bang': [], 'word-chu-thich': [], excel: [], 'google-docs': [], libreoffice: [/ô của bảng khác/], 'word-online': [],
  vntime: [/TCVN3/, /VNI/],
};

for (const [ten, loi] of Object.entries(CAC_TEP)) {
  test(`from ${ten}`, async () => {
    const t = await moTrang(may, '');
    await t.page.evaluate(() => window.soan.focus());
    await t.dan({ 'text/html': readFileSync(`${LIEU}${ten}.html`, 'utf8'), 'text/plain': 'x' });
    assert.equal((await t.md()).trim(), readFileSync(`${LIEU}${ten}.md`, 'utf8').trim());
    const bao = await t.bao();
    assert.equal(bao.length, loi.length, bao.join('\n'));
    for (const re of loi) assert.ok(bao.some(b => re.test(b)), `${re}: ${bao}`);
    assert.deepEqual(t.loi, [], 'nothing against the policy of the page');
    await t.page.screenshot({ path: new URL(`./anh/dan-${ten}.png`, import.meta.url).pathname, fullPage: true });
    await t.page.keyboard.press('Control+z');
    assert.equal(await t.md(), '', 'one step back');
    await t.dong();
  });
}

test('plain text: lists typed by hand, cells with tabs, hostile signs', async () => {
  for (const [text, md] of [
    ['1. Một\r\na) điểm\r\n- gạch\r\n\r\nĐoạn   cuối', '1. Một\na) điểm\n- gạch\n\nĐoạn cuối'],
    ['TT\tTên\n1\tA | B\n', '| TT | Tên |\n|---|---|\n| 1 | A \\| B |'],
    ['#không đề mục\n| hỏng', '\\#không đề mục\n\n\\| hỏng'],
    ['chữ\u200b a\u0301 \u00a0 b', 'chữ á b'],
  ]) {
    const t = await moTrang(may, '');
    await t.page.evaluate(() => window.soan.focus());
    await t.dan({ 'text/plain': text });
    assert.equal(await t.md(), md);
    await t.dong();
  }
});

test('into a line, behind a mark, into a cell, over cells', async () => {
  const muc = '<p>Một <b>đậm</b></p>';
  const hai = '<p>Một</p><p>Hai</p>';
  const bang = '<table><tr><td>x</td><td>y</td></tr></table>';
  for (const [dau, cho, html, sau] of [
    ['Đầu cuối.', 'Đầu ', muc, 'Đầu Một **đậm**cuối.'],
    ['Đầu cuối.', 'Đầu', hai, 'Đầu\n\nMột\n\nHai\n\ncuối.'],
    ['a) điểm', 'điểm', hai, 'a) điểm\n\nMột\n\nHai'],
    ['| a | b |\n|---|---|\n| c | d |', 'c', hai, '| a | b |\n|---|---|\n| c<br>Một<br>Hai | d |'],
    ['| a | b |\n|---|---|\n| c | d |', 'c', '<h1>Đầu</h1><ul><li>ý</li></ul>', '| a | b |\n|---|---|\n| c<br>**Đầu**<br>- ý | d |'],
    ['| a | b |\n|---|---|\n| c | d |', 'c', bang, '| a | b |\n|---|---|\n| x | y |'],
  ]) {
    const t = await moTrang(may, dau);
    await t.toi(cho);
    await t.dan({ 'text/html': html, 'text/plain': 'x' });
    assert.equal(await t.md(), sau, html);
    await t.dong();
  }
});

test('what is copied from the editor comes back the same', async () => {
  const md = '# Đầu\n\n{giữa} **Một** *hai*\n\n| TT | Tên || \n|:--:|---|--|\n| ^^ | x | y |\n'.replace('| ^^ |', '| 1 |');
  const t = await moTrang(may, md);
  await t.page.evaluate(() => window.soan.focus());
  await t.page.keyboard.press('Control+a');
  const html = await t.page.evaluate(() => {
    const data = new DataTransfer();
    document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/html');
  });
  assert.match(html, /data-pm-slice/);
  const kia = await moTrang(may, '');
  await kia.page.evaluate(() => window.soan.focus());
  await kia.dan({ 'text/html': html, 'text/plain': 'x' });
  assert.equal((await kia.md()).trim(), '# Đầu\n\n{giữa} **Một** *hai*\n\n| TT | Tên ||\n|:--:|---|--|\n| 1 | x | y |');
  await t.dong();
  await kia.dong();
});

test('hostile HTML runs nothing and is read in good time', async () => {
  const t = await moTrang(may, '');
  await t.page.evaluate(() => window.soan.focus());
  const html = `<img src=x onerror="window.hong=1"><script>window.hong=1</script><svg onload="window.hong=1"></svg>${'<div>'.repeat(400)}sâu${'</div>'.repeat(400)}<p>${'chữ '.repeat(20_000)}</p><table>${'<tr><td colspan=9999 rowspan=9999>a</td></tr>'.repeat(300)}</table>`;
  const at = Date.now();
  await t.dan({ 'text/html': html, 'text/plain': 'x' });
  assert.match(await t.md(), /^sâu\n/);
  assert.equal(await t.page.evaluate(() => window.hong), undefined);
  assert.ok(Date.now() - at < 15_000, `${Date.now() - at} ms`);
  await t.dong();
});
