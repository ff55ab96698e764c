// The books' other doors: the book kept on paper until now, a paper typed elsewhere, papers that come and are dealt with.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { accessible, elsewhere, picture, step } from "./ban.mjs";
import { built, inFolder, screen } from "./tep-word.mjs";

const csv = "Số ký hiệu,Ngày tháng,Trích yếu,Người ký,Nơi nhận\n01/TB-VP,5/1/2026,Thông báo họp,Lê An,Các phòng\n02/BC-VP,9/1/2026,Báo cáo tuần,Lê An,UBND tỉnh\n";
const heading = (page, text) => page.waitForFunction((text) => document.querySelector("#ket-qua h2")?.textContent.includes(text), text);

step("the book of before, a paper made elsewhere and one that came are entered", () => inFolder(async (folder) => {
  const word = built(folder);
  await elsewhere(folder, async (page, goc) => {
    await page.goto(goc + "so");
    await page.getByRole("link", { name: "Nhập sổ cũ…" }).click();
    await screen("trang-nhap-so-cu-dau", page, { accessible, picture });
    const hong = csv.replace("9/1/2026", "39/1/2026");
    await page.setInputFiles("#tep", { name: "so-cu.csv", mimeType: "text/csv", buffer: Buffer.from(hong) });
    await heading(page, "Chưa nhập được");
    assert.match(await page.innerText("#ket-qua"), /39\/1\/2026/);
    await page.setInputFiles("#tep", { name: "so-cu.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await heading(page, "Sẽ vào sổ");
    await screen("trang-nhap-so-cu", page, { accessible, picture });
    await page.getByRole("button", { name: "Nhập sổ này" }).click();
    await heading(page, "Đã nhập sổ cũ");

    await page.goto(goc + "so/vao");
    await page.setInputFiles("#tep", word);
    await heading(page, "Đọc được từ tệp");
    await screen("trang-vao-so", page, { accessible, picture });
    await page.fill("#so-hieu", "03/TB-VP");
    await page.fill("#loai", "Thông báo");
    await page.fill("#ngay", "12/1/2026");
    await page.fill("#trich-yeu", "Kết luận giao ban");
    await page.fill("#nguoi-ky", "Lê An");
    await page.fill("#noi-nhan", "Các phòng");
    await page.getByRole("button", { name: "Vào sổ" }).click();
    await heading(page, "Đã vào sổ");
    assert.ok(fs.readdirSync(path.join(folder, "phat-hanh/2026/03-TB-VP")).some((ten) => ten.endsWith(".docx")), "the file is kept");

    await page.goto(goc + "den");
    await page.getByRole("link", { name: "Vào sổ văn bản đến…" }).click();
    await page.getByRole("button", { name: "Văn bản giấy, không có tệp" }).click();
    await heading(page, "Văn bản giấy");
    await page.fill("#ngay", "10/3/2026");
    await page.fill("#tac-gia", "Sở Nội vụ");
    await page.getByRole("button", { name: "Vào sổ" }).click();
    await page.waitForSelector("#ket-qua .tu-choi");
    assert.equal(await page.inputValue("#tac-gia"), "Sở Nội vụ", "what was typed stays");
    await screen("trang-van-ban-den-vao", page, { accessible, picture });
    await page.fill("#trich-yeu", "Công văn về biên chế");
    await page.fill("#giao", "Văn phòng");
    await page.fill("#han", "15/3/2026");
    await page.getByRole("button", { name: "Vào sổ" }).click();
    await heading(page, "Đã vào sổ");
    await page.getByRole("link", { name: "Xem sổ văn bản đến" }).click();
    await page.waitForSelector("table.tu tbody tr");
    await screen("trang-van-ban-den", page, { accessible, picture });
    await page.getByRole("link", { name: "Xong số đến 01/2026" }).click();
    await page.fill("#ngay", "14/3/2026");
    await page.fill("#ghi_chu", "để biết");
    await screen("trang-van-ban-den-xong", page, { accessible, picture });
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("link", { name: "Xem sổ văn bản đến" }).click();
    await page.waitForFunction(() => /xong/.test(document.querySelector("table.tu tbody")?.textContent));
    await page.goto(goc + "so");
    await screen("trang-so-khac", page, { accessible, picture });
  });
}));
