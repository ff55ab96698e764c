// From the page to the field and back; the cabinet.

import assert from "node:assert/strict";
import { accessible, field, page, picture, saved, step } from "./ban.mjs";

step("a click on the page goes to the field, the field is marked on the page", async () => {
  await page.locator('.trang text[data-m="kinh_gui[1]"]').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "kinh_gui");
  assert.equal(await page.evaluate(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); }), "Ban nhân dân ấp 2");
  assert.equal(await page.locator("rect.dang").count() >= 3, true);
  await page.locator('.trang text[data-m="noi_dung"]').first().click();
  assert.ok(await page.evaluate(() => document.activeElement.matches(".vanthu-than")));
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
