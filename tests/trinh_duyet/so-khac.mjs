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

step("papers that came are entered one after the other, stamped where the clerk points, put right, printed; a year is closed", () => inFolder(async (folder) => {
  const [pdf, word] = [built(folder, folder, "pdf"), built(folder)];
  await elsewhere(folder, async (page, goc) => {
    const enter = async (so, ngay) => {
      await page.fill("#ky-hieu", so);
      await page.fill("#ngay", ngay);
      await page.getByRole("button", { name: "Vào sổ" }).click();
    };
    await page.goto(goc + "den/vao");
    await page.setInputFiles("#tep", [pdf, word]);
    await heading(page, "Đọc được từ tệp");
    await screen("trang-den-doc", page, { accessible, picture });
    await enter("SNV-VP", "10/3/2026");
    await page.waitForSelector("#ket-qua .tu-choi");
    assert.match(await page.innerText("#ket-qua .tu-choi"), /không có số/, "a symbol without a number is questioned");
    await enter("12/SNV-VP ngày 9/3/2026", "10/3/2026");
    await heading(page, "Đã vào sổ");
    await screen("trang-den-ke-tiep", page, { accessible, picture });
    await page.getByRole("button", { name: /Văn bản kế tiếp: cong-van.docx/ }).click();
    await page.waitForFunction(() => /cong-van.docx/.test(document.querySelector("#ket-qua")?.textContent ?? ""));
    assert.equal(await page.inputValue("#ngay"), "10/3/2026", "the day that papers came together is typed once");
    await enter("13/SNV-VP ngày 9/3/2026", "10/3/2026");
    await heading(page, "Đã vào sổ");
    await page.getByRole("link", { name: "Xem sổ văn bản đến" }).click();
    await screen("trang-den-so", page, { accessible, picture });
    await page.getByRole("link", { name: "01/2026", exact: true }).click();
    await screen("trang-den-mot", page, { accessible, picture });

    await page.getByRole("link", { name: "Đóng dấu “Đến”…" }).click();
    const seen = () => page.waitForFunction(() => document.getElementById("trang-dau")?.naturalWidth > 100);
    await seen();
    await screen("trang-den-dau", page, { accessible, picture });
    const o = await page.locator("#trang-dau").boundingBox();
    await page.locator("#trang-dau").click({ position: { x: o.width / 2, y: o.height * 0.75 } });
    await page.waitForURL(/mm=10\d%2C2\d\d/);
    await seen();
    assert.match(await page.innerText("main"), /cách mép trái 10\d mm, mép trên 2\d\d mm/);
    await page.locator("#trang-dau").scrollIntoViewIfNeeded();
    await screen("trang-den-dau-cho-khac", page, { accessible, picture });
    await page.getByRole("button", { name: "Đóng dấu", exact: true }).click();
    await page.getByText("cong-van-dau-den.pdf").waitFor();
    assert.ok(fs.existsSync(path.join(folder, "den/2026/01/cong-van-dau-den.pdf")));
    await page.getByRole("link", { name: "Xem số 01/2026" }).click();

    await page.getByRole("link", { name: "Ký nhận…" }).click();
    await page.fill("#nguoi", "Lê An");
    await page.getByRole("button", { name: /Hôm nay/ }).click();
    await screen("trang-den-ky-nhan", page, { accessible, picture });
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("link", { name: "Xem số 01/2026" }).click();
    await page.getByRole("link", { name: "Chữa cột ghi sai…" }).click();
    await page.fill("#tac_gia", "Sở Nội vụ Đồng Tháp");
    await page.fill("#ly_do", "ghi thiếu");
    await screen("trang-den-chua", page, { accessible, picture });
    await page.getByRole("button", { name: "Ghi vào sổ" }).click();
    await page.getByRole("link", { name: "Xem số 01/2026" }).click();
    assert.match(await page.innerText("main"), /Sở Nội vụ Đồng Tháp/);
    await screen("trang-den-mot-sau", page, { accessible, picture });

    await page.goto(goc + "den/huy?so=02/2026");
    await page.fill("#ly_do", "gửi nhầm nơi nhận");
    await screen("trang-den-huy", page, { accessible, picture });
    await page.getByRole("button", { name: "Huỷ số này" }).click();
    await page.getByRole("link", { name: "Xem sổ văn bản đến" }).click();
    await page.getByRole("link", { name: "Khoá sổ năm 2026…" }).click();
    await screen("trang-den-khoa", page, { accessible, picture });
    await page.getByRole("button", { name: "Khoá sổ năm 2026" }).click();
    await page.getByRole("link", { name: "Xem sổ văn bản đến" }).click();
    await page.getByRole("link", { name: "Mở lại sổ năm 2026…" }).waitFor();

    fs.rmSync(path.join(folder, "so-van-ban-den.txt"));
    await page.goto(goc + "den");
    await screen("trang-den-mat-so", page, { accessible, picture });
    await page.getByRole("link", { name: "Lấy lại sổ…" }).click();
    await screen("trang-den-lay-lai", page, { accessible, picture });
    await page.getByRole("button", { name: "Lấy lại sổ" }).click();
    await page.getByText("Đã dựng lại sổ").waitFor();
    await page.goto(goc + "den/kiem");
    await screen("trang-den-kiem", page, { accessible, picture });
    assert.match(await page.innerText("main"), /khớp nhau/);
    await page.goto(goc + "den?mat=1");
    await screen("trang-den-mat", page, { accessible, picture });
  });
}));
