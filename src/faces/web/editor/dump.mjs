// `node dump.mjs FILE.md`: the blocks of a body as JSON, as the editor reads them.

import { readFileSync } from 'node:fs';
import { khoiCua } from './src/than/khoi.js';

const [file, ...cach] = process.argv.slice(2);
const text = readFileSync(file ?? 0, 'utf8').normalize('NFC');
process.stdout.write(`${JSON.stringify(khoiCua(text, { trich: cach.includes('--trich') }), null, 1)}\n`);
