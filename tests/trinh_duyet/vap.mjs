// What a clerk stumbled over once, in a folder of its own: fields that files keep by names, a spoilt file, lists that two
// write, the address book, another folder, a trip's budget on a small screen.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { accessible, assertSoon, elsewhere, picture, root, step } from "./ban.mjs";

function folder(...files) {
  const where = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-vap-"));
  for (const ten of files) fs.copyFileSync(path.join(root, "data/cac-mau", ten), path.join(where, ten));
  return where;
}

// A page over a folder, with the questions that steps ask.
async function there(where, visit) {
  await elsewhere(where, async (page, goc) => {
    const read = (ten) => fs.readFileSync(path.join(where, ten), "utf8");
    const write = (ten, text) => fs.writeFileSync(path.join(where, ten), text);
    const saved = () => page.waitForFunction(() => document.getElementById("da-luu")?.textContent === "Đã lưu");
    const open = async (ten) => { await page.goto(goc + "giay?tep=" + ten); await saved(); };
    const field = (ten) => page.locator(`#bieu-mau [name="${ten}"]`).first();
    const until = async (ten, test) => { await assertSoon(() => test(read(ten)), "").catch(() => assert.fail(ten + ":\n" + read(ten))); };
    await visit({ page, goc, read, write, saved, open, field, until });
  });
  fs.rmSync(where, { recursive: true, force: true });
}

step("the first number of a year and words of the office's own are lines, and leave nothing behind", async () => {
  await there(folder("co-quan.yaml", "cong-van.yaml"), async ({ page, goc, read, saved, open, field, until }) => {
    const before = read("co-quan.yaml");
    await open("co-quan.yaml");
    await page.evaluate(() => { for (const gap of document.querySelectorAll("details")) gap.open = true; });
    await field("dau_so").fill("2026: 105\n2027: 12");
    await until("co-quan.yaml", (t) => t.endsWith("so_dang_ky:\n  dau_so:\n    2026: 105\n    2027: 12\n"));
    await field("cau_chu").fill("kinh_phi: Kinh phí thực hiện: từ ngân sách");
    await until("co-quan.yaml", (t) => /\ncau_chu:\n {2}kinh_phi: ['"]Kinh phí thực hiện: từ ngân sách['"]\n/.test(t));
    await saved();
    // What it is for: the next number.
    await open("cong-van.yaml");
    await field("so").fill("");
    await saved();
    await page.goto(goc + "phat-hanh?tep=cong-van.yaml");
    assert.match(await page.locator(".sap h2").innerText(), /Phát hành 105\//);
    await open("co-quan.yaml");
    await page.evaluate(() => { for (const gap of document.querySelectorAll("details")) gap.open = true; });
    assert.equal(await field("dau_so").inputValue(), "2026: 105\n2027: 12");
    assert.equal(await field("cau_chu").inputValue(), "kinh_phi: Kinh phí thực hiện: từ ngân sách");
    // A line that is no pair is told at its field.
    await field("dau_so").fill("2026 105");
    await field("ten").focus();
    await assertSoon(async () => /năm|số/i.test(await page.locator("#ds-loi").innerText().catch(() => "")), "a year that is none is not told");
    await accessible("office's rare fields", page);
    await field("dau_so").fill("");
    await field("cau_chu").fill("");
    await until("co-quan.yaml", (t) => t === before);
    await page.locator("#lui").click();
    await until("co-quan.yaml", (t) => t.includes("cau_chu:"));
  });
});

step("a file that was spoilt elsewhere is told, nothing is written into it, and it comes back", async () => {
  await there(folder("co-quan.yaml", "cong-van.yaml"), async ({ page, read, write, saved, open }) => {
    const before = read("cong-van.yaml");
    write("cong-van.yaml", before.replace("trich_yeu: ", "trich_yeu "));
    await page.goto(page.url() + "giay?tep=cong-van.yaml");
    await page.waitForSelector("text=Tệp của văn bản này đang hỏng");
    await page.waitForSelector("text=ô “Trích yếu”");
    assert.equal(await page.locator("#bieu-mau input, #bieu-mau textarea").count(), 0);
    assert.equal(await page.getByRole("link", { name: "Lấy số" }).isVisible(), false);
    await accessible("a spoilt file", page);
    await picture("trang-tep-hong", page);
    write("cong-van.yaml", before);
    await page.waitForSelector("#bieu-mau [name=trich_yeu]", { timeout: 15000 });
    await saved();
    // Spoilt while it is open: what stands in the fields stays.
    await open("cong-van.yaml");
    write("cong-van.yaml", before.replace("trich_yeu: ", "trich_yeu "));
    await page.waitForFunction(() => document.getElementById("da-luu").textContent.startsWith("Tệp vừa bị sửa hỏng"), null, { timeout: 15000 });
    assert.notEqual(await page.locator("#bieu-mau [name=trich_yeu]").inputValue(), "");
    write("cong-van.yaml", before);
    await saved();
  });
});

step("items of a list that two write come together", async () => {
  await there(folder("co-quan.yaml", "cong-van.yaml"), async ({ page, read, write, saved, open, until }) => {
    const than = page.locator(".cho-than .vanthu-than").first();
    const list = (...items) => items.map((item) => "- " + item).join("\n");
    const body = read("cong-van.yaml").replace(/noi_dung: \|\n(?: {2}.*\n|\n)+/, "noi_dung: |\n  " + list("Một", "Hai", "Ba").replaceAll("\n", "\n  ") + "\n");
    write("cong-van.yaml", body);
    await open("cong-van.yaml");
    await page.route("**/api/dau-vet", (route) => route.abort());
    write("cong-van.yaml", body.replace("- Ba\n", "- Ba kia\n  - Bốn kia\n"));
    await than.focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.type(" sửa");
    await until("cong-van.yaml", (t) => t.includes("  - Một sửa\n  - Hai\n  - Ba kia\n  - Bốn kia\n"));
    assert.equal(await page.locator(".xung-dot").count(), 0, "asked without need");
    await page.unroute("**/api/dau-vet");
    await than.blur();
    await assertSoon(async () => (await than.innerText()).includes("Bốn kia"), "what came from outside is not shown");
    await saved();
  });
});

step("the address book says at the field what an entry lacks", async () => {
  await there(folder("co-quan.yaml", "cong-van.yaml"), async ({ page, goc, read }) => {
    await page.goto(goc + "danh-ba");
    await page.getByRole("button", { name: /Lập danh bạ/ }).click();
    const before = read("danh-ba.yaml");
    await page.getByRole("link", { name: "Thêm nơi nhận" }).click();
    await page.fill("#ten", "Ban nhân dân ấp 1");
    await page.selectOption("#kenh", "email");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.waitForSelector("#email-loi");
    await accessible("address book, refused", page);
    await picture("trang-danh-ba-thieu", page);
    assert.equal(read("danh-ba.yaml"), before);
    assert.equal(await page.inputValue("#ten"), "Ban nhân dân ấp 1");
    await page.fill("#email", "ap1@mytho.gov.vn");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.waitForURL(/danh-ba$/);
    assert.ok(read("danh-ba.yaml").includes("ap1@mytho.gov.vn"));
  });
});

step("another folder opens beside", async () => {
  const other = folder("co-quan.yaml", "cong-van.yaml");
  await there(folder("co-quan.yaml"), async ({ page, goc }) => {
    await page.getByRole("link", { name: "Mở thư mục khác…" }).click();
    await accessible("folders", page);
    await page.fill("#duong", "khong/co");
    await page.getByRole("button", { name: "Mở", exact: true }).click();
    await page.waitForSelector("text=không phải là đường dẫn đầy đủ");
    await accessible("folders, refused", page);
    await page.fill("#duong", other);
    await page.getByRole("button", { name: "Mở", exact: true }).click();
    const way = await page.locator("#cua").innerText();
    await accessible("folder opened", page);
    const beside = await page.context().newPage();
    await beside.goto("file://" + way);
    await beside.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    assert.notEqual(beside.url(), goc);
    assert.equal(await beside.locator("tbody tr").count(), 1);
    await page.goto(goc);
    assert.equal(await page.locator("tbody tr").count(), 0);
    await beside.close();
  });
  fs.rmSync(other, { recursive: true, force: true });
});

step("a trip has a name, its budget stands whole on a small screen", async () => {
  await there(folder("co-quan.yaml"), async ({ page, goc, saved }) => {
    for (const kind of [/Kế hoạch tổ chức các đợt công tác/, /Một đợt của kế hoạch ấy/]) {
      await page.goto(goc + "moi");
      await page.getByRole("button", { name: kind }).click();
      await page.waitForSelector(".trang svg");
      await saved();
    }
    assert.equal(await page.locator("h1").innerText(), "Đợt 1 của kế hoạch");
    const cut = await page.evaluate(() => [...document.querySelectorAll('[data-khoa="kinh_phi"] .bang-rong')].filter((b) => b.scrollWidth > b.clientWidth + 1).map((b) => b.closest("fieldset").dataset.khoa + " " + b.scrollWidth + " > " + b.clientWidth));
    assert.deepEqual(cut, []);
    // Nothing that is hidden makes the page longer than the window.
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight + 1), true, "the page scrolls behind its columns");
    await page.evaluate(() => document.querySelector('fieldset[data-khoa="di_lai"]').scrollIntoView());
    await picture("trang-du-tru", page);
  });
});
