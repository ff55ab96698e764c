// Out, numbering, sending, the register, the address book: a clerk's second day on the page, in a folder of its own.
//
//   node gui.mjs PROGRAM [FOLDER FOR PICTURES]
//
// or from another story: await gui({ browser, program, pictures }).

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function gui(how) {
  const open = [];
  try {
    await day(how, open);
  } catch (error) {
    for (const context of how.browser.contexts()) for (const page of context.pages()) console.log(page.url(), "\n", await page.innerText("body").catch(() => ""));
    throw error;
  } finally {
    for (const close of open.reverse()) await close();
  }
}

async function day({ browser, program, pictures }, open) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-gui-"));
  const file = (ten) => path.join(folder, ten);
  const read = (ten) => fs.readFileSync(file(ten), "utf8");
  for (const ten of ["co-quan.yaml", "cong-van.yaml"]) fs.copyFileSync(path.join(root, "data/cac-mau", ten), file(ten));
  fs.writeFileSync(file("cong-van.yaml"), read("cong-van.yaml").replace("so: 118", "so:"));
  const server = spawn(program, ["serve", "--khong-mo", folder], { stdio: ["ignore", "pipe", "ignore"] });
  open.push(() => fs.rmSync(folder, { recursive: true, force: true }), () => server.kill());
  const way = await new Promise((done) => {
    let said = "";
    server.stdout.on("data", (part) => { said += part; if (said.includes("\n")) done(said.split("\n")[0]); });
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "vi-VN", acceptDownloads: true });
  open.push(() => context.close());
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (m) => { if (m.type() === "error" && !/422|Failed to load/.test(m.text())) wrong.push(m.text()); });
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("request", (r) => { if (!/^(http:\/\/127\.0\.0\.1:|file:|data:|blob:)/.test(r.url())) wrong.push("asks " + r.url()); });
  await page.goto("file://" + way);
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const goc = page.url();

  // A screen as a person has it: nothing that axe-core names, no word of a command, as wide as the window and at twice
  // the size too.
  async function screen(ten) {
    await page.evaluate(axe);
    for (const zoom of [1, 2]) {
      await page.setViewportSize({ width: 1280 / zoom, height: 720 / zoom });
      const found = await page.evaluate((rules) => window.axe.run(document, { runOnly: rules }), RULES);
      const told = found.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160)).join("\n   "));
      assert.deepEqual(told, [], ten);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      assert.equal(wide, false, ten + ": wider than the screen at " + zoom * 100 + " %");
      if (pictures) await page.screenshot({ path: path.join(pictures, ten + (zoom === 2 ? "-200" : "") + ".png") });
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    const said = await page.evaluate(() => document.body.innerText);
    const words = /.*(--[a-z]|vanthu (issue|register|send|build|verify)).*/.exec(said);
    assert.equal(words && words[0], null, ten);
  }

  // Goes to a control by the keyboard alone, and presses it.
  async function byKey(ten) {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press("Tab");
      const own = await page.evaluate(() => (document.activeElement.getAttribute("aria-label") || document.activeElement.textContent || "").trim());
      if (ten instanceof RegExp ? ten.test(own) : own === ten) { await page.keyboard.press("Enter"); return; }
    }
    assert.fail("not reached by the keyboard: " + ten);
  }
  const button = (ten) => page.getByRole("button", { name: ten });
  const link = (ten) => page.getByRole("link", { name: ten });
  const taken = async (act) => {
    const [download] = await Promise.all([page.waitForEvent("download"), act()]);
    return { ten: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
  };
  const so = "01/VP.CTHĐND/2026";
  const mot = () => page.goto(goc + "so/mot?so=" + encodeURIComponent(hieu) + "&cq=" + encodeURIComponent(coQuan));
  let hieu = so, coQuan = "";

  // Copies: a draft for comments, all in one.
  await page.goto(goc + "ra?tep=cong-van.yaml");
  await screen("trang-ra");
  const before = read("cong-van.yaml");
  await page.selectOption("select[name=du-thao]", "lần 2");
  const draft = await taken(async () => {
    const [popup] = await Promise.all([context.waitForEvent("page"), button("Word dự thảo").click()]);
    popup.on("download", (d) => page.emit("download", d));
  });
  assert.equal(draft.ten, "cong-van-du-thao.docx");
  const all = await taken(() => link("Tải cả bộ (ZIP)").click());
  assert.equal(all.ten, "cong-van.zip");
  assert.equal(all.bytes.subarray(0, 2).toString(), "PK");
  assert.equal(read("cong-van.yaml"), before, "a copy changed the paper");

  // Two steps to a number: what was shown is what is done.
  await page.goto(goc + "phat-hanh?tep=cong-van.yaml");
  const sap = page.locator(".sap");
  await screen("trang-phat-hanh-2");
  hieu = (await sap.locator("dd strong").textContent()).trim() + "/2026";
  assert.match(hieu, /^01\//);
  await page.fill("#ngay", "17/3/2026");
  await button("Xem rồi phát hành").click();
  await page.waitForSelector("text=17/3/2026");
  assert.ok(!fs.existsSync(file("so-dang-ky.txt")), "a number was taken for what she hadn't seen");
  await page.fill("#ngay", "");
  await button(/^(Xem rồi p|P)hát hành/).click();
  await page.fill("#ngay", "16/3/2026");
  await button("Xem lại theo ngày, số đã ghi").click();
  await page.waitForSelector("input[name=so_hien]", { state: "attached" });
  if (await page.getByLabel(/vẫn phát hành/).count()) await page.getByLabel(/vẫn phát hành/).check();
  await page.getByLabel("Đặt sẵn ô chữ ký số").check();
  await button(/^Phát hành 01/).click();
  await page.waitForSelector("h1:has-text('Đã phát hành')");
  await screen("trang-da-phat-hanh");
  const line = read("so-dang-ky.txt").split("\n").filter((l) => l.includes("phát hành"));
  assert.equal(line.length, 1);
  await button("Ghi số, ngày vào văn bản đang soạn").click();
  await page.waitForURL(/giay\?tep=cong-van/);
  assert.match(read("cong-van.yaml"), /^so: 1$/m);
  await page.goto(goc);
  await page.waitForSelector("text=Đã phát hành 01/");

  // A copy of an issued paper isn't issued.
  await button(/^Soạn văn bản mới giống/).click();
  await page.waitForURL(/cong-van-2\.yaml/);
  await page.goto(goc);
  assert.equal(await page.locator("tr:has-text('Đã phát hành 01/')").count(), 1);
  await screen("trang-tu-2");

  // The number's own page, by keyboard.
  await link("Sổ đăng ký").click();
  await screen("trang-so-2");
  await byKey(/^01\//);
  await page.waitForURL(/so\/mot/);
  coQuan = new URL(page.url()).searchParams.get("cq");
  await screen("trang-mot-so");
  await byKey("Đối chiếu bản đã lưu");
  await page.waitForSelector("text=Đúng là bản đã phát hành");
  await screen("trang-doi-chieu");

  // A paper that comes back.
  await mot();
  await link("Nhận bản đã ký…").click();
  await page.waitForSelector("#tep");
  const kept = fs.readdirSync(file("phat-hanh/2026"))[0];
  const pdf = fs.readdirSync(file("phat-hanh/2026/" + kept)).find((ten) => ten.endsWith(".pdf"));
  const issued = file(path.join("phat-hanh/2026", kept, pdf));
  await page.setInputFiles("#tep", issued);
  await page.waitForSelector("text=chưa có chữ ký số nào");
  await page.setInputFiles("#tep", file("cong-van.yaml"));
  await page.waitForSelector("text=không phải tệp PDF");
  await screen("trang-ban-ky");
  const python = [process.env.PYTHON, path.join(root, "target/python/bin/python3"), "python3"].find(Boolean);
  const signed = path.join(os.tmpdir(), "vanthu-da-ky-" + process.pid + ".pdf");
  const names = /"ten": *"([^"]+)"/.exec(fs.existsSync(issued.replace(".pdf", ".o-ky.json")) ? fs.readFileSync(issued.replace(".pdf", ".o-ky.json"), "utf8") : "");
  const made = names && spawnSync(python, [path.join(root, "tests/ky_so/ky.py"), issued, signed, names[1]]).status === 0;
  if (made) {
    await page.setInputFiles("#tep", signed);
    await page.waitForSelector("text=đã ký số");
    await screen("trang-ban-ky-dung");
    await button("Lưu bản đã ký").click();
    await page.waitForSelector("text=Đã lưu bản đã ký");
    assert.deepEqual(fs.readFileSync(issued), fs.readFileSync(signed));
    await mot();
    await link("Đối chiếu bản đã lưu").click();
    await page.waitForSelector("text=Đúng là bản đã phát hành");
    await page.waitForSelector("text=có chữ ký số thêm vào sau");
  } else console.log("   (no pyHanko: nothing signed)");
  fs.rmSync(signed, { force: true });

  // The address book, then sending.
  await mot();
  await link("Gửi đi…").click();
  await page.waitForSelector("text=danh bạ");
  assert.equal(await button("Làm gói gửi").count(), 0);
  await screen("trang-gui-chua");
  await link("Danh bạ").click();
  await screen("trang-danh-ba-dau");
  await button(/^Lập danh bạ/).click();
  await page.waitForSelector("table");
  for (const [ten, kenh, ma] of [["Sở Tài chính", "truc", "H20.05"], ["Sở Nông nghiệp và Môi trường", "giay", ""], ["Thuế tỉnh Đồng Tháp", "giay", ""]]) {
    await link("Thêm nơi nhận").click();
    await page.fill("#ten", ten);
    await page.selectOption("#kenh", kenh);
    await page.fill("#ma", ma);
    await button("Lưu").click();
    await page.waitForURL(/danh-ba$/);
  }
  assert.match(read("danh-ba.yaml"), /  - ten: Sở Tài chính\n    kenh: truc\n    ma: H20\.05\n/);
  await link("Sửa Thuế tỉnh Đồng Tháp").click();
  await screen("trang-danh-ba-muc");
  await page.fill("#so_ban", "2");
  await button("Lưu").click();
  await page.waitForURL(/danh-ba$/);
  assert.match(read("danh-ba.yaml"), /  - ten: Thuế tỉnh Đồng Tháp\n    kenh: giay\n    so_ban: 2\n/);
  await link("Sửa Sở Tài chính").click();
  await button("Xoá khỏi danh bạ").click();
  await page.waitForURL(/danh-ba$/);
  assert.doesNotMatch(read("danh-ba.yaml"), /Sở Tài chính/);
  await button("Hoàn tác").click();
  await page.waitForSelector("text=Sở Tài chính");
  await screen("trang-danh-ba");
  await page.goto(goc + "gui?so=" + encodeURIComponent(hieu) + "&cq=" + encodeURIComponent(coQuan));
  await page.waitForSelector("text=nơi nhận");
  await screen("trang-gui");
  assert.ok(!fs.existsSync(file("gui")), "sent before it was asked for");
  await button("Làm gói gửi").click();
  await page.waitForSelector("text=không có mã định danh của chính cơ quan gửi");
  await screen("trang-gui-tu-choi");
  await link("Danh bạ").click();
  await link(/^Sửa Văn phòng Đoàn/).click();
  await page.fill("#ma", "H20.00.02");
  await button("Lưu").click();
  await page.waitForURL(/danh-ba$/);
  await page.goto(goc + "gui?so=" + encodeURIComponent(hieu) + "&cq=" + encodeURIComponent(coQuan));
  await button("Làm gói gửi").click();
  await page.waitForSelector("text=Đã làm gói gửi");
  assert.equal(fs.readdirSync(file("gui")).length, 1);
  await screen("trang-da-gui");
  await link("Ghi việc chuyển…").click();
  await screen("trang-chuyen");
  await page.fill("#ngay", "1/1/2026");
  await button("Ghi vào sổ").click();
  await page.waitForSelector("text=trước ngày của văn bản");
  await page.fill("#ngay", "17/3/2026");
  await page.fill("#ky_nhan", "Nguyễn Văn Nhận");
  await button("Ghi vào sổ").click();
  await page.waitForSelector("text=Đã ghi vào sổ");

  // A number is kept, made void; the year is closed.
  await page.goto(goc + "so/giu?nam=2026");
  await screen("trang-giu-so");
  await page.fill("#ghi_chu", "tờ trình của Phòng");
  await button("Giữ số").click();
  await page.waitForSelector("text=Đã giữ số");
  await page.goto(goc + "so");
  await link(/^Khoá sổ năm 2026/).click();
  await screen("trang-khoa-so");
  await button("Khoá sổ năm 2026").click();
  await page.waitForSelector("text=còn đang giữ");
  await screen("trang-khoa-so-tu-choi");
  await page.goto(goc + "so");
  await page.getByRole("link", { name: "02", exact: true }).click();
  await link("Huỷ số…").click();
  await screen("trang-huy-so");
  await button(/^Huỷ số/).click();
  await page.waitForSelector("text=thiếu lý do");
  await page.fill("#ly_do", "không dùng nữa");
  await button(/^Huỷ số/).click();
  await page.waitForSelector("text=đã huỷ số 02");
  await page.goto(goc + "so/kiem");
  await page.waitForSelector("text=khớp nhau");
  await screen("trang-kiem-so");
  await page.goto(goc + "so");
  const word = await taken(() => link("Word sổ năm 2026").click());
  assert.match(word.ten, /^so-dang-ky-2026-.*\.docx$/);
  await link(/^Khoá sổ năm 2026/).click();
  await button("Khoá sổ năm 2026").click();
  await page.waitForSelector("text=Đã khoá sổ");
  await page.goto(goc + "so");
  await page.waitForSelector("text=đã khoá");
  assert.deepEqual(wrong, []);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const { chromium } = await import("playwright-core");
  const [program, pictures] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  await gui({ browser, program, pictures });
  await browser.close();
  console.log("ok the second day");
  process.exit(0);
}
