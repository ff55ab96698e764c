// A Word file from elsewhere is checked: what is found, and the copy that says it in Word's comments.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { accessible, elsewhere, picture, step } from "./ban.mjs";
import { built, edited, inFolder, nothingLeft, screen } from "./tep-word.mjs";

step("a Word file from elsewhere is checked, its copy has the comments", () => inFolder(async (folder) => {
  const before = nothingLeft();
  const good = built(folder);
  const bad = edited(good, [["Số:", "Số :"], ["07 ngày", "của của 07 ngày"]], path.join(folder, "Công văn của phòng khác.docx"));
  await elsewhere(folder, async (page) => {
    await page.getByRole("link", { name: "Soát một tệp Word…" }).click();
    await page.waitForSelector("#tep");
    await screen("trang-soat-word-dau", page, { accessible, picture });
    await page.setInputFiles("#tep", good);
    await page.waitForSelector("#ket-qua h2");
    assert.match(await page.innerText("#ket-qua h2"), /^cong-van\.docx: /);
    await page.setInputFiles("#tep", bad);
    await page.waitForFunction(() => /phòng khác/.test(document.querySelector("#ket-qua h2")?.textContent));
    const said = await page.innerText("#ket-qua");
    assert.match(said, /Công văn của phòng khác\.docx: \d+ chỗ phải sửa/);
    assert.match(said, /Số :/);
    assert.match(said, /“của” gõ hai lần/);
    assert.match(said, /Nghị định 30\/2020\/NĐ-CP, Phụ lục I/);
    assert.ok(await page.evaluate(() => document.activeElement.matches("#ket-qua h2")), "led to what was found");
    await screen("trang-soat-word", page, { accessible, picture });
    // By keyboard: the next thing behind the heading is the button.
    await page.keyboard.press("Tab");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "Công văn của phòng khác (nhận xét).docx");
    const copy = fs.readFileSync(await download.path());
    assert.ok(copy.includes("word/comments.xml"));
    await page.setInputFiles("#tep", { name: "a.docx", mimeType: "", buffer: Buffer.from("gì đó") });
    await page.waitForFunction(() => /Không/.test(document.querySelector("#ket-qua h2")?.textContent));
    assert.match(await page.innerText("#ket-qua"), /a\.docx/);
    await page.setInputFiles("#tep", { name: "a.doc", mimeType: "", buffer: Buffer.from("gì đó") });
    await page.waitForFunction(() => /Save As/.test(document.querySelector("#ket-qua")?.textContent));
  });
  assert.deepEqual(nothingLeft().filter((ten) => !before.includes(ten)), [], "what was handed in is left");
}));
