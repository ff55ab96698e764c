// A plan of trips, a trip, its budget.

import { accessible, goc, page, picture, saved, step } from "./ban.mjs";

step("a plan of trips, its trip and its budget have forms", async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(goc + "moi");
  await page.getByRole("button", { name: /Kế hoạch tổ chức các đợt công tác/ }).click();
  await page.waitForSelector(".trang svg");
  await saved();
  await accessible("plan");
  await page.goto(goc + "moi");
  await page.getByRole("button", { name: /Một đợt của kế hoạch ấy/ }).click();
  await page.waitForSelector(".trang svg");
  await saved();
  await accessible("trip");
  await picture("trang-dot");
});
