// Writes `../assets/editor.js` and `../assets/editor.css`; the same sources give the same bytes.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const GOC = new URL('.', import.meta.url).pathname;
const { dependencies } = JSON.parse(readFileSync(`${GOC}package.json`, 'utf8'));
const giayPhep = `/*! Contains ${Object.keys(dependencies).sort().join(', ')}, orderedmap, rope-sequence, w3c-keyname: © Marijn Haverbeke and others, MIT licence. */`;
const chung = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', absWorkingDir: GOC, target: ['chrome109', 'firefox115', 'safari16'] };

await build({ ...chung, entryPoints: ['src/index.js'], format: 'esm', banner: { js: giayPhep }, outfile: '../assets/editor.js' });
await build({ ...chung, entryPoints: ['src/editor.css'], outfile: '../assets/editor.css' });
