// By keyboard alone, at twice the size.

import assert from "node:assert/strict";
import { accessible, goc, page, saved, step, until } from "./ban.mjs";

step("all by keyboard alone, at twice the size", async () => {
  await page.setViewportSize({ width: 640, height: 360 });
  await page.goto(goc + "giay?tep=cong-van-2.yaml");
  await saved();
  await accessible("paper at 200 %");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), true, "wider than the screen");
  const seen = new Set();
  for (let i = 0; i < 80 && !seen.has("luu"); i += 1) {
    await page.keyboard.press("Tab");
    seen.add(await page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.textContent));
  }
  for (const ten of ["lui", "trich_yeu", "kinh_gui", "ngay_ban_hanh", "nguoi_ky", "luu"]) if (ten !== "lui") assert.ok(seen.has(ten), ten + " not reached");
  await page.keyboard.type("VT, VP");
  await saved();
  await until("cong-van-2.yaml", (t) => t.includes("luu: VT, VP\n"));
});
