// What every chapter stands on: the program with an empty folder, a browser that looks at it, and a few questions.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const root = new URL("../..", import.meta.url).pathname;
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [program, pictures] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-"));
export const file = (ten) => path.join(folder, ten);
export const read = (ten) => fs.readFileSync(file(ten), "utf8");

let server;
function serve(where = folder) {
  const own = spawn(program, ["serve", "--khong-mo", where], { stdio: ["ignore", "pipe", "ignore"] });
  if (where === folder) server = own;
  return new Promise((done) => {
    let said = "";
    own.stdout.on("data", (part) => { said += part; if (said.includes("\n")) done([said.split("\n")[0], own]); });
  });
}

// The command line over the same folder.
export const command = (...args) => spawnSync(program, args, { cwd: folder, encoding: "utf8" });

// As a power cut ends it.
export const kill = () => server.kill("SIGKILL");

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "vi-VN", bypassCSP: false });
const wrong = [];
async function newPage() {
  const page = await context.newPage();
  page.on("console", (m) => { if (m.type() === "error" && !/422|Failed to load/.test(m.text())) wrong.push(m.text()); });
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("request", (r) => { if (!/^(http:\/\/127\.0\.0\.1:|file:|data:|blob:)/.test(r.url())) wrong.push("asks " + r.url()); });
  page.on("response", (r) => { if (r.status() === 404) wrong.push("404 " + r.url()); });
  return page;
}
export const page = await newPage();

// The address of the cabinet.
export let goc;
export async function enter() {
  const [way] = await serve();
  await page.goto("file://" + way);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  goc = page.url();
}

// Another folder in a page and a program of its own: `visit(page, its address)`.
export async function elsewhere(where, visit) {
  const [way, own] = await serve(where);
  const page = await newPage();
  try {
    await page.goto("file://" + way);
    await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    await visit(page, page.url());
  } finally {
    own.kill();
    await page.close();
  }
}

export const saved = () => page.waitForFunction(() => document.getElementById("da-luu")?.textContent === "Đã lưu");
// What has a name of its own at the top comes before what a list inside calls alike.
export const field = (ten) => page.locator(`#bieu-mau [name="${ten}"]`).first();
// The body of a paper, and what is pasted into whatever has the focus.
export const than = page.locator(".cho-than .vanthu-than").first();
export const paste = (data) => page.evaluate((all) => {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(all)) clipboardData.setData(kind, text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}, data);
// All of the body becomes that text.
export async function write(text, editor = than) {
  await editor.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await paste({ "text/plain": text });
}
export const until = (ten, test) => assertSoon(() => test(read(ten)), () => `${ten}:\n${fs.existsSync(file(ten)) ? read(ten) : ""}`);

// Writes a body anew: a paragraph a line.
export async function body(text, o = page.locator('#bieu-mau [data-khoa="noi_dung"]').first()) {
  const editor = o.locator(".vanthu-than").first();
  await write(text, editor);
  await editor.blur();
}

// `message`: words, or what finds them once it is too late.
export async function assertSoon(test, message) {
  for (let i = 0; i < 100; i += 1) {
    if (await test()) return;
    await new Promise((r) => setTimeout(r, 50));
  }
  assert.fail(typeof message === "function" ? await message() : message);
}

// axe-core is put in from outside, since the page itself forbids foreign scripts.
export async function accessible(ten, own = page) {
  await own.evaluate(axe);
  const found = await own.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const told = found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).join("\n   "));
  assert.deepEqual(told, [], ten);
}

export async function picture(ten, own = page) {
  if (pictures) await own.screenshot({ path: path.join(pictures, ten + ".png") });
}

const steps = [];
export const step = (ten, run) => steps.push([ten, run]);

// Takes the steps of all chapters; how the program ends: 0 if all is as it should be.
export async function run() {
  let failed = false;
  for (const [ten, take] of steps) {
    try {
      await take();
      assert.deepEqual(wrong, []);
      console.log("ok", ten);
    } catch (error) {
      failed = true;
      console.log("FAILED", ten, "\n", error.message);
      await page.screenshot({ path: path.join(os.tmpdir(), "vanthu-hong.png") }).catch(() => {});
      break;
    }
  }
  server?.kill();
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
  return failed ? 1 : 0;
}
