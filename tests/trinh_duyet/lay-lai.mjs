// The leader's corrections in Word come back: edits one by one, tracked changes with who and when, undone on the page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { accessible, assertSoon, elsewhere, picture, step } from "./ban.mjs";
import { built, edited, heading, inFolder, nothingLeft, screen, soon } from "./tep-word.mjs";

step("what the leader has edited in Word comes back, one press, and can be undone", () => inFolder(async (folder, read) => {
  const before = nothingLeft();
  const source = read("cong-van.yaml");
  const word = built(folder, path.join(folder, "ra"));
  const moi = edited(word, [["07 ngày", "10 ngày"], ["một người", "hai người"], ["Kính gửi", "Gửi"]], path.join(folder, "cong-van lãnh đạo sửa.docx"));
  await elsewhere(folder, async (page, goc) => {
    await page.goto(goc + "giay?tep=cong-van.yaml");
    await page.waitForSelector(".trang svg");
    await picture("trang-viec-khac-dong", page);
    await page.getByText("Việc khác", { exact: true }).click();
    await picture("trang-viec-khac", page);
    await accessible("menu of a paper", page);
    await page.getByRole("link", { name: "Lấy lại sửa đổi từ Word…" }).click();
    await page.waitForSelector("#tep");
    await page.setInputFiles("#tep", word);
    await heading(page, /chưa ai sửa/);
    await page.setInputFiles("#tep", moi);
    await heading(page, /chỗ sửa/);
    const said = await page.innerText("#ket-qua");
    for (const wanted of ["“07” sửa thành “10”", "“một” sửa thành “hai”", "ô “Nội dung”", "Gửi", "lời của mẫu"]) assert.ok(said.includes(wanted), wanted + "\n" + said);
    assert.equal(read("cong-van.yaml"), source, "written before she was asked");
    assert.match(await page.textContent("#ket-qua .cac-trang"), /10 ngày/);
    await screen("trang-lay-lai", page, { accessible, picture });
    // One of them is left out, by keyboard; the pages beside say so.
    const second = page.getByRole("checkbox", { name: /“một” sửa thành “hai”/ });
    await second.focus();
    await page.keyboard.press("Space");
    await soon(page, async () => /một người/.test(await page.textContent("#ket-qua .cac-trang")));
    assert.equal(await second.isChecked(), false);
    assert.ok(await second.evaluate((o) => o === document.activeElement), "she stays where she was");
    const button = page.getByRole("button", { name: "Lấy về 1 chỗ" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await heading(page, /Đã lấy về/);
    assert.equal(read("cong-van.yaml"), source.replace("07 ngày", "10 ngày"));
    await accessible("taken back", page);
    await page.getByRole("link", { name: "Mở văn bản" }).click();
    await page.waitForFunction(() => document.getElementById("da-luu")?.textContent === "Đã lưu");
    await page.locator("#lui").click();
    await assertSoon(() => read("cong-van.yaml") === source, () => read("cong-van.yaml"));
    // A file of another kind, and one of another paper.
    await page.goto(goc + "lay-lai?tep=cong-van.yaml");
    await page.setInputFiles("#tep", { name: "a.docx", mimeType: "", buffer: Buffer.from("PK") });
    await heading(page, /Chưa lấy lại được/);
  });
  assert.deepEqual(nothingLeft().filter((ten) => !before.includes(ten)), [], "what was handed in is left");
}));

step("tracked changes are taken or refused one by one, a kept file is chosen from the folder", () => inFolder(async (folder, read) => {
  const source = read("cong-van.yaml");
  const who = 'w:author="Trần Văn B" w:date="2026-03-05T09:00:00Z"';
  const change = (id, old, now) => `</w:t></w:r><w:del w:id="${id}" ${who}><w:r><w:delText>${old}</w:delText></w:r></w:del><w:ins w:id="${id + 1}" ${who}><w:r><w:t>${now}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`;
  edited(built(folder), [["07 ngày", change(901, "07", "15") + " ngày"], ["một người", change(903, "một", "ba") + " người"]]);
  // `build` keeps the edited one.
  const again = spawnSync(process.argv[2], ["build", "cong-van.yaml", "-f", "docx"], { cwd: folder, encoding: "utf8" });
  assert.match(again.stderr, /word-kept/);
  await elsewhere(folder, async (page, goc) => {
    await page.goto(goc + "lay-lai?tep=cong-van.yaml");
    await accessible("kept files", page);
    await page.getByRole("button", { name: "cong-van (đã sửa 1).docx" }).click();
    await heading(page, /còn 2 dấu sửa chưa quyết/);
    assert.match(await page.innerText("#ket-qua"), /Trần Văn B, 05\/3\/2026: “07” sửa thành “15”/);
    assert.equal(await page.getByRole("button", { name: /^Lấy về/ }).count(), 0);
    await page.getByRole("group", { name: "Dấu sửa 1" }).getByLabel("Nhận").check();
    await heading(page, /còn 1 dấu sửa chưa quyết/);
    await page.getByRole("group", { name: "Dấu sửa 2" }).getByLabel("Bỏ").check();
    await heading(page, /1 chỗ sửa/);
    assert.match(await page.textContent("#ket-qua .cac-trang"), /15 ngày/);
    await screen("trang-lay-lai-dau-sua", page, { accessible, picture });
    await page.getByRole("button", { name: "Nhận hết" }).click();
    await heading(page, /2 chỗ sửa/);
    // Somebody writes into the paper meanwhile: what is shown is asked about anew.
    fs.writeFileSync(path.join(folder, "cong-van.yaml"), source.replace("Rất mong được phối hợp.", "Rất mong phối hợp."));
    await page.getByRole("button", { name: "Lấy về 2 chỗ" }).click();
    await soon(page, async () => /Xem lại rồi bấm lần nữa/.test(await page.textContent("#ket-qua")));
    assert.ok(!read("cong-van.yaml").includes("15 ngày"));
    await page.getByRole("button", { name: "Lấy về 2 chỗ" }).click();
    await heading(page, /Đã lấy về/);
    assert.equal(read("cong-van.yaml"), source.replace("Rất mong được", "Rất mong").replace("07 ngày", "15 ngày").replace("một người", "ba người"));
  });
}));
