// From the page to the field and back; the cabinet.

import assert from "node:assert/strict";
import fs from "node:fs";
import { accessible, command, field, file, goc, page, picture, read, saved, step } from "./ban.mjs";

step("a click on the page goes to the field, the field is marked on the page", async () => {
  await page.locator('.trang text[data-m="kinh_gui[1]"]').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "kinh_gui");
  assert.equal(await page.evaluate(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); }), "Ban nhân dân ấp 2");
  assert.equal(await page.locator("rect.dang").count() >= 3, true);
  await page.locator('.trang text[data-m="noi_dung"]').first().click();
  assert.ok(await page.evaluate(() => document.activeElement.matches(".vanthu-than")));
});

// As a cabinet looks with some papers in it.
async function seenWithMore() {
  const own = read("cong-van.yaml");
  const more = { thong_bao: "Kết luận cuộc họp giao ban tháng 3", quyet_dinh: "Thành lập Tổ rà soát hộ nghèo", bao_cao: "Kết quả công tác quý I năm 2026", giay_moi: "Dự họp giao ban tháng 4" };
  fs.writeFileSync(file("cong-van.yaml"), own.replace(/trich_yeu: .*/, "trich_yeu: rà soát hộ nghèo năm 2026"));
  for (const [kind, title] of Object.entries(more)) {
    assert.equal(command("init", ".", "--mau", kind).status, 0, kind);
    const ten = kind.replaceAll("_", "-") + ".yaml";
    fs.writeFileSync(file(ten), read(ten).replace(/trich_yeu: .*/, "trich_yeu: " + title));
  }
  await page.goto(goc);
  assert.equal(await page.locator("tbody tr").count(), 5);
  await picture("trang-tu");
  for (const kind of Object.keys(more)) fs.rmSync(file(kind.replaceAll("_", "-") + ".yaml"));
  fs.writeFileSync(file("cong-van.yaml"), own);
  await page.goto(goc);
}

step("the cabinet finds without tone marks; a paper like an old one", async () => {
  await page.getByRole("link", { name: "← Tủ văn bản" }).click();
  await page.waitForSelector("#tim");
  await accessible("cabinet");
  await page.fill("#tim", "tieng viet");
  assert.equal(await page.locator("tbody tr:visible").count(), 1);
  await page.fill("#tim", "khong co dau");
  assert.equal(await page.locator("tbody tr:visible").count(), 0);
  await page.fill("#tim", "");
  await seenWithMore();
  await page.getByRole("button", { name: /^Soạn văn bản mới giống/ }).first().click();
  await page.waitForURL(/cong-van-2\.yaml/);
  await saved();
  assert.equal(await field("so").inputValue(), "");
});
