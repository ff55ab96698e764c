// Typing: a Vietnamese keyboard, undo over restarts.

import assert from "node:assert/strict";
import { enter, field, goc, kill, page, read, saved, step, until } from "./ban.mjs";

step("keys of a Vietnamese keyboard lose no letter", async () => {
  await field("trich_yeu").fill("");
  await field("trich_yeu").focus();
  // Unikey takes letters back and types others, while answers come in between.
  const words = [["tie", 0], ["e", 1, "ê"], ["ng", 0], ["s", 3, "ếng"], [" vie", 0], ["e", 1, "ê"], ["t", 0], ["j", 2, "ệt"]];
  for (let round = 0; round < 4; round += 1) {
    for (const [keys, back, instead] of words) {
      if (instead === undefined) { await page.keyboard.type(keys, { delay: 15 }); continue; }
      for (let i = 0; i < back; i += 1) await page.keyboard.press("Backspace");
      await page.keyboard.insertText(instead);
      await page.waitForTimeout(round * 120);
    }
    await page.keyboard.type(" ");
  }
  const wanted = "tiếng việt ".repeat(4);
  assert.equal(await field("trich_yeu").inputValue(), wanted);
  await saved();
  await until("cong-van.yaml", (t) => t.includes(wanted.trim()));
  assert.equal(await field("trich_yeu").inputValue(), wanted, "the field being typed in was drawn anew");
});

step("undo and redo, also after the program was started anew", async () => {
  const before = read("cong-van.yaml");
  await field("so").fill("45");
  await saved();
  await until("cong-van.yaml", (t) => t.includes("\nso: 45\n"));
  await page.locator("#lui").click();
  await until("cong-van.yaml", (t) => t === before);
  await page.waitForFunction(() => document.querySelector("[name=so]").value === "");
  await page.locator("#lai").click();
  await until("cong-van.yaml", (t) => t.includes("\nso: 45\n"));
  kill();
  await enter();
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
  await page.locator("#lui").click();
  await until("cong-van.yaml", (t) => t === before);
});
