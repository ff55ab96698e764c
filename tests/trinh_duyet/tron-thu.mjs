// An invitation and a list of Excel's: columns matched, faults by row, any row as it will be, then all files.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { accessible, elsewhere, picture, step } from "./ban.mjs";
import { heading, inFolder, nothingLeft, screen, soon } from "./tep-word.mjs";

const HEAD = "STT,Họ và tên,Ông bà,Bàn\n";
const list = (rows, ten = "khách mời.csv") => ({ name: ten, mimeType: "text/csv", buffer: Buffer.from("\ufeff" + HEAD + rows.join("\n") + "\n") });

step("a paper is merged with a list: seen first, row by row, then made", () => inFolder(async (folder, read) => {
  const before = nothingLeft();
  const paper = path.join(folder, "cong-van.yaml");
  fs.writeFileSync(paper, read("cong-van.yaml").replace("Sở Nội vụ gửi dự thảo", "Kính mời {{Ông bà}} {{Họ và tên}} ngồi bàn {{Bàn}} và xem dự thảo"));
  const source = read("cong-van.yaml");
  const out = path.join(folder, "cong-van-tron");
  await elsewhere(folder, async (page, goc) => {
    await page.goto(goc + "giay?tep=cong-van.yaml");
    await page.waitForSelector("#bieu-mau .o");
    await page.getByText("Việc khác", { exact: true }).click();
    await page.getByRole("link", { name: "Trộn thư với danh sách…" }).click();
    await page.waitForSelector("#tep");
    // A column is missing; then a cell.
    await page.setInputFiles("#tep", { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("\ufeffHọ tên,Ông bà,Bàn\nAn,Ông,1\n") });
    await heading(page, /chưa trộn được/);
    assert.match(await page.innerText("#ket-qua"), /không có cột “Họ và tên”/);
    await page.setInputFiles("#tep", list(["1,Nguyễn Văn An,Ông,01", "2,,Bà,02", "3,Lê Văn Cường,Ông,12"]));
    await soon(page, async () => /Dòng 3, cột “Họ và tên” trống/.test(await page.innerText("#ket-qua")));
    assert.ok(await page.getByRole("button", { name: /^Trộn/ }).isDisabled());
    await accessible("a faulty list", page);
    await picture("trang-tron-loi", page);
    // An empty cell may be meant.
    await page.getByLabel(/Cho phép ô trống/).check();
    await page.getByRole("button", { name: "Xem lại theo điều đã chọn" }).click();
    await heading(page, /khách mời\.csv: 3 dòng/);
    // A sound list.
    await page.setInputFiles("#tep", list(["1,Nguyễn Văn An,Ông,01", "2,Trần Thị Bình,Bà,02", "3,Lê Văn Cường,Ông,12"], "khách mời 2.csv"));
    await heading(page, /khách mời 2\.csv: 3 dòng/);
    const said = await page.innerText("#ket-qua");
    for (const wanted of ["{{Họ và tên}}", "Họ và tên (cột B)", "Cột không dùng đến: STT", "Bản 1 trên 3 (dòng 2 của danh sách)", "Nguyễn Văn An"]) assert.ok(said.includes(wanted), wanted + "\n" + said);
    assert.match(await page.textContent("#ket-qua .cac-trang"), /Kính mời Ông Nguyễn Văn An ngồi bàn 01/);
    assert.ok(!fs.existsSync(out), "written before she was asked");
    await screen("trang-tron", page, { accessible, picture });
    // The next row, by keyboard.
    await page.getByRole("button", { name: "Bản sau →" }).focus();
    await page.keyboard.press("Enter");
    await soon(page, async () => /Kính mời Bà Trần Thị Bình ngồi bàn 02/.test(await page.textContent("#dong-xem")));
    assert.match(await page.innerText("#dong-xem"), /Bản 2 trên 3 \(dòng 3/);
    await page.getByLabel("Thêm một tệp PDF chứa mọi bản").check();
    await page.getByText("Tên tệp, dòng ẩn, ô trống").click();
    await page.getByLabel("Đặt tên tệp theo cột").selectOption("Họ và tên");
    const make = page.getByRole("button", { name: "Trộn 3 bản" });
    await make.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await heading(page, /Đã trộn xong/);
    const wanted = ["Le-Van-Cuong", "Nguyen-Van-An", "Tran-Thi-Binh"].flatMap((ten) => [ten + ".docx", ten + ".pdf"]);
    assert.deepEqual(fs.readdirSync(out).filter((ten) => !ten.startsWith(".")).sort(), [...wanted, "cong-van-tat-ca.pdf"].sort());
    assert.equal(read("cong-van.yaml"), source);
    await screen("trang-tron-xong", page, { accessible, picture });
    const got = await page.evaluate(async (href) => { const tra = await fetch(href); return [tra.status, tra.headers.get("content-type")]; }, await page.getByRole("link", { name: "Mở tệp PDF chung để in" }).getAttribute("href"));
    assert.deepEqual(got, [200, "application/pdf"]);
    // What somebody has edited is not written over.
    fs.writeFileSync(path.join(out, "Nguyen-Van-An.docx"), "sửa tay");
    await page.setInputFiles("#tep", list(["1,Nguyễn Văn An,Ông,09"], "khách mời 3.csv"));
    await heading(page, /khách mời 3\.csv: 1 dòng/);
    await page.getByText("Tên tệp, dòng ẩn, ô trống").click();
    await page.getByLabel("Đặt tên tệp theo cột").selectOption("Họ và tên");
    await page.getByRole("button", { name: "Trộn 1 bản" }).click();
    await soon(page, async () => /Chưa trộn được/.test(await page.innerText("#ket-qua")) && /không ghi đè/.test(await page.innerText("#ket-qua")));
    assert.equal(fs.readFileSync(path.join(out, "Nguyen-Van-An.docx"), "utf8"), "sửa tay");
  });
  assert.deepEqual(nothingLeft().filter((ten) => !before.includes(ten)), [], "what was handed in is left");
}));

step("a number each out of the register, as issuing does", () => inFolder(async (folder, read) => {
  const paper = path.join(folder, "cong-van.yaml");
  fs.writeFileSync(paper, read("cong-van.yaml").replace("Sở Nội vụ gửi dự thảo", "Kính mời {{Ông bà}} {{Họ và tên}} ngồi bàn {{Bàn}} và xem dự thảo"));
  await elsewhere(folder, async (page, goc) => {
    await page.goto(goc + "tron?tep=cong-van.yaml");
    await page.setInputFiles("#tep", list(["1,Nguyễn Văn An,Ông,01", "2,Trần Thị Bình,Bà,02"]));
    await heading(page, /2 dòng/);
    await page.getByLabel(/Phát hành: mỗi bản lấy một số/).check();
    await page.getByRole("button", { name: "Xem lại theo điều đã chọn" }).click();
    await soon(page, async () => /sẽ phát hành 2 văn bản/i.test(await page.innerText("#ket-qua")));
    await page.getByLabel("Ngày ban hành").fill("12/5/2026");
    await page.getByLabel(/Tôi đã xem các cảnh báo/).check();
    await page.getByRole("button", { name: "Phát hành 2 văn bản" }).click();
    await heading(page, /Đã phát hành/);
    await accessible("issued", page);
    await page.getByRole("link", { name: "Xem trong sổ đăng ký" }).click();
    await page.waitForURL(/\/so$/);
    assert.equal(await page.getByRole("link", { name: /^0?[12]\/SNV-VP/ }).count() >= 2, true, await page.innerText("main"));
  });
}));
