// A page with the editor under the policy that the real one has, in Debian's Chromium.

import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ASSETS = new URL('../../../assets/', import.meta.url).pathname;
export const ANH = new URL('./anh/', import.meta.url).pathname;
const TRANG = '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Soạn</title><link rel="stylesheet" href="/editor.css"></head><body><main><h1>Soạn thân bài</h1><div id="cho"></div></main><script type="module" src="/editor.js"></script></body></html>';
const LOAI = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

export async function moTrinhDuyet() {
  const server = createServer((req, res) => {
    const ten = req.url === '/' ? '.html' : req.url.slice(req.url.lastIndexOf('.'));
    const tep = `${ASSETS}${req.url.slice(1)}`;
    if (req.url !== '/' && !existsSync(tep)) return res.writeHead(404).end();
    res.writeHead(200, { 'content-type': LOAI[ten] ?? 'text/plain', 'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'" });
    return res.end(req.url === '/' ? TRANG : readFileSync(tep));
  });
  await new Promise(xong => server.listen(0, '127.0.0.1', xong));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  mkdirSync(ANH, { recursive: true });
  const dong = async () => {
    await browser.close();
    server.close();
  };
  return { browser, url: `http://127.0.0.1:${server.address().port}/`, dong };
}

/** A page with an editor of that text; `loi` gathers what the browser complains of. */
export async function moTrang({ browser, url }, markdown, tuyChon = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const loi = [];
  page.on('console', m => m.type() === 'error' && !m.text().includes('favicon') && !m.text().includes('404') && loi.push(m.text()));
  page.on('pageerror', e => loi.push(String(e)));
  await page.goto(url);
  await page.waitForFunction(() => window.vanthuEditor);
  await page.evaluate(([md, tuy]) => {
    window.doi = [];
    window.bao = [];
    window.soan = window.vanthuEditor.mount(document.getElementById('cho'), {
      markdown: md, ...tuy,
      onChange: (text, { blockRange, patch }) => window.doi.push({ text, blockRange, patch }),
      onNotice: text => window.bao.push(text),
    });
  }, [markdown, tuyChon]);
  return {
    page, loi,
    md: () => page.evaluate(() => window.soan.getMarkdown()),
    toi: chu => page.evaluate(c => window.soan.focusAt(window.soan.getMarkdown().indexOf(c) + c.length), chu),
    dan: (kieu) => page.evaluate(k => {
      const data = new DataTransfer();
      for (const [loai, chu] of Object.entries(k)) data.setData(loai, chu);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.ProseMirror').dispatchEvent(event);
    }, kieu),
    nut: ten => page.locator(`.thanh-nut [data-lenh="${ten}"]`),
    bao: () => page.evaluate(() => window.bao),
    dong: () => page.close(),
  };
}
