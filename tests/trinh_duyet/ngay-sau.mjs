// The day after: copies, numbering, sending, a paper that comes back signed, the register; in a folder of its own.

import { page, step } from "./ban.mjs";
import { gui } from "./gui.mjs";

const [program, pictures] = process.argv.slice(2);

step("the day after: copies, a number in two steps, the address book, sending, a signed paper, the register to its end", () =>
  gui({ browser: page.context().browser(), program, pictures }));
