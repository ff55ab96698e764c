// Writes `../assets/editor.js` and `../assets/editor.css` (or into the folder that is named); the same sources give the
// same bytes.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const GOC = new URL('.', import.meta.url).pathname;
const RA = process.argv[2] ?? '../assets';
const { dependencies } = JSON.parse(readFileSync(`${GOC}package.json`, 'utf8'));
const giayPhep = `/*! Contains ${Object.keys(dependencies).sort().join(', ')}, orderedmap, rope-sequence, w3c-keyname: © Marijn Haverbeke and others, MIT licence. */`;
const chung = { bundle: true, minify: true, charset: 'utf8', legalComments: 'none', logLevel: 'warning', absWorkingDir: GOC, target: ['chrome109', 'firefox115', 'safari16'] };

await build({ ...chung, entryPoints: ['src/index.js'], format: 'esm', banner: { js: giayPhep }, outfile: `${RA}/editor.js` });
await build({ ...chung, entryPoints: ['src/editor.css'], outfile: `${RA}/editor.css` });
