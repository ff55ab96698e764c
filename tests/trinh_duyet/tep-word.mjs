// Word files for the chapters that hand some in: a folder with an office and a letter, a file edited as a leader does it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";

const CO_QUAN = `ten: Sở Nội vụ tỉnh Đồng Tháp
co_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP
co_quan_ban_hanh: SỞ NỘI VỤ
ky_hieu: SNV
dia_danh: Đồng Tháp
nguoi_ky:
  giam_doc:
    dong: GIÁM ĐỐC
    ho_ten: Trần Thị Bình
`;

const CONG_VAN = `# lời của văn thư
loai: cong_van
ngay_ban_hanh: 5/2026
trich_yeu: góp ý dự thảo quy chế
don_vi_soan: VP
kinh_gui:
  - Sở Tài chính
  - Sở Tư pháp
noi_dung: |
  Sở Nội vụ gửi dự thảo quy chế để các Sở góp ý.

  1. Góp ý bằng văn bản trong 07 ngày.

  2. Cử một người làm đầu mối.

  Rất mong được phối hợp.
noi_nhan:
  - Như trên
  - Giám đốc Sở
luu: VT, VP
nguoi_ky: giam_doc
`;

// A folder that goes when `visit` is done with it.
export async function inFolder(visit, files = { "co-quan.yaml": CO_QUAN, "cong-van.yaml": CONG_VAN }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "van-thu-tep-"));
  for (const [ten, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, ten), text);
  try {
    await visit(folder, (ten) => fs.readFileSync(path.join(folder, ten), "utf8"));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

// The Word file of the letter, beside its source or where it is wanted.
export function built(folder, out = folder, ending = "docx") {
  const done = spawnSync(process.argv[2], ["build", "cong-van.yaml", "-f", ending, "-o", out], { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return path.join(out, "cong-van." + ending);
}

// Words of the main part become others.
export function edited(docx, edits, to = docx) {
  const parts = unpacked(fs.readFileSync(docx));
  let text = parts.get("word/document.xml").toString("utf8");
  for (const [cu, moi] of edits) {
    assert.ok(text.includes(cu), "not there: " + cu);
    text = text.replace(cu, moi);
  }
  parts.set("word/document.xml", Buffer.from(text));
  fs.writeFileSync(to, packed(parts));
  return to;
}

function unpacked(bytes) {
  const parts = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [how, size, nameLen, extra, note, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const ten = bytes.toString("utf8", at + 46, at + 46 + nameLen);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + size);
    parts.set(ten, how === 0 ? data : zlib.inflateRawSync(data));
    at += 46 + nameLen + extra + note;
  }
  return parts;
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

// Without packing: what reads it doesn't mind.
function packed(parts) {
  const [out, list] = [[], []];
  let at = 0;
  for (const [ten, data] of parts) {
    const name = Buffer.from(ten);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    head.copy(central, 6, 0, 26);
    central.writeUInt32LE(at, 42);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, name, data]);
    out.push(local);
    list.push(central, name);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...out, directory, end]);
}

// Whether nothing of what was handed in is left: the program's folders for such files.
export const nothingLeft = () => fs.readdirSync(os.tmpdir()).filter((ten) => /^\.vanthu-.*\.tmp$/.test(ten));

// Composing may take long on a busy machine; what stood there instead is told.
export async function soon(page, test, cho = "main") {
  for (let i = 0; i < 600; i += 1) {
    if (await test()) return;
    await new Promise((r) => setTimeout(r, 50));
  }
  assert.fail(await page.innerText(cho));
}
export const heading = (page, re) => soon(page, async () => re.test(await page.evaluate(() => document.querySelector("#ket-qua h2")?.textContent ?? "")));

// A screen as a person has it: nothing that axe-core names, no word of a command, as wide as the window and at twice the
// size too.
export async function screen(ten, page, { accessible, picture }) {
  for (const zoom of [1, 2]) {
    await page.setViewportSize({ width: 1280 / zoom, height: 720 / zoom });
    await accessible(ten + " × " + zoom, page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), ten + ": wider than the screen × " + zoom);
    await picture(ten + (zoom > 1 ? "-200" : ""), page);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  const said = await page.innerText("body");
  assert.doesNotMatch(said, /vanthu [a-z]|--[a-z]|\.vanthu-|YAML/, ten + ": " + said);
}
