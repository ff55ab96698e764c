// The nine papers that offices write most, made as the guide says: its table names the card and the fields, and no other
// is touched. Their files are those of the command line, byte for byte.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { accessible, body, command, file, goc, page, picture, read, root, saved, step } from "./ban.mjs";

const guide = fs.readFileSync(path.join(root, "docs/huong-dan.md"), "utf8");
const table = guide.split("| bấm thẻ |")[1].split("\n\n")[0].split("\n").slice(2);
const KINDS = table.map((row) => row.split("|").map((cell) => cell.trim())).map(([, ten, o]) => [ten, [...o.matchAll(/\*(.+?)\*/g)].map((m) => m[1])]);

const WORDS = {
  "Kính gửi": "Ủy ban nhân dân tỉnh Đồng Tháp",
  "Đoạn mở đầu": "Thực hiện Chương trình công tác năm 2026, Ủy ban nhân dân xã nêu các nội dung sau đây.",
  "Căn cứ": "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
  "Mời ai": "Ông Nguyễn Văn An, Trưởng ấp 1\nBà Trần Thị Bình, Trưởng ấp 2",
  "Tới dự việc gì": "cuộc họp giao ban tháng 4 năm 2026",
  "Giờ bắt đầu": "8:00",
  "Ngày họp": "25/3/2026",
  "Nơi họp": "Phòng họp số 1",
  "Giờ, ngày bắt đầu": "08 giờ 00, ngày 20 tháng 3 năm 2026",
  "Địa điểm": "Phòng họp số 1",
  "Thành phần tham dự": "Trưởng các ấp\nCông chức Văn phòng",
  "Chủ trì": "Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã",
  "Thư ký": "Bà Trần Thị Bình, công chức Văn phòng",
  "Giờ, ngày kết thúc": "10 giờ 30, ngày 20 tháng 3 năm 2026",
};
const BODY = "1. Rà soát từng hộ.\n\n2. Gửi danh sách về Văn phòng xã trước ngày 15 tháng 4 năm 2026.\n";
const DIEU = "Điều 1. Thành lập Tổ rà soát hộ nghèo năm 2026.\n\nĐiều 2. Văn phòng và các ấp thực hiện.\n";

async function fill(label, kind) {
  if (label === "Nội dung") return body(["Quyết định", "Nghị quyết"].includes(kind) ? DIEU : BODY);
  assert.ok(WORDS[label], "no words for " + label);
  await page.locator("#bieu-mau").getByLabel(label, { exact: true }).or(page.locator("#bieu-mau").getByLabel(label + " (phải có)", { exact: true })).first().fill(WORDS[label]);
}

step("the nine commonest papers, as the guide says", async () => {
  assert.equal(KINDS.length, 9);
  for (const [kind, labels] of KINDS) {
    await page.goto(goc + "moi");
    await page.getByRole("button", { name: kind, exact: true }).click();
    await page.waitForSelector("#cac-trang svg");
    await saved();
    const ten = new URL(page.url()).searchParams.get("tep");
    await page.locator("#bieu-mau [name=trich_yeu]").first().fill(kind === "Công văn" ? "rà soát hộ nghèo năm 2026" : "Rà soát hộ nghèo năm 2026");
    await page.locator("#bieu-mau [name=ngay_ban_hanh]").first().fill("20/3/2026");
    for (const label of labels) await fill(label, kind);
    // Two sign who were there.
    if (kind === "Biên bản") for (const [i, name] of ["Trần Thị Bình", "Nguyễn Văn An"].entries()) await page.locator('[data-khoa="nguoi_ky"] [name="ho_ten"]').nth(i).fill(name);
    await saved();
    await accessible(kind);
    await page.waitForFunction(() => document.querySelector("#cac-trang:not(.cu)")?.textContent.replace(/\s+/g, " ").includes("hộ nghèo"));
    assert.deepEqual(await page.locator("#ds-loi li.error").allTextContents(), [], kind);
    await picture("trang-" + ten.replace(/(-\d+)?\.yaml$/, ""));
    await sameFiles(ten);
    // Away first: the page would ask for it.
    await page.goto(goc);
    fs.rmSync(file(ten));
  }
});

// What the page hands out is what the command line writes.
async function sameFiles(ten) {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-ra-"));
  const done = command("build", file(ten), "-o", out);
  assert.equal(done.status, 0, done.stderr + read(ten));
  for (const dang of ["pdf", "docx"]) {
    const got = await page.evaluate(async (to) => [...new Uint8Array(await (await fetch(to)).arrayBuffer())], `/tai?tep=${ten}&dang=${dang}`);
    const wanted = fs.readFileSync(path.join(out, ten.replace(".yaml", "." + dang)));
    assert.ok(Buffer.from(got).equals(wanted), `${ten}: ${dang}`);
  }
  fs.rmSync(out, { recursive: true });
}
