// The first day: the office, a công văn to three, a mistake and its mending.

import assert from "node:assert/strict";
import { accessible, body, enter, field, page, picture, read, saved, step, until } from "./ban.mjs";

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
  await page.waitForFunction(() => [...document.querySelectorAll(".the img")].filter((i) => i.getBoundingClientRect().top < window.innerHeight).every((i) => i.complete && i.naturalWidth > 0));
  await picture("trang-chon-loai");
  await page.getByRole("button", { name: "Công văn", exact: true }).click();
  await page.waitForSelector(".trang svg");
  await field("trich_yeu").fill("lập danh sách hộ nghèo năm 2026");
  await field("kinh_gui").fill("Ban nhân dân ấp 1\nBan nhân dân ấp 2\nBan nhân dân ấp 3");
  await body("Ủy ban nhân dân xã đề nghị các ấp lập danh sách hộ nghèo trước ngày 15 tháng 4 năm 2026.\n\n1. Rà soát từng hộ.\n\n2. Gửi danh sách về Văn phòng xã.");
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
