// Files that others change meanwhile, and bodies in files of their own.

import assert from "node:assert/strict";
import fs from "node:fs";
import { accessible, than, field, file, goc, page, read, saved, step, until } from "./ban.mjs";

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
  const cu = /noi_dung: \|\n(?:  .*\n|\n)+/.exec(cv)[0];
  fs.writeFileSync(file("cong-van-9.yaml"), cv.replace(cu, "noi_dung: rieng.md\n"));
  await page.goto(goc + "giay?tep=cong-van-9.yaml");
  await saved();
  assert.deepEqual((await than.innerText()).split(/\n+/), ["Một.", "Hai."]);
  await than.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ba.");
  await saved();
  await until("rieng.md", (t) => t === "Một.\n\nHai.\n\nBa.\n");
  assert.ok(read("cong-van-9.yaml").includes("noi_dung: rieng.md\n"));
  await field("so").focus();
  fs.writeFileSync(file("rieng.md"), "Ngoài.\n");
  await page.waitForFunction(() => document.querySelector(".vanthu-than").innerText.trim() === "Ngoài.", null, { timeout: 8000 });
  await page.locator("#lui").click();
  await page.waitForTimeout(500);
  assert.equal(read("rieng.md"), "Ngoài.\n", "undo wrote over a change from outside");
  fs.rmSync(file("cong-van-9.yaml"));
  fs.rmSync(file("rieng.md"));
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
});
