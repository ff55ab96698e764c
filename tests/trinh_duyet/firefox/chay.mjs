// The same page in Firefox, as Debian has it: a first day in short, over WebDriver BiDi. Not part of tests/run, which
// would have to install a second browser.
//
//   apt install firefox-esr; npm ci; node chay.mjs PROGRAM [FOLDER FOR PICTURES]

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [program, pictures] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-"));
const read = (ten) => fs.readFileSync(path.join(folder, ten), "utf8");
const server = spawn(program, ["serve", "--khong-mo", folder], { stdio: ["ignore", "pipe", "ignore"] });
const way = await new Promise((done) => { let said = ""; server.stdout.on("data", (p) => { said += p; if (said.includes("\n")) done(said.split("\n")[0]); }); });

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", headless: true });
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 720 });
const wrong = [];
page.on("pageerror", (e) => wrong.push(e.message));

const saved = () => page.waitForFunction(() => document.getElementById("da-luu")?.textContent === "Đã lưu");
const shows = (text) => page.waitForFunction((t) => document.querySelector("#cac-trang")?.textContent.replace(/\s+/g, "").includes(t.replace(/\s+/g, "")), {}, text);
async function until(ten, test) {
  for (let i = 0; i < 100; i += 1) { if (test(read(ten))) return; await new Promise((r) => setTimeout(r, 50)); }
  assert.fail(ten + ":\n" + read(ten));
}
async function accessible(ten) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).join("\n")), [], ten);
}
async function type(ten, text) {
  await page.focus(`#bieu-mau [name=${ten}]`);
  await page.keyboard.down("Control"); await page.keyboard.press("a"); await page.keyboard.up("Control");
  await page.keyboard.type(text, { delay: 10 });
  await saved();
}
const click = (button) => page.evaluate((text) => [...document.querySelectorAll("button,a")].find((b) => b.textContent.trim() === text).click(), button);

try {
  await page.goto("file://" + way);
  await page.waitForFunction(() => location.protocol === "http:" && document.querySelector(".cac-the"));
  await accessible("first start");
  await click("Ủy ban nhân dân xã");
  await page.waitForSelector("#bieu-mau [name=ten]");
  await saved();
  await type("ten", "Ủy ban nhân dân xã Tân Phú");
  await until("co-quan.yaml", (t) => t.includes("ten: Ủy ban nhân dân xã Tân Phú\n"));
  await accessible("office");
  console.log("ok first start");

  await click("soạn văn bản đầu tiên");
  await page.waitForSelector(".the img");
  await click("Công văn");
  await page.waitForSelector("#cac-trang svg");
  await saved();
  await type("trich_yeu", "lập danh sách hộ nghèo năm 2026");
  await until("cong-van.yaml", (t) => t.includes("trich_yeu: lập danh sách hộ nghèo năm 2026\n"));
  await shows("lập danh sách hộ nghèo năm 2026");
  await accessible("paper");
  console.log("ok a công văn is written and seen");

  await type("ngay_ban_hanh", "31/2/2026");
  await page.keyboard.press("Tab");
  await page.waitForSelector('[data-khoa="ngay_ban_hanh"] > .loi.error');
  await type("ngay_ban_hanh", "20/3/2026");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => !document.querySelector('[data-khoa="ngay_ban_hanh"] > .loi'));
  console.log("ok a mistake is told and mended");

  const before = read("cong-van.yaml");
  await type("so", "45");
  await until("cong-van.yaml", (t) => t.includes("\nso: 45\n"));
  await click("Hoàn tác");
  await until("cong-van.yaml", (t) => t === before);
  console.log("ok undo");

  // The body's editor: numbers go on by themselves, bold by key.
  await page.focus(".vanthu-than");
  await page.keyboard.down("Control"); await page.keyboard.press("a"); await page.keyboard.up("Control");
  await page.keyboard.press("Delete");
  await page.keyboard.type("1. Rà soát từng hộ.", { delay: 10 });
  await page.keyboard.press("Enter");
  await page.keyboard.type("Gửi về ", { delay: 10 });
  await page.keyboard.down("Control"); await page.keyboard.press("b"); await page.keyboard.up("Control");
  await page.keyboard.type("Văn phòng", { delay: 10 });
  await until("cong-van.yaml", (t) => /\n {2}1\. Rà soát từng hộ\.\n+ {2}2\. Gửi về \*\*Văn phòng\*\*\n/.test(t));
  await shows("2. Gửi về Văn phòng");
  await saved();
  await accessible("editor");
  console.log("ok the body's editor");

  // A table that was copied elsewhere, by the browser's own clipboard.
  const chord = async (key) => { await page.keyboard.down("Control"); await page.keyboard.press(key); await page.keyboard.up("Control"); };
  await page.evaluate(() => {
    const other = document.body.appendChild(document.createElement("div"));
    other.id = "noi-khac";
    other.contentEditable = "true";
    const table = other.appendChild(document.createElement("table"));
    for (const [a, b] of [["Ấp", "Số hộ"], ["Ấp 1", "12"]]) {
      const row = table.insertRow();
      for (const text of [a, b]) row.insertCell().textContent = text;
    }
    other.focus();
    document.getSelection().selectAllChildren(other);
  });
  await chord("c");
  await page.evaluate(() => document.getElementById("noi-khac").remove());
  await page.focus(".vanthu-than");
  await chord("End");
  await page.keyboard.press("Enter");
  await chord("v");
  await until("cong-van.yaml", (t) => t.includes("| Ấp 1 | 12 |"));
  await shows("Ấp 1");
  await saved();
  console.log("ok a table is pasted");

  await page.setViewport({ width: 640, height: 360 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), true, "wider than the screen");
  await accessible("paper at 200 %");
  if (pictures) await page.screenshot({ path: path.join(pictures, "firefox-200.png") });
  await page.setViewport({ width: 1280, height: 720 });
  if (pictures) await page.screenshot({ path: path.join(pictures, "firefox.png") });
  assert.deepEqual(wrong, []);
  console.log("ok at twice the size");
} catch (error) {
  console.log("FAILED", error.message);
  await page.screenshot({ path: path.join(os.tmpdir(), "vanthu-hong-firefox.png") }).catch(() => {});
  process.exitCode = 1;
}
await browser.close();
server.kill();
fs.rmSync(folder, { recursive: true, force: true });
process.exit();
