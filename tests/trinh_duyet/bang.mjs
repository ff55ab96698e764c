// Tables of fields: rows of Excel and Word pasted into the trip's budget and delegation, sums as she types.

import assert from "node:assert/strict";
import { accessible, assertSoon, goc, page, paste, picture, read, saved, step, until } from "./ban.mjs";

const table = (khoa) => page.locator(`#bieu-mau fieldset[data-khoa="${khoa}"]`).first();
const cell = (khoa, row, column) => table(khoa).locator(`tbody:nth-of-type(${row}) [data-khoa="${column}"]`).locator("input, textarea, select");
let ten;

step("rows of Excel are pasted into the budget, the program adds up", async () => {
  ten = new URL(page.url()).searchParams.get("tep");
  assert.match(await table("di_lai").locator(".tong").textContent(), /^Cộng: [\d.]+ đồng$/);
  const sum = (khoa) => table(khoa).locator(":scope > .tong").textContent();
  await cell("di_lai", 1, "noi_dung").focus();
  const rows = [["TT", "Nội dung", "Đơn vị tính", "Số lượng", "Đơn giá"], ["1", "Thuê xe 29 chỗ", "chuyến", "1", "16,500,000"], ["2", "Phí cầu, đường", "chuyến", "2", "600.000 đ"], ["", "Tổng cộng", "", "", "17.700.000"]];
  const html = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>" + rows.map((r) => "<tr>" + r.map((c) => "<td style='border:.5pt solid'>" + c + "</td>").join("") + "</tr>").join("") + "</table></body></html>";
  await paste({ "text/html": html, "text/plain": rows.map((r) => r.join("\t")).join("\r\n") });
  await until(ten, (t) => /noi_dung: Thuê xe 29 chỗ/.test(t) && t.includes("don_gia: 16.500.000") && t.includes("don_gia: 600.000") && !t.includes("Tổng cộng"));
  await assertSoon(async () => await sum("di_lai") === "Cộng: 17.700.000 đồng", "the sum: " + await sum("di_lai"));
  assert.match(await table("di_lai").locator('[role="status"]').last().textContent(), /Đã dán 2 hàng.*Hàng cộng đã bỏ/);
  assert.equal(await table("di_lai").locator("tbody").nth(1).locator(".tinh").textContent(), "1.200.000");
  await saved();
  await accessible("budget");
  // As she types, before she leaves the cell.
  await cell("di_lai", 2, "so_luong").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("3");
  await assertSoon(async () => await sum("di_lai") === "Cộng: 18.300.000 đồng", "the sum: " + await sum("di_lai"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("ba");
  await assertSoon(async () => await sum("di_lai") === "Cộng: chưa đủ số liệu", "the sum: " + await sum("di_lai"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2");
  await assertSoon(async () => /Tổng cộng: [\d.]+ đồng/.test(await table("kinh_phi").locator(":scope > .tong").textContent()), "the total");
  await table("di_lai").scrollIntoViewIfNeeded();
  await picture("trang-kinh-phi");
  await saved();
});

step("too many columns are told, rows are added, moved and taken out by keyboard", async () => {
  const before = await table("doan").locator("tbody").count();
  await table("doan").getByRole("button", { name: "Thêm hàng" }).click();
  assert.equal(await table("doan").locator("tbody").count(), before + 1);
  await paste({ "text/plain": "Nguyễn Văn Nam\tChuyên viên\tThành viên\t2\tghi chú thừa\nTrần Thị Lan\tLái xe\tPhục vụ\t1\tkhác" });
  await assertSoon(async () => /1 cột cuối chưa dán: ghi chú thừa/.test(await table("doan").locator('[role="status"]').last().textContent()), "dropped in silence");
  await until(ten, (t) => t.includes("Trần Thị Lan") && t.includes("Nguyễn Văn Nam") && !t.includes("thừa"));
  await cell("doan", before + 2, "ho_ten").focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.value), "Nguyễn Văn Nam");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lê Văn Mới");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Chuyên viên");
  await until(ten, (t) => t.includes("Lê Văn Mới"));
  const up = table("doan").getByRole("button", { name: "Đưa lên hàng " + (before + 3) });
  await up.focus();
  await page.keyboard.press("Enter");
  await until(ten, (t) => t.indexOf("Lê Văn Mới") < t.indexOf("Trần Thị Lan"));
  await table("doan").getByRole("button", { name: "Bỏ hàng " + (before + 2) }).click();
  await until(ten, (t) => !t.includes("Lê Văn Mới"));
  await saved();
  await accessible("delegation");
});

const html = (rows) => "<html><body><table>" + rows.map((r) => "<tr>" + r.join("") + "</tr>").join("") + "</table></body></html>";
const td = (text, more = "") => "<td" + more + ">" + text + "</td>";

step("an itinerary of Word is pasted as days with what is done on each", async () => {
  const day = page.locator('#bieu-mau fieldset[data-khoa="lich_trinh"]');
  const rows = [["STT", "Ngày", "Thời gian", "Nội dung", "Địa điểm", "Xe"].map((o) => td("<b>" + o + "</b>")),
    [td("1"), td("thứ Hai, 06/7/2026", " rowspan='2'"), td("06h00"), td("Xuất phát"), td("Trụ sở"), td("29 chỗ")],
    [td("2"), td("14h00"), td("Làm việc với xã An Bình"), td("Hội trường xã"), td("29 chỗ")],
    [td("3"), td("thứ Ba, 07/7/2026"), td("08h00"), td("Về"), td(""), td("")]];
  await day.locator('[data-khoa="ngay"] input').first().focus();
  await paste({ "text/html": html(rows), "text/plain": "x" });
  // A key that is left blank says nothing.
  const days = () => page.evaluate(async (own) => (await fetch("/api/giay?tep=" + own)).text(), ten).then((text) => JSON.parse(text, (_, v) => v ?? undefined).gia_tri.cay.lich_trinh);
  const wanted = [
    { ngay: "thứ Hai, 06/7/2026", viec: [{ gio: "06h00", noi_dung: "Xuất phát", dia_diem: "Trụ sở" }, { gio: "14h00", noi_dung: "Làm việc với xã An Bình", dia_diem: "Hội trường xã" }] },
    { ngay: "thứ Ba, 07/7/2026", viec: [{ gio: "08h00", noi_dung: "Về" }] }];
  const same = async () => JSON.stringify((await days()).slice(0, 2)) === JSON.stringify(wanted);
  await assertSoon(same, JSON.stringify(await days()));
  assert.match(await day.locator(":scope > [role=status]").textContent(), /Đã dán 2 ngày, 3 việc\. Cột không có chỗ nên chưa dán: Xe/);
  // Days in rows of their own, pasted in the midst of a day's table; then rows without heads at a day's name.
  await day.locator('[data-khoa="viec"] tbody [data-khoa="gio"] input').first().focus();
  await paste({ "text/plain": "Giờ\tNội dung\nThứ Hai, 06/7/2026\t\n06h00\tĐi\nThứ Ba, 07/7/2026\t\n09h00\tVề" });
  await assertSoon(async () => JSON.stringify((await days()).slice(0, 2).map((d) => [d.ngay, d.viec.length])) === '[["Thứ Hai, 06/7/2026",1],["Thứ Ba, 07/7/2026",1]]', JSON.stringify(await days()));
  await day.locator('[data-khoa="ngay"] input').first().focus();
  await paste({ "text/plain": "06/7/2026\t06h00\tXuất phát\n\t14h00\tLàm việc" });
  await assertSoon(async () => JSON.stringify((await days())[0]) === '{"ngay":"06/7/2026","viec":[{"gio":"06h00","noi_dung":"Xuất phát"},{"gio":"14h00","noi_dung":"Làm việc"}]}', JSON.stringify(await days()));
  // Rows of one day go into its table.
  await day.locator('[data-khoa="viec"] tbody [data-khoa="gio"] input').first().focus();
  await paste({ "text/plain": "07h00\tĂn sáng\n08h00\tHọp" });
  await assertSoon(async () => JSON.stringify((await days())[0].viec.map((v) => v.noi_dung)) === '["Ăn sáng","Họp"]', JSON.stringify(await days()));
  await saved();
  await accessible("itinerary");
});

step("the trips of a plan are pasted as rows", async () => {
  const files = await page.evaluate(async () => [...new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html").querySelectorAll("td a[href^='/giay?tep=']")].map((a) => new URL(a.href).searchParams.get("tep")));
  const plan = files.find((own) => /^dot:$/m.test(read(own)));
  await page.goto(goc + "giay?tep=" + plan);
  await saved();
  await cell("dot", 1, "chu_de").focus();
  const rows = [["Đợt", "Chủ đề", "Thời gian", "Địa điểm"], ["1", "Chuyển đổi số", "Tháng 7/2026.", "Tỉnh Lâm Đồng."], ["2", "Cải cách hành chính", "Tháng 9/2026.", "Tỉnh Đắk Lắk."]];
  await paste({ "text/html": html(rows.map((r) => r.map((o) => td(o)))), "text/plain": "x" });
  await until(plan, (t) => ["Chuyển đổi số", "Cải cách hành chính", "Tháng 9/2026.", "Tỉnh Đắk Lắk."].every((o) => t.includes(o)));
  await saved();
  await accessible("plan's trips");
});
