// The body as in Word, pictures, tables of fields.

import assert from "node:assert/strict";
import fs from "node:fs";
import { accessible, assertSoon, than, field, file, goc, page, paste, picture, read, saved, step, until, write } from "./ban.mjs";

const clip = (ten) => fs.readFileSync(new URL("../../src/faces/web/editor/test/du-lieu/" + ten, import.meta.url), "utf8");
const open = async (ten) => { await page.goto(goc + "giay?tep=" + ten); await page.waitForSelector(".trang svg"); await saved(); };

// Unikey takes letters back and types others.
async function unikey(rounds) {
  const words = [["tie", 0], ["e", 1, "ê"], ["ng", 0], ["s", 3, "ếng"], [" vie", 0], ["e", 1, "ê"], ["t", 0], ["j", 2, "ệt"], [" ddu", 0], ["o", 3, "đuo"], ["w", 2, "ươ"], ["ng", 0], ["f", 4, "ường"]];
  for (let round = 0; round < rounds; round += 1) {
    for (const [keys, back, instead] of words) {
      if (instead === undefined) { await page.keyboard.type(keys, { delay: 10 }); continue; }
      for (let i = 0; i < back; i += 1) await page.keyboard.press("Backspace");
      await page.keyboard.insertText(instead);
      await page.waitForTimeout(round * 90);
    }
    await page.keyboard.type(" ");
  }
  return "tiếng việt đường ".repeat(rounds).trim();
}

step("Unikey in the body loses no letter, with a program that answers late", async () => {
  await open("cong-van.yaml");
  await page.route("**/api/{doi,xem}", async (route) => { await new Promise((r) => setTimeout(r, 350)); await route.continue().catch(() => {}); });
  await than.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.evaluate(() => { window.dong = document.getSelection().anchorNode; window.dong = (window.dong.nodeType === 1 ? window.dong : window.dong.parentElement).closest("p"); });
  const wanted = await unikey(4);
  assert.ok((await than.innerText()).trimEnd().endsWith(wanted), await than.innerText());
  assert.ok(await page.evaluate(() => window.dong.isConnected), "the paragraph was drawn anew");
  await until("cong-van.yaml", (t) => t.includes("  3. " + wanted + "\n"));
  await saved();
  assert.ok((await than.innerText()).trimEnd().endsWith(wanted));
  await field("trich_yeu").focus();
  await page.keyboard.press("Control+A");
  assert.equal(await unikey(3), (await field("trich_yeu").inputValue()).trim());
  await page.unroute("**/api/{doi,xem}");
  await saved();
});

step("Ctrl+Z in the body and the journal are one", async () => {
  const before = read("cong-van.yaml");
  await than.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" thêm");
  await until("cong-van.yaml", (t) => t.includes("đường thêm\n"));
  await saved();
  await page.keyboard.press("Control+z");
  await until("cong-van.yaml", (t) => t === before);
  await assertSoon(async () => !(await than.innerText()).includes("thêm"), "undone in the file alone");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".vanthu-than")), "the cursor was lost");
  await page.keyboard.press("Control+y");
  await until("cong-van.yaml", (t) => t.includes("đường thêm\n"));
  await assertSoon(async () => (await than.innerText()).includes("đường thêm"), "made again in the file alone");
  // Letters that are on their way are undone too, and what is typed while an undo is on its way is kept.
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" nữa");
  await page.keyboard.press("Control+z");
  await assertSoon(async () => !(await than.innerText()).includes("nữa"), "letters on their way");
  await page.route("**/api/lui", async (route) => { await new Promise((r) => setTimeout(r, 400)); await route.continue().catch(() => {}); });
  await page.keyboard.press("Control+z");
  await page.keyboard.type("Z");
  await until("cong-van.yaml", (t) => t.includes("Z"));
  await page.unroute("**/api/lui");
  assert.equal(await page.locator(".xung-dot").count(), 0, "asked about her own letter");
  await saved();
});

step("Word and Excel are pasted, what a paper can't have is told", async () => {
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await paste({ "text/html": clip("word.html"), "text/plain": "x" });
  await page.keyboard.press("Enter");
  await paste({ "text/html": clip("word-bang.html"), "text/plain": "x" });
  await saved();
  const text = clip("word.md").trim().split("\n").filter((line) => line.trim() && !line.startsWith("[^"));
  for (const line of text) await until("cong-van.yaml", (t) => t.includes(line.trim()));
  await until("cong-van.yaml", (t) => /\^\^|\|\|/.test(t));
  await accessible("body with tables");
  await picture("trang-soan-bang");
  await write("Mở đầu.");
  await page.keyboard.press("Enter");
  await paste({ "text/html": clip("excel.html"), "text/plain": "x" });
  await until("cong-van.yaml", (t) => clip("excel.md").trim().split("\n").every((line) => t.includes(line)));
  await page.keyboard.press("Control+Home");
  await paste({ "text/html": '<p>Ảnh <img src="file:///C:/a.png"> đây</p>', "text/plain": "Ảnh đây" });
  await assertSoon(async () => /Hình trong phần vừa dán/.test(await page.locator(".cho-than + .giai").first().textContent()), "a picture left out in silence");
  await saved();
});

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC", "base64");

step("a picture comes by button and by paste, with its size and its words", async () => {
  await write("Có sơ đồ kèm theo.");
  await page.locator('.thanh-nut [data-lenh="hinh"]').first().click();
  await accessible("picture");
  await page.setInputFiles('.vanthu-hop input[type="file"]', { name: "Sơ đồ Ấp 1.PNG", mimeType: "image/png", buffer: PNG });
  await page.fill('.vanthu-hop [name="moTa"]', "Sơ đồ ấp 1");
  await page.fill('.vanthu-hop [name="rong"]', "40");
  await page.click('.vanthu-hop button[type="submit"]');
  await until("cong-van.yaml", (t) => t.includes("![Sơ đồ ấp 1](so-do-ap-1.png){rộng 40mm}"));
  assert.deepEqual(fs.readFileSync(file("so-do-ap-1.png")), PNG);
  await assertSoon(() => page.evaluate(() => document.querySelector(".vanthu-than img")?.naturalWidth === 10), "not shown in the editor");
  await page.waitForFunction(() => document.querySelector("#cac-trang image"));
  // Pictures of the folder are shown and nothing else, and one that is opened by itself does nothing.
  const shown = await page.request.get(goc + "hinh?ten=so-do-ap-1.png");
  assert.match(shown.headers()["content-security-policy"], /sandbox/);
  for (const bad of ["..%2F..%2Fetc%2Fpasswd", "cong-van.yaml", "%2Fetc%2Fpasswd", ""]) assert.equal((await page.request.get(goc + "hinh?ten=" + bad)).status(), 404, bad);
  // What is no picture is refused, and nothing is left of it.
  await page.locator('.thanh-nut [data-lenh="hinh"]').first().click();
  await page.setInputFiles('.vanthu-hop input[type="file"]', { name: "a.png", mimeType: "image/png", buffer: Buffer.from("MZ") });
  await page.click('.vanthu-hop button[type="submit"]');
  await page.waitForSelector(".vanthu-hop .hong:has-text('không phải là hình')");
  await page.keyboard.press("Escape");
  assert.ok(!fs.existsSync(file("a.png")));
  await than.focus();
  await page.keyboard.press("Control+End");
  await page.evaluate((bytes) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [...PNG]);
  await page.waitForSelector(".vanthu-hop");
  await page.fill('.vanthu-hop [name="moTa"]', "Ảnh dán");
  await page.click('.vanthu-hop button[type="submit"]');
  await until("cong-van.yaml", (t) => t.includes("![Ảnh dán](image.png)"));
  await picture("trang-soan-hinh");
  await saved();
});

// As she sees it: the cursor stands in the body.
const inBody = () => page.waitForFunction(() => document.activeElement?.matches(".vanthu-than"));

step("faults stand at their paragraph, the page and the cursor find each other", async () => {
  await write("Đoạn thứ nhất đúng.\n\nĐoạn thứ hai , sai dấu phẩy.\n\nĐoạn thứ ba đúng.");
  await saved();
  const marked = () => page.evaluate(() => [...document.querySelectorAll(".vanthu-than .co-loi")].map((p) => p.textContent));
  await inBody();
  await page.keyboard.press("Control+Home");
  await assertSoon(async () => (await marked()).join() === "Đoạn thứ hai , sai dấu phẩy.", async () => "the second paragraph: " + await marked());
  await page.waitForFunction(() => document.querySelector("#cac-trang")?.textContent.includes("Đoạn thứ ba"));
  const lit = () => page.evaluate(() => [...document.querySelectorAll(".trang rect.dang + text")].map((t) => t.textContent).join(" "));
  await assertSoon(async () => /nhất/.test(await lit()) && !/hai/.test(await lit()), async () => "lit: " + await lit());
  await page.locator(".trang text", { hasText: "thứ ba" }).first().click();
  await assertSoon(() => page.evaluate(() => document.activeElement.matches(".vanthu-than") && document.getSelection().anchorNode.textContent.startsWith("Đoạn thứ ba")), "the cursor is elsewhere");
  await assertSoon(async () => /ba/.test(await lit()) && !/nhất/.test(await lit()), async () => "lit: " + await lit());
  // Nothing is judged while she is in the paragraph.
  await page.locator(".trang text", { hasText: "thứ hai" }).first().click();
  await assertSoon(async () => (await marked()).length === 0, "judged while typing");
  await field("so").focus();
  await assertSoon(async () => (await marked()).length === 1, "not judged after it was left");
  await picture("trang-soan-loi");
  // What is sure is put right at a press, in the file and in the editor, and undone like anything else.
  await saved();
  const before = read("cong-van.yaml");
  await page.locator('#bieu-mau [data-khoa="noi_dung"] .loi').getByRole("button", { name: "Sửa giúp" }).first().click();
  await until("cong-van.yaml", (t) => t === before.replace("hai , sai", "hai, sai"));
  await assertSoon(async () => (await than.innerText()).includes("Đoạn thứ hai, sai dấu phẩy."), "put right in the file alone");
  await assertSoon(async () => (await marked()).length === 0, "still told");
  await saved();
});

step("by keyboard alone: the toolbar, bold, a table", async () => {
  await write("Chữ đậm");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+b");
  await until("cong-van.yaml", (t) => t.includes("**Chữ đậm**"));
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+F10");
  for (let i = 0; i < 40 && await page.evaluate(() => document.activeElement.dataset.lenh) !== "bang"; i += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".vanthu-hop");
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await than.locator("table").first().waitFor();
  await inBody();
  for (const chu of ["Tên", "Số", "Ấp 1", "12"]) { await page.keyboard.type(chu); if (chu !== "12") await page.keyboard.press("Tab"); }
  await until("cong-van.yaml", (t) => /\| Tên \| Số \|\n\s+\|[-:|]+\|\n\s+\| Ấp 1 \| 12 \|/.test(t));
  await saved();
});
