// The bundle that is committed is what its sources make, small enough, and asks for nothing from outside.

import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DAY = new URL('..', import.meta.url).pathname;
const ASSETS = new URL('../../assets/', import.meta.url).pathname;

test('the same sources give the same bytes', () => {
  const ra = mkdtempSync(join(tmpdir(), 'goi-'));
  try {
    execFileSync(process.execPath, ['build.mjs', ra], { cwd: DAY });
    for (const ten of ['editor.js', 'editor.css']) {
      assert.ok(readFileSync(join(ra, ten)).equals(readFileSync(join(ASSETS, ten))), `${ten}: run npm run build`);
    }
  } finally {
    rmSync(ra, { recursive: true });
  }
});

test('the bundle is small and keeps to itself', () => {
  const js = readFileSync(join(ASSETS, 'editor.js'));
  assert.ok(js.length <= 350 * 1024, `${js.length}`);
  assert.ok(gzipSync(js, { level: 9 }).length <= 120 * 1024);
  const text = js.toString();
  assert.doesNotMatch(text, /\beval\(|new Function\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(/);
  assert.doesNotMatch(readFileSync(join(ASSETS, 'editor.css'), 'utf8'), /url\(|@import/);
});
