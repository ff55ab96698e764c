// Every sample paper is opened, and a letter typed into each of its bodies and taken out again: all files are what they
// were, byte for byte.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { assertSoon, elsewhere, step } from "./ban.mjs";

const data = new URL("../../data/", import.meta.url).pathname;

// A letter at the beginning, one at the end; between them the file has it, which alone shows that it was written.
async function type(page, body, there) {
  const saved = () => page.waitForFunction(() => document.getElementById("da-luu").textContent === "Đã lưu");
  for (const key of ["Control+Home", "Control+End"]) {
    await body.focus();
    // Nobody types sooner behind Tab.
    await page.waitForTimeout(50);
    await page.keyboard.press(key);
    await page.keyboard.type("ỹ");
    await assertSoon(there, page.url() + ": the letter was not written");
    await page.keyboard.press("Backspace");
    await saved();
  }
}

for (const folder of fs.readdirSync(data)) {
  step("a letter and none: every paper of " + folder + " is what it was", async () => {
    const where = fs.mkdtempSync(path.join(os.tmpdir(), "khu-hoi-"));
    fs.cpSync(data + folder, where, { recursive: true });
    const files = fs.readdirSync(where).filter((ten) => /\.(yaml|md)$/.test(ten));
    const all = () => files.map((ten) => fs.readFileSync(path.join(where, ten), "utf8")).join("\n");
    let typed = 0;
    await elsewhere(where, async (page, goc) => {
      for (const ten of files.filter((ten) => ten.endsWith(".yaml"))) {
        await page.goto(goc + "giay?tep=" + ten);
        await page.waitForFunction(() => document.getElementById("da-luu").textContent !== "Đang mở…");
        await page.evaluate(() => { for (const gap of document.querySelectorAll("details")) gap.open = true; });
        const before = all();
        for (const body of await page.locator(".vanthu-than").all()) {
          // A field that the file has not is there, and empty, once it was written in.
          if ((await body.innerText()).trim() === "") continue;
          await type(page, body, () => all().split("ỹ").length === before.split("ỹ").length + 1);
          typed += 1;
        }
        for (const one of files) assert.equal(fs.readFileSync(path.join(where, one), "utf8"), fs.readFileSync(data + folder + "/" + one, "utf8"), one + " after " + ten);
      }
    });
    assert.ok(typed > 0 || folder === "dong-thap-2023", "no body was typed in");
    fs.rmSync(where, { recursive: true, force: true });
  });
}
