// Files that others change meanwhile, and bodies in files of their own.

import assert from "node:assert/strict";
import fs from "node:fs";
import { accessible, assertSoon, than, field, file, goc, page, read, saved, step, until, write } from "./ban.mjs";

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

step("what both have changed is named, what one has changed stays whichever is taken", async () => {
  const before = read("cong-van.yaml");
  const [first, second, third] = ["1. Một.", "2. Hai.", "3. Ba."];
  await write([first, second, third].join("\n\n"));
  await saved();
  await page.route("**/api/dau-vet", (route) => route.abort());
  for (const [button, khoan] of [["Giữ bản của tôi", "2. Hai của tôi."], ["Lấy bản kia", "2. Hai kia."]]) {
    await until("cong-van.yaml", (t) => t.includes("2. Hai.\n"));
    fs.writeFileSync(file("cong-van.yaml"), read("cong-van.yaml").replace("2. Hai.", "2. Hai kia.").replace("3. Ba.", "3. Ba kia."));
    await write(["1. Một của tôi.", "2. Hai của tôi.", third].join("\n\n"));
    await page.waitForSelector(".xung-dot");
    await assertSoon(async () => /^Khoản 2 vừa được sửa/.test(await page.locator(".xung-dot p").innerText()), await page.locator(".xung-dot").innerText());
    assert.equal(await page.locator(".xung-dot pre").innerText(), "2. Hai kia.");
    assert.ok(read("cong-van.yaml").includes("2. Hai kia.") && !read("cong-van.yaml").includes("của tôi"), "written over behind the question");
    await page.getByRole("button", { name: button }).click();
    await until("cong-van.yaml", (t) => t.includes("1. Một của tôi.") && t.includes(khoan) && t.includes("3. Ba kia."));
    await assertSoon(async () => (await than.innerText()).includes(khoan.slice(3)) && (await than.innerText()).includes("Ba kia."), await than.innerText());
    await saved();
    await write([first, second, third].join("\n\n"));
    await saved();
  }
  await page.unroute("**/api/dau-vet");
  // Of lists and groups too, by the words of the form.
  const told = await page.evaluate(async () => {
    const { sanh } = await import("/tinh/xung_dot.js");
    const moTa = { kieu: { la: "danh_sach", con: [{ khoa: "ten", nhan: "Tên", kieu: { la: "dong" } }, { khoa: "so", nhan: "Số", kieu: { la: "so" } }] } };
    const v = (a, b) => [{ ten: a, so: "1" }, { ten: "Hai", so: b }];
    const { gia, cho } = sanh(v("Một", "2"), v("MỘT", "3"), v("Một", "4"), moTa, (m) => m);
    return [gia, cho.map((c) => [c.ten, c.minh, c.kia]), sanh(v("a", "1"), v("b", "1").reverse(), v("c", "1"), moTa, (m, k) => k).cho.map((c) => c.ten)];
  });
  assert.deepEqual(told, [[{ ten: "MỘT", so: "1" }, { ten: "Hai", so: "3" }], [["phần 2 › Số", "3", "4"]], [""]]);
  fs.writeFileSync(file("cong-van.yaml"), before);
  await page.goto(goc + "giay?tep=cong-van.yaml");
  await saved();
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
