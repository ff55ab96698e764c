// A decision of 2019 in Word becomes a paper of this folder: shown first, opened in the form, nothing written over.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { accessible, elsewhere, picture, step } from "./ban.mjs";
import { built, inFolder, nothingLeft, screen } from "./tep-word.mjs";

const QUYET_DINH = `loai: quyet_dinh
so: 12
ngay_ban_hanh: 15/3/2019
trich_yeu: Về việc thành lập Tổ rà soát thủ tục hành chính
can_cu:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
noi_dung: |
  **Điều 1.** Thành lập Tổ rà soát gồm 05 thành viên.

  **Điều 2.** Quyết định này có hiệu lực từ ngày ký.
noi_nhan:
  - Như Điều 2
luu: VT
nguoi_ky:
  dong: [KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]
  ho_ten: Lê Văn Cũ
`;

step("on the first day the office comes from an old Word file", () => inFolder(async (other) => {
  const word = built(other);
  await inFolder(async (folder) => {
    await elsewhere(folder, async (page) => {
      await accessible("first day", page);
      await page.getByRole("link", { name: "Nhập từ tệp Word ấy" }).click();
      await page.setInputFiles("#tep", word);
      await page.waitForSelector("#ket-qua .trang svg");
      assert.match(await page.innerText("#ket-qua"), /co-quan\.yaml, cong-van\.yaml/);
      await page.getByRole("button", { name: "Nhập văn bản này" }).click();
      await page.waitForURL(/giay\?tep=cong-van\.yaml/);
      await page.waitForSelector(".trang svg");
      assert.deepEqual(fs.readdirSync(folder).filter((ten) => !ten.startsWith(".")).sort(), ["co-quan.yaml", "cong-van.yaml"]);
    });
  }, {});
}));

step("a decision of 2019 in Word becomes a paper of the folder", () => inFolder(async (folder, read) => {
  const before = nothingLeft();
  const old = path.join(folder, "cu");
  fs.mkdirSync(old);
  fs.writeFileSync(path.join(old, "cong-van.yaml"), QUYET_DINH);
  fs.copyFileSync(path.join(folder, "co-quan.yaml"), path.join(old, "co-quan.yaml"));
  const word = path.join(folder, "Quyết định 2019.docx");
  fs.renameSync(built(old), word);
  fs.rmSync(old, { recursive: true });
  // One of that name is there.
  fs.writeFileSync(path.join(folder, "quyet-dinh.yaml"), QUYET_DINH.replace("Tổ rà soát gồm", "Tổ khác gồm"));
  const names = () => fs.readdirSync(folder).filter((ten) => !ten.startsWith(".")).sort();
  const there = names();
  const office = read("co-quan.yaml");
  await elsewhere(folder, async (page, goc) => {
    await page.getByRole("link", { name: "Nhập từ Word" }).click();
    await page.waitForSelector("#tep");
    await page.setInputFiles("#tep", word);
    await page.waitForSelector("#ket-qua .trang svg");
    const said = await page.innerText("#ket-qua");
    for (const wanted of ["Nhận ra: Quyết định", "12/QĐ-SNV", "15/3/2019", "thành lập Tổ rà soát", "PHÓ GIÁM ĐỐC Lê Văn Cũ", "Không mất chữ nào", "quyet-dinh-2.yaml", "Không tệp nào bị ghi đè"]) assert.ok(said.includes(wanted), wanted + "\n" + said);
    assert.deepEqual(names(), there, "written before she was asked");
    assert.ok(await page.evaluate(() => document.activeElement.matches("#ket-qua h2")));
    await screen("trang-nhap-word", page, { accessible, picture });
    // By keyboard, and twice.
    await page.getByRole("button", { name: "Nhập văn bản này" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForURL(/giay\?tep=quyet-dinh-2\.yaml/);
    await page.waitForSelector(".trang svg");
    assert.deepEqual(names(), [...there, "quyet-dinh-2.yaml"].sort());
    assert.equal(read("co-quan.yaml"), office);
    const moi = read("quyet-dinh-2.yaml");
    assert.match(moi, /ngay_ban_hanh: 15\/3\/2019/);
    assert.match(moi, /ho_ten: Lê Văn Cũ/);
    // This year's.
    await page.locator('#bieu-mau [name="so"]').fill("");
    await page.locator('#bieu-mau [name="ngay_ban_hanh"]').fill("4/2026");
    await page.waitForFunction(() => document.getElementById("da-luu").textContent === "Đã lưu");
    await page.waitForFunction(() => /năm 2026/.test(document.querySelector(".trang svg").textContent));
    // A letter of another office: its office comes beside, and the folder's own stays.
    await page.goto(goc + "nhap");
    const khac = path.join(folder, "Công văn cơ quan khác.docx");
    await inFolder(async (other) => {
      const cq = path.join(other, "co-quan.yaml");
      fs.writeFileSync(cq, fs.readFileSync(cq, "utf8").replace("SỞ NỘI VỤ", "SỞ TƯ PHÁP").replace("Sở Nội vụ", "Sở Tư pháp").replace("SNV", "STP"));
      built(other);
      fs.copyFileSync(path.join(other, "cong-van.docx"), khac);
    });
    await page.setInputFiles("#tep", khac);
    await page.waitForSelector("#ket-qua .trang svg");
    assert.match(await page.innerText("#ket-qua"), /Văn bản của cơ quan khác/);
    await page.getByRole("button", { name: "Nhập văn bản này" }).click();
    await page.waitForURL(/giay\?tep=cong-van-2\.yaml/);
    await page.waitForSelector(".trang svg");
    assert.ok(fs.existsSync(path.join(folder, "co-quan-so-tu-phap.yaml")));
    assert.equal(read("co-quan.yaml"), office);
    const found = spawnSync(process.argv[2], ["check", "cong-van-2.yaml"], { cwd: folder, encoding: "utf8" });
    assert.doesNotMatch(found.stderr, /lỗi\[/, found.stderr);
    // What is no paper of the decree is refused in words.
    await page.goto(goc + "nhap");
    await page.setInputFiles("#tep", { name: "a.docx", mimeType: "", buffer: Buffer.from("PK") });
    await page.waitForFunction(() => /Không nhập được/.test(document.querySelector("#ket-qua h2")?.textContent));
  });
  assert.deepEqual(nothingLeft().filter((ten) => !before.includes(ten)), [], "what was handed in is left");
}));
