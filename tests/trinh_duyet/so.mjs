// A number is taken; the register.

import assert from "node:assert/strict";
import fs from "node:fs";
import { accessible, field, file, goc, page, picture, read, saved, step } from "./ban.mjs";

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
  // The office still has the sample's names: no tick lets that through.
  await page.getByRole("button", { name: "Phát hành" }).click();
  await page.waitForSelector("text=Chưa phát hành được");
  assert.ok(!fs.existsSync(file("so-dang-ky.txt")), "a number was taken");
  await accessible("refused");
  fs.writeFileSync(file("co-quan.yaml"), read("co-quan.yaml").replaceAll(" Tên Mẫu", " Văn An"));
  await page.goto(goc + "phat-hanh?tep=cong-van.yaml");
  await page.waitForSelector("#ngay");
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
