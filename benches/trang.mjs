// How long a clerk waits at the page, and how much the program holds meanwhile. Needs what `tests/run` installs.
//
//   node benches/trang.mjs PROGRAM [EDITS, 10000 if not said]

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";

const root = new URL("..", import.meta.url).pathname;
const { chromium } = createRequire(path.join(root, "tests/trinh_duyet/package.json"))("playwright-core");
const [program, edits = "10000"] = process.argv.slice(2);
const KEYS = 60;
const PACE = 120;

// A paper of about so many pages, each khoản eight to a page.
const khoan = (so) => `${so}. Ủy ban nhân dân các xã, phường rà soát từng hộ, lập danh sách theo mẫu, công khai tại nhà văn hóa ấp và gửi về Phòng Kinh tế trước ngày 15 hằng tháng; chịu trách nhiệm về số liệu đã gửi.\n`;
const paper = (pages) => {
  const than = Array.from({ length: Math.max(2, pages * 11 - 4) }, (_, i) => "  " + khoan(i + 1)).join("\n");
  return `loai: cong_van\nso: 118\ndon_vi_soan: VP\nngay_ban_hanh: 15/3/2026\ntrich_yeu: lập danh sách\nkinh_gui: Ủy ban nhân dân các xã, phường\nnoi_dung: |\n${than}nguoi_ky: chu_tich\n`;
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-do-"));
fs.cpSync(path.join(root, "data/cac-mau"), folder, { recursive: true, filter: (ten) => !/\.(pdf|docx|json)$/.test(ten) });
const signer = /nguoi_ky: *(\S+)/.exec(fs.readFileSync(path.join(folder, "cong-van.yaml"), "utf8"))[1];
const SIZES = [1, 5, 30];
for (const pages of SIZES) fs.writeFileSync(path.join(folder, `do-${pages}.yaml`), paper(pages).replace("chu_tich", signer));

const server = spawn(program, ["serve", "--khong-mo", folder], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => { server.kill(); fs.rmSync(folder, { recursive: true, force: true }); });
const way = await new Promise((done) => { let said = ""; server.stdout.on("data", (p) => { said += p; if (said.includes("\n")) done(said.split("\n")[0]); }); });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.goto("file://" + way);
await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
const goc = page.url();
// Scripts under development, without building the program anew.
if (process.env.ASSETS) await page.route("**/tinh/*.{js,css}", (r) => r.fulfill({ path: path.join(process.env.ASSETS, r.request().url().split("/").pop().split("?")[0]) }));

const at = (all, part) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];
const ms = (v) => `${v.toFixed(0)} ms`;
const row = (...cells) => console.log("| " + cells.join(" | ") + " |");

// From the start of the navigation to the first frame with something to read.
async function firstScreen() {
  const all = { tu: [], giay: [] };
  for (let i = 0; i < 7; i += 1) {
    await page.goto(goc, { waitUntil: "load" });
    // It is written down a little after it is seen.
    const seen = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    all.tu.push(await seen.jsonValue());
    await page.goto(goc + "giay?tep=cong-van.yaml");
    all.giay.push(await page.evaluate(() => new Promise((done) => {
      const look = () => (document.querySelector("#cac-trang svg") ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look, 1));
      look();
    })));
  }
  row("first screen: the cabinet", ms(at(all.tu, 0.5)), ms(at(all.tu, 0.95)));
  row("first screen: a paper with its page", ms(at(all.giay, 0.5)), ms(at(all.giay, 0.95)));
}

// Each key, from its event to the frame that shows the page with it; typed every 120 ms, as a quick typist does.
async function keys(pages, ten, focus, typed) {
  await page.goto(goc + `giay?tep=do-${pages}.yaml`);
  await page.waitForSelector("#cac-trang svg");
  const count = await page.locator("#cac-trang .trang").count();
  await focus();
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const bare = (text) => text.replace(/\s+/g, "");
    window.cho = [];
    window.do_ = [];
    window.go = "";
    document.addEventListener("beforeinput", (e) => {
      window.go += e.data ?? "";
      window.cho.push({ luc: e.timeStamp, muon: bare(window.go) });
    }, true);
    // Only the pages that were drawn anew are read, so that the measuring costs little.
    new MutationObserver((all) => {
      const co = [...new Set(all.map((one) => one.target))].map((own) => bare(own.textContent)).join(" ");
      const den = window.cho.filter((c) => co.includes(c.muon));
      if (den.length === 0) return;
      window.cho = window.cho.filter((c) => !den.includes(c));
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { for (const c of den) window.do_.push(performance.now() - c.luc); };
        port2.postMessage(0);
      });
    }).observe(document.getElementById("cac-trang"), { childList: true, subtree: true });
  });
  for (let i = 0; i < KEYS; i += 1) {
    const start = Date.now();
    await page.keyboard.insertText(typed(i));
    await new Promise((r) => setTimeout(r, Math.max(0, PACE - (Date.now() - start))));
  }
  await page.waitForFunction(() => window.cho.length === 0, null, { timeout: 20000 });
  const all = await page.evaluate(() => window.do_);
  assert.equal(all.length, KEYS);
  row(`key to picture: ${count} pages, ${ten}`, ms(at(all, 0.5)), ms(at(all, 0.95)));
}

const letter = (i) => "xaqwyu"[i % 6] + (i % 9 === 8 ? " " : "");
async function allKeys() {
  for (const pages of SIZES) {
    await keys(pages, "title", async () => { await page.locator("#bieu-mau [name=trich_yeu]").focus(); await page.keyboard.press("End"); }, letter);
    await keys(pages, "first paragraph", async () => { await page.locator(".cho-than textarea, .cho-than [contenteditable]").first().focus(); await page.keyboard.press("Control+Home"); await page.keyboard.press("End"); }, letter);
    await keys(pages, "last paragraph", async () => { await page.locator(".cho-than textarea, .cho-than [contenteditable]").first().focus(); await page.keyboard.press("Control+End"); if (await page.locator(".cho-than textarea").count()) await page.keyboard.press("ArrowLeft"); }, letter);
  }
}

// Bytes over the wire of all that the page has of its own.
async function assets() {
  const names = [...fs.readFileSync(path.join(root, "src/faces/web/assets.rs"), "utf8").matchAll(/^ *\(?"([a-z_-]+\.(?:js|css|woff))"/gm)].map((m) => m[1]);
  assert.ok(names.length > 9, names.join());
  const sum = await page.evaluate(async (all) => {
    let sum = 0;
    for (const ten of all) {
      await (await fetch("/tinh/" + ten, { cache: "reload" })).arrayBuffer();
      sum += performance.getEntriesByName(location.origin + "/tinh/" + ten).at(-1).encodedBodySize;
    }
    return sum;
  }, names);
  row("all assets, packed", `${(sum / 1024).toFixed(0)} KB`, "");
}

function held() {
  const all = fs.readdirSync("/proc").filter((p) => /^\d+$/.test(p)).flatMap((p) => {
    try {
      const status = fs.readFileSync(`/proc/${p}/status`, "utf8");
      const n = (ten) => Number(new RegExp(`^${ten}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
      return [{ pid: +p, cha: n("PPid"), mb: n("VmRSS") / 1024, most: n("VmHWM") / 1024 }];
    } catch { return []; }
  });
  const own = all.filter((x) => x.pid === server.pid || x.cha === server.pid);
  return own.map((x) => x.mb).reduce((a, b) => a + b, 0);
}

// So many changes of one paper, each saved and composed.
async function manyEdits() {
  const before = held();
  const start = Date.now();
  await page.goto(goc + "giay?tep=do-5.yaml");
  await page.evaluate(async (so) => {
    const post = (to, body) => fetch(to, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).then((a) => a.json());
    const tep = "do-5.yaml";
    let cu = (await (await fetch("/api/giay?tep=" + tep)).json()).gia_tri.cay.trich_yeu;
    let co = [];
    for (let i = 0; i < so; i += 1) {
      const moi = "lập danh sách lần " + i;
      const tra = await post("/api/doi", { tep, lan: i, noi: i % 20 > 0, thay_doi: { tep, duong: ["trich_yeu"], cu, moi } });
      if (tra.ket_qua !== "Xong") throw new Error(JSON.stringify(tra.ket_qua));
      cu = moi;
      co = (await post("/api/xem", { tep, lan: i, co })).trang.map((trang) => trang.dau_vet);
    }
  }, Number(edits));
  row(`memory of the program and its worker, before and after ${edits} edits`, `${before.toFixed(0)} MB`, `${held().toFixed(0)} MB`);
  const journal = fs.statSync(path.join(folder, ".vanthu-nhat-ky")).size;
  row("journal after that", `${(journal / 1024).toFixed(0)} KB`, `${((Date.now() - start) / Number(edits)).toFixed(0)} ms an edit`);
}

const wanted = process.env.ONLY ? process.env.ONLY.split(",") : ["first", "keys", "assets", "edits"];
console.log("| at the page | median | 95 of 100 |\n|---|---|---|");
if (wanted.includes("first")) await firstScreen();
if (wanted.includes("keys")) await allKeys();
if (wanted.includes("assets")) await assets();
if (wanted.includes("edits")) await manyEdits();
await browser.close();
process.exit(0);
