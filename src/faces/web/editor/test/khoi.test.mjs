// The blocks of a body are those of the program: `tests/trinh_soan.rs` wrote them.

import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { khoiCua } from '../src/than/khoi.js';

test('both readers make the same blocks', () => {
  const all = JSON.parse(readFileSync(new URL('./du-lieu/khoi.json', import.meta.url), 'utf8'));
  assert.ok(all.length > 100);
  for (const { text, thuong, trich } of all) {
    assert.deepEqual(khoiCua(text), thuong, JSON.stringify(text));
    assert.deepEqual(khoiCua(text, { trich: true }), trich, JSON.stringify(text));
  }
});
