// A clerk's day on the page, in a real browser with the real program. Ends with the first thing that isn't as it should.
//
//   node chay.mjs PROGRAM [FOLDER FOR PICTURES]
//
// CHROMIUM names the browser; Debian's is taken if it isn't said. Each chapter is a file that adds its steps in order.

import { run } from "./ban.mjs";

import "./ngay-dau.mjs";
import "./go.mjs";
import "./soan.mjs";
import "./ben-ngoai.mjs";
import "./tu.mjs";
import "./so.mjs";
import "./ngay-sau.mjs";
import "./phim.mjs";
import "./dot.mjs";
import "./bang.mjs";
import "./vap.mjs";
import "./chin-loai.mjs";
import "./khu-hoi.mjs";
import "./soat-word.mjs";
import "./nhap-word.mjs";
import "./lay-lai.mjs";
import "./tron-thu.mjs";
import "./so-khac.mjs";

process.exit(await run());
