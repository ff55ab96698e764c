// A clerk's day on the page, in a real browser with the real program. Ends with the first thing that isn't as it should.
//
//   node chay.mjs PROGRAM [FOLDER FOR PICTURES]
//
// CHROMIUM names the browser; Debian's is taken if it isn't said.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [program, pictures] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-"));
const file = (ten) => path.join(folder, ten);
const read = (ten) => fs.readFileSync(file(ten), "utf8");

let server;
function serve() {
  server = spawn(program, ["serve", "--khong-mo", folder], { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((done) => {
    let said = "";
    server.stdout.on("data", (part) => { said += part; if (said.includes("\n")) done(said.split("\n")[0]); });
  });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "vi-VN", bypassCSP: false });
const page = await context.newPage();
const wrong = [];
page.on("console", (m) => { if (m.type() === "error" && !/422|Failed to load/.test(m.text())) wrong.push(m.text()); });
page.on("pageerror", (e) => wrong.push(e.message));
page.on("request", (r) => { if (!/^(http:\/\/127\.0\.0\.1:|file:|data:|blob:)/.test(r.url())) wrong.push("asks " + r.url()); });
page.on("response", (r) => { if (r.status() === 404) wrong.push("404 " + r.url()); });

let goc;
async function enter() {
  const way = await serve();
  await page.goto("file://" + way);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  goc = page.url();
}

const saved = () => page.waitForFunction(() => document.getElementById("da-luu")?.textContent === "Đã lưu");
const field = (ten) => page.locator(`#bieu-mau [name="${ten}"]`);
const until = (ten, test) => assertSoon(() => test(read(ten)), `${ten}:\n${fs.existsSync(file(ten)) ? read(ten) : ""}`);

async function assertSoon(test, message) {
  for (let i = 0; i < 100; i += 1) {
    if (await test()) return;
    await new Promise((r) => setTimeout(r, 50));
  }
  assert.fail(message);
}

// axe-core is put in from outside, since the page itself forbids foreign scripts.
async function accessible(ten) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const told = found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).join("\n   "));
  assert.deepEqual(told, [], ten);
}

async function picture(ten) {
  if (pictures) await page.screenshot({ path: path.join(pictures, ten + ".png") });
}

const steps = [];
const step = (ten, run) => steps.push([ten, run]);

step("first start: what office is this", async () => {
  await enter();
  await accessible("first start");
  await picture("trang-bat-dau");
  await page.getByRole("button", { name: "Ủy ban nhân dân xã", exact: true }).click();
  await page.waitForSelector("#bieu-mau [name=ten]");
  await saved();
  await accessible("office");
  await field("ten").fill("Ủy ban nhân dân xã Tân Phú");
  await saved();
  await until("co-quan.yaml", (text) => text.includes("ten: Ủy ban nhân dân xã Tân Phú\n"));
  await picture("trang-co-quan");
});

step("a new công văn to three", async () => {
  await page.getByRole("link", { name: "soạn văn bản đầu tiên" }).click();
  await page.waitForSelector(".the img");
  await accessible("cards");
  await page.waitForFunction(() => [...document.querySelectorAll(".the img")].slice(0, 5).every((i) => i.complete && i.naturalWidth > 0));
  await picture("trang-chon-loai");
  await page.getByRole("button", { name: "Công văn", exact: true }).click();
  await page.waitForSelector(".trang svg");
  await field("trich_yeu").fill("lập danh sách hộ nghèo năm 2026");
  await field("kinh_gui").fill("Ban nhân dân ấp 1\nBan nhân dân ấp 2\nBan nhân dân ấp 3");
  await page.locator(".cho-than textarea").fill("Ủy ban nhân dân xã đề nghị các ấp lập danh sách hộ nghèo trước ngày 15 tháng 4 năm 2026.\n\n1. Rà soát từng hộ.\n\n2. Gửi danh sách về Văn phòng xã.");
  await page.locator(".cho-than textarea").blur();
  await saved();
  await until("cong-van.yaml", (t) => t.includes("kinh_gui:\n  - Ban nhân dân ấp 1\n  - Ban nhân dân ấp 2\n  - Ban nhân dân ấp 3\n") && t.includes("\n  2. Gửi danh sách về Văn phòng xã.\n"));
  assert.ok(read("cong-van.yaml").startsWith("# yaml-language-server"), "comments stay");
  await page.waitForFunction(() => document.querySelector("#cac-trang")?.textContent.includes("Rà soát từng hộ"));
  await accessible("paper");
  await picture("trang-soan");
});

step("a mistake is told beside its field after it was left, and mended", async () => {
  await field("ngay_ban_hanh").fill("31/2/2026");
  await saved();
  assert.equal(await page.locator('[data-khoa="ngay_ban_hanh"] > .loi').count(), 0, "judged while typing");
  await field("so").focus();
  await page.waitForSelector('[data-khoa="ngay_ban_hanh"] > .loi.error');
  await accessible("faults");
  await picture("trang-bao-loi");
  await page.locator("#dem-loi").click();
  await page.locator("#ds-loi a", { hasText: "Ngày ban hành" }).first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "ngay_ban_hanh");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("20/3/2026");
  await field("so").focus();
  await saved();
  await page.waitForFunction(() => !document.querySelector('[data-khoa="ngay_ban_hanh"] > .loi'));
});

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
  server.kill("SIGKILL");
  await enter();
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
  await page.locator("#lui").click();
  await until("cong-van.yaml", (t) => t === before);
});

step("a change made outside comes in; the same field on both sides asks", async () => {
  fs.writeFileSync(file("cong-van.yaml"), read("cong-van.yaml").replace("so:\n", "so: 77\n"));
  await page.waitForFunction(() => document.querySelector("[name=so]").value === "77", null, { timeout: 8000 });
  await page.route("**/api/dau-vet", (route) => route.abort());
  fs.writeFileSync(file("cong-van.yaml"), read("cong-van.yaml").replace("so: 77\n", "so: 78\n"));
  await field("so").fill("79");
  await page.waitForSelector(".xung-dot");
  assert.match(await page.locator(".xung-dot pre").textContent(), /78/);
  assert.ok(read("cong-van.yaml").includes("so: 78\n"), "written over without asking");
  await accessible("conflict");
  await page.getByRole("button", { name: "Giữ bản của tôi" }).click();
  await until("cong-van.yaml", (t) => t.includes("so: 79\n"));
  await page.unroute("**/api/dau-vet");
  // She stands in the field while it changes outside, and types only then.
  await saved();
  await field("so").focus();
  fs.writeFileSync(file("cong-van.yaml"), read("cong-van.yaml").replace("so: 79\n", "so: 80\n"));
  await page.waitForTimeout(3000);
  assert.equal(await field("so").inputValue(), "79", "changed under her hands");
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  await page.waitForSelector(".xung-dot");
  assert.ok(read("cong-van.yaml").includes("so: 80\n"), "written over without asking");
  await page.getByRole("button", { name: "Lấy bản kia" }).click();
  assert.equal(await field("so").inputValue(), "80");
  await saved();
  assert.ok(read("cong-van.yaml").includes("so: 80\n"));
});

step("a body in a file of its own is written there", async () => {
  fs.writeFileSync(file("rieng.md"), "Một.\n\nHai.\n");
  const cv = read("cong-van.yaml");
  const than = /noi_dung: \|\n(?:  .*\n|\n)+/.exec(cv)[0];
  fs.writeFileSync(file("cong-van-9.yaml"), cv.replace(than, "noi_dung: rieng.md\n"));
  await page.goto(goc + "giay?tep=cong-van-9.yaml");
  await saved();
  const than9 = page.locator(".cho-than textarea").first();
  assert.equal(await than9.inputValue(), "Một.\n\nHai.\n");
  await than9.fill("Một.\n\nHai.\n\nBa.\n");
  await saved();
  await until("rieng.md", (t) => t === "Một.\n\nHai.\n\nBa.\n");
  assert.ok(read("cong-van-9.yaml").includes("noi_dung: rieng.md\n"));
  await field("so").focus();
  fs.writeFileSync(file("rieng.md"), "Ngoài.\n");
  await page.waitForFunction(() => document.querySelector(".cho-than textarea").value === "Ngoài.\n", null, { timeout: 8000 });
  await page.locator("#lui").click();
  await page.waitForTimeout(500);
  assert.equal(read("rieng.md"), "Ngoài.\n", "undo wrote over a change from outside");
  fs.rmSync(file("cong-van-9.yaml"));
  fs.rmSync(file("rieng.md"));
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
});

step("a click on the page goes to the field, the field is marked on the page", async () => {
  await page.locator('.trang text[data-m="kinh_gui[1]"]').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "kinh_gui");
  assert.equal(await page.evaluate(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); }), "Ban nhân dân ấp 2");
  assert.equal(await page.locator("rect.dang").count() >= 3, true);
  await page.locator('.trang text[data-m="noi_dung"]').first().click();
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("than")));
});

step("the cabinet finds without tone marks; a paper like an old one", async () => {
  await page.getByRole("link", { name: "← Tủ văn bản" }).click();
  await page.waitForSelector("#tim");
  await accessible("cabinet");
  await page.fill("#tim", "tieng viet");
  assert.equal(await page.locator("tbody tr:visible").count(), 1);
  await page.fill("#tim", "khong co dau");
  assert.equal(await page.locator("tbody tr:visible").count(), 0);
  await page.fill("#tim", "");
  await picture("trang-tu");
  await page.getByRole("button", { name: /^Soạn văn bản mới giống/ }).first().click();
  await page.waitForURL(/cong-van-2\.yaml/);
  await saved();
  assert.equal(await field("so").inputValue(), "");
});

step("a number is taken once, what the command line refuses is refused, the register has it", async () => {
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
  await field("so").fill("");
  await saved();
  await page.getByRole("link", { name: "Lấy số" }).click();
  await page.waitForSelector("#ngay");
  assert.equal(await page.inputValue("#ngay"), "20/3/2026");
  await accessible("issue");
  await picture("trang-phat-hanh");
  // The office still has the sample's names, which is told and may be accepted.
  await page.getByRole("button", { name: "Phát hành" }).click();
  await page.waitForSelector("text=Chưa phát hành được");
  assert.ok(!fs.existsSync(file("so-dang-ky.txt")), "a number was taken");
  await accessible("refused");
  await page.getByLabel(/vẫn phát hành/).check();
  const twice = await page.evaluate(async () => {
    const form = document.querySelector("form");
    const body = new URLSearchParams(new FormData(form));
    const answers = await Promise.all([1, 2, 3].map(() => fetch(form.action, { method: "POST", body }).then((a) => a.text())));
    return new Set(answers).size;
  });
  assert.equal(twice, 1, "the same click has two answers");
  assert.equal(read("so-dang-ky.txt").split("\n").filter((line) => line.includes("phát hành")).length, 1);
  await page.goto(goc + "so");
  assert.equal(await page.locator("tbody tr").count(), 1);
  await accessible("register");
  await picture("trang-so");
  await page.fill("#tim", "tieng viet");
  assert.equal(await page.locator("tbody tr:visible").count(), 1);
  await page.goto(goc);
  await page.waitForSelector("text=Đã phát hành 01/UBND");
});

step("all by keyboard alone, at twice the size", async () => {
  await page.setViewportSize({ width: 640, height: 360 });
  await page.goto(goc + "giay?tep=cong-van-2.yaml");
  await saved();
  await accessible("paper at 200 %");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), true, "wider than the screen");
  const seen = new Set();
  for (let i = 0; i < 80 && !seen.has("luu"); i += 1) {
    await page.keyboard.press("Tab");
    seen.add(await page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.textContent));
  }
  for (const ten of ["lui", "trich_yeu", "kinh_gui", "ngay_ban_hanh", "nguoi_ky", "luu"]) if (ten !== "lui") assert.ok(seen.has(ten), ten + " not reached");
  await page.keyboard.type("VT, VP");
  await saved();
  await until("cong-van-2.yaml", (t) => t.includes("luu: VT, VP\n"));
});

step("a plan of trips, its trip and its budget have forms", async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(goc + "moi");
  await page.getByRole("button", { name: /Kế hoạch tổ chức các đợt công tác/ }).click();
  await page.waitForSelector(".trang svg");
  await saved();
  await accessible("plan");
  await page.goto(goc + "moi");
  await page.getByRole("button", { name: /Một đợt của kế hoạch ấy/ }).click();
  await page.waitForSelector(".trang svg");
  await saved();
  await accessible("trip");
  await picture("trang-dot");
});

let failed = false;
for (const [ten, run] of steps) {
  try {
    await run();
    assert.deepEqual(wrong, []);
    console.log("ok", ten);
  } catch (error) {
    failed = true;
    console.log("FAILED", ten, "\n", error.message);
    await page.screenshot({ path: path.join(os.tmpdir(), "vanthu-hong.png") }).catch(() => {});
    break;
  }
}
server.kill();
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
