// There and back: no letter is lost where nothing was changed.

import test from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { docMd } from '../src/md/tu_md.js';
import { raMd, vietMd } from '../src/md/ra_md.js';
import { chuan } from '../src/md/chuan.js';
import { cacThanBai } from './than-bai.mjs';
import { taiLieuSinh, thanBaiSinh } from './sinh.mjs';

const BODIES = cacThanBai();
const chuSo = text => text.replace(/\{(giữa|phải|sang trang)\}/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
const gon = doc => doc.content.content.map(chuan).filter(s => s !== '');

// A long run: LAN=100 npm run test:unit.
const LAN = Number(process.env.LAN ?? 1);

test('every body of the repository comes back byte for byte', () => {
  assert.ok(BODIES.length > 100, `${BODIES.length}`);
  for (const { ten, text } of BODIES) assert.equal(vietMd(docMd(text)), text, ten);
});

test('generated and hostile texts come back byte for byte', () => {
  fc.assert(fc.property(thanBaiSinh, text => vietMd(docMd(text)) === text), { seed: 30, numRuns: 1500 * LAN });
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => vietMd(docMd(text)) === text), { seed: 30, numRuns: 1000 * LAN });
});

test('without its sources a document says the same in normal form', () => {
  const boGoc = doc => doc.type.create({ ...doc.attrs, duoi: '' }, doc.content.content.map(n => n.type.create({ ...n.attrs, goc: null }, n.content)));
  const dung = text => {
    const doc = boGoc(docMd(text));
    const { text: ra, lech } = raMd(doc);
    // A faulty piece that stands as it was typed may read otherwise in other company; it loses no letter.
    if (doc.content.content.some(n => n.type.name === 'tho')) return chuSo(ra) === chuSo(text) || lech === undefined;
    return lech === undefined && JSON.stringify(gon(docMd(ra))) === JSON.stringify(gon(doc));
  };
  for (const { ten, text } of BODIES) assert.ok(dung(text), ten);
  fc.assert(fc.property(thanBaiSinh, dung), { seed: 30, numRuns: 1200 * LAN });
});

test('whatever is written in the editor is read back as it stands there', () => {
  const mot = doc => {
    const { text, lech } = raMd(doc);
    if (!lech) return JSON.stringify(gon(docMd(text))) === JSON.stringify(gon(doc));
    // What has no way to be written becomes what it is read as; then it stays.
    let moi = doc;
    for (let lan = 0, l = lech; l && lan < 5; lan += 1, l = raMd(moi).lech) {
      const con = moi.content.content;
      moi = moi.type.create(moi.attrs, [...con.slice(0, l.tu), ...l.nodes, ...con.slice(l.den)]);
    }
    return raMd(moi).lech === undefined && chuSo(raMd(moi).text) === chuSo(text);
  };
  fc.assert(fc.property(taiLieuSinh, mot), { seed: 30, numRuns: 1500 * LAN });
});

test('an edited block changes only its own lines', () => {
  for (const { ten, text } of BODIES) {
    const doc = docMd(text);
    doc.forEach((node, _, i) => {
      if (i % 7 || node.type.name !== 'doan' || node.attrs.goc.src.includes('\n')) return;
      const moi = node.type.create(node.attrs, node.content.append(docMd('thêm chữ').child(0).content));
      const ra = vietMd(doc.type.create(doc.attrs, doc.content.replaceChild(i, moi)));
      assert.equal(chuSo(ra).length, chuSo(text).length + chuSo('thêm chữ').length, `${ten} ${i}`);
      // The manual is no body: lines of its examples go on with each other, and are joined when one of them changes.
      if (ten.startsWith('docs/')) return;
      const nay = new Set(ra.split('\n'));
      const mat = text.split('\n').filter(line => !nay.has(line));
      assert.ok(mat.length <= 1 + (node.attrs.goc.truoc === '' ? 1 : 0), `${ten} ${i}: ${mat}`);
    });
  }
});

test('rows of hostile marks are read in good time', () => {
  const at = Date.now();
  for (const unit of ['#', '# ', '|', '| |\n', '|--|\n', '[^', '[^a]:\n', 'a) ', '- \n', 'Điều 1.', '\\', '**', '* a ', '<', '`', '[']) {
    const text = unit.repeat(10_000);
    assert.equal(vietMd(docMd(text)), text);
  }
  assert.ok(Date.now() - at < 60_000, `${Date.now() - at} ms`);
});
