"""What hostile input costs: seconds of the processor and MB of memory for each kind of it, as a table.

`benches/can.py PROGRAM FOLDER [--rounds N] [WORD ...]` makes the inputs in the folder and gives each to the program; with
words only those whose name has one of them. Of several rounds the least time counts. An input that takes more than its
bound has a star, and the exit code is 1. Nothing but Python's own library is needed.
"""

import hashlib
import os
import random
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

TIME, MEMORY = 5.0, 512
KILL = 60

OFFICE = """ten: Uỷ ban nhân dân xã A
co_quan_ban_hanh: [UỶ BAN NHÂN DÂN, XÃ A]
dia_danh: A
ky_hieu: UBND
nguoi_ky:
  ct: {dong: [CHỦ TỊCH], ho_ten: Nguyễn Văn A}
"""
HEAD = """loai: thong_bao
so: {so}
ngay_ban_hanh: {ngay}
trich_yeu: Thực hiện việc cần làm
nguoi_ky: ct
noi_nhan: [Sở Nội vụ]
luu: VT
"""
PLAN_DAY = "15/3/2026"


def notice(folder, body, more="", so="27", ngay=PLAN_DAY):
    """A notice with a body in a file of its own."""
    folder.mkdir(parents=True)
    (folder / "co-quan.yaml").write_text(OFFICE)
    (folder / "t.yaml").write_text(HEAD.format(so=so, ngay=ngay) + "noi_dung: t.md\n" + more)
    (folder / "t.md").write_text(body)
    return folder


# --- texts ---------------------------------------------------------------------------------------------------------


def table_with_notes(rows):
    lines = "".join(f"| {i} | Việc thứ {i}[^{i}] | Xong |\n" for i in range(rows))
    notes = "".join(f"[^{i}]: Theo báo cáo số {i}.\n" for i in range(rows))
    return f"Kết quả như sau:\n\n| TT | Việc | Kết quả |\n|:--:|----|----|\n{lines}\n{notes}"


def paragraphs_with_notes(count):
    text = "".join(f"Việc {i}[^{i}].\n\n" for i in range(count))
    return text + "".join(f"[^{i}]: Lời {i}.\n" for i in range(count))


def one_paragraph_with_notes(count):
    text = " ".join(f"việc {i}[^{i}]" for i in range(count))
    return f"Các {text}.\n\n" + "".join(f"[^{i}]: Lời {i}.\n" for i in range(count))


def headings(count):
    return "".join(f"# Việc {i}\n\n" for i in range(count))


def headings_and_text(count):
    return "".join(f"# Việc thứ {i}\n\nLàm ngay.\n\n" for i in range(count))


def table(rows, cells=3):
    lines = "".join("| " + " | ".join(f"ô {i}" for _ in range(cells)) + " |\n" for i in range(rows))
    return "Bảng:\n\n|" + " Cột |" * cells + "\n|" + "---|" * cells + "\n" + lines


def nested(depth, times):
    block = "".join("  " * d + f"- Ý ở bậc {d}\n" for d in range(depth))
    return block * times


def words(size):
    return "Việc cần làm ngay trong năm nay " * (size // 44)


TEXTS = {
    "table-notes-1000": lambda: table_with_notes(1_000),
    "table-notes-5000": lambda: table_with_notes(5_000),
    "table-notes-20000": lambda: table_with_notes(20_000),
    "notes-20000": lambda: paragraphs_with_notes(20_000),
    "notes-one-paragraph-20000": lambda: one_paragraph_with_notes(20_000),
    "notes-100000": lambda: "Lời" + "".join(f"[^{i}]" for i in range(60_000)) + ".\n\n" + "".join(f"[^{i}]: a\n" for i in range(60_000)),
    "note-named-100000-times": lambda: "Lời" + "[^a]" * 100_000 + "\n\n[^a]: Một lời.\n",
    "notes-without-words": lambda: "Lời" + "[^a]" * 100_000 + "\n",
    "headings-5000": lambda: headings(5_000),
    "headings-100000": lambda: headings(100_000),
    "headings-and-text-20000": lambda: headings_and_text(20_000),
    "rows-1400": lambda: table(1_400),
    "rows-5000": lambda: table(5_000),
    "rows-20000": lambda: table(20_000),
    "rows-60000": lambda: table(60_000, 2),
    "rows-of-40-cells": lambda: table(4_000, 40),
    "rows-of-one-cell": lambda: "| a | b |\n|---|---|\n" + "| a | b |\n" * 180_000,
    "rows-merged-down": lambda: "| a | b |\n|---|---|\n| a | b |\n" + "| ^^ | b |\n" * 100_000,
    "wrong-cells-50000": lambda: "| a | b |\n|---|---|\n" + "| sai |\n" * 50_000,
    "items-100000": lambda: "Các việc:\n" + "- Việc nhỏ\n" * 100_000,
    "nested-items": lambda: nested(6, 8_000),
    "deep-items": lambda: nested(1_400, 1),
    "clauses-100000": lambda: "".join(f"{i}. Việc {i}\n" for i in range(1, 100_000)),
    "points": lambda: "a) Việc\nb) Việc\nc) Việc\n" * 40_000,
    "stars-200000": lambda: "Lời " + "*" * 200_000,
    "stars-spaced": lambda: "Lời " + "* " * 200_000,
    "stars-pairs": lambda: "Lời " + "**a** " * 200_000,
    "stars-mixed": lambda: "Lời " + "*a **b ***c " * 100_000,
    "brackets": lambda: "Lời " + "[" * 1_000_000,
    "links": lambda: "Lời " + "[a](" * 300_000,
    "images-missing": lambda: "".join(f"![a](h{i}.png)\n\n" for i in range(60_000)),
    "commands-unknown": lambda: "{lạ} a\n\n" * 150_000,
    "backticks": lambda: "Lời " + "`a" * 700_000,
    "paragraph-1MB": lambda: words(1_000_000),
    "paragraph-2MB": lambda: words(2_000_000),
    "word-1MB": lambda: "a" * 1_000_000,
    "paragraphs-short": lambda: "a\n\n" * 650_000,
    "paragraphs-100000": lambda: "".join(f"Việc thứ {i} làm ngay.\n\n" for i in range(60_000)),
    "notice-400-pages": lambda: "".join(f"{i}. " + words(550) + ".\n\n" for i in range(1, 2_600)),
    "br-in-cell": lambda: "| a | b |\n|---|---|\n| a" + "<br>a" * 300_000 + " | b |\n",
}


def text_case(make):
    def case(folder):
        notice(folder, make())
        return ["build", folder, "-o", folder / "ra"]

    return case


# --- YAML ----------------------------------------------------------------------------------------------------------


def yaml_case(text):
    def case(folder):
        folder.mkdir(parents=True)
        (folder / "co-quan.yaml").write_text(OFFICE)
        (folder / "t.yaml").write_text(text())
        return ["check", folder]

    return case


def anchors():
    lines = ["a0: &a0 [lời, lời, lời]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    return "\n".join(lines) + "\n" + HEAD.format(so="", ngay=PLAN_DAY) + "noi_dung: Lời.\n"


def flat_anchors():
    return "a: &a [" + "b, " * 1_000 + "]\nc: [" + "*a, " * 100_000 + "]\n"


BODY = HEAD.format(so="27", ngay=PLAN_DAY)
YAMLS = {
    "yaml-anchors": anchors,
    "yaml-flat-anchors": flat_anchors,
    "yaml-brackets": lambda: "a: " + "[" * 500_000,
    "yaml-keys-unknown": lambda: BODY + "".join(f"khoa_{i}: a\n" for i in range(120_000)) + "noi_dung: Lời.\n",
    "yaml-keys-doubled": lambda: BODY + "so: 1\n" * 300_000 + "noi_dung: Lời.\n",
    "yaml-appendices-3000": lambda: BODY + "noi_dung: Lời (các phụ lục kèm theo).\nphu_luc:\n" + "".join(f"  - tieu_de: Việc {i}\n    noi_dung: Làm ngay\n" for i in range(3_000)),
    "yaml-recipients-20000": lambda: BODY.replace("[Sở Nội vụ]", "\n" + "".join(f"  - Xã thứ {i}" + "\n" for i in range(20_000))) + "noi_dung: Lời.\n",
    "yaml-signers-20000": lambda: BODY.replace("nguoi_ky: ct", "nguoi_ky: [" + "ct, " * 20_000 + "]") + "noi_dung: Lời.\n",
    "yaml-subject-1MB": lambda: BODY.replace("Thực hiện việc cần làm", words(1_000_000)) + "noi_dung: Lời.\n",
    "yaml-list-scalars": lambda: BODY + "noi_dung: Lời.\ncan_cu:\n" + "".join(f"  - Căn cứ Luật số {i}\n" for i in range(60_000)),
    "yaml-one-line": lambda: "{" + "a: b, " * 300_000 + "}",
    "yaml-quotes": lambda: 'a: "' + "\\u0041" * 300_000 + '"\n' + BODY + "noi_dung: Lời.\n",
}


def many_files(count):
    def case(folder):
        notice(folder, "Lời.")
        for i in range(count):
            (folder / f"v{i}.yaml").write_text(HEAD.format(so="", ngay=PLAN_DAY) + f"noi_dung: Lời {i}.\n")
        return ["check", folder]

    return case


def trips(sample, count):
    def case(folder):
        folder.mkdir(parents=True)
        for name in ["co-quan.yaml", "ke-hoach.yaml", "dinh-muc.yaml"]:
            if (sample / name).exists():
                shutil.copy(sample / name, folder)
        text = (sample / "dot-1.yaml").read_text()
        for i in range(1, count + 1):
            (folder / f"dot-{i}.yaml").write_text(text)
        return ["check", folder]

    return case


# --- pictures ------------------------------------------------------------------------------------------------------


def png(width, height, grey=False):
    """A PNG of one colour, packed well."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" + bytes(width * (1 if grey else 3))
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pictures(files, times=1):
    def case(folder):
        made = files()
        body = "".join(f"![hình]({name})\n\n" for name in made) * times
        notice(folder, "Xem hình:\n\n" + body)
        for name, data in made.items():
            (folder / name).write_bytes(data)
        return ["build", folder, "-o", folder / "ra"]

    return case


def svg_uses(levels):
    text = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><defs><g id="a0"><rect width="1" height="1"/></g>'
    for i in range(1, levels):
        text += f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>"
    return (text + f'</defs><use href="#a{levels - 1}"/></svg>').encode()


PICTURES = {
    "picture-20000x20000": pictures(lambda: {"a.png": png(20_000, 20_000, True)}),
    "picture-8000x8000": pictures(lambda: {"a.png": png(8_000, 8_000)}),
    "pictures-100-of-4000x3000": pictures(lambda: {f"a{i}.png": png(4_000, 3_000) for i in range(100)}),
    "picture-named-10000-times": pictures(lambda: {"a.png": png(100, 100)}, 10_000),
    "svg-uses": pictures(lambda: {"a.svg": svg_uses(9)}),
    "svg-100000x100000": pictures(lambda: {"a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="9" height="9"/></svg>'}),
    "svg-500000-rects": pictures(lambda: {"a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">' + b'<rect width="9" height="9"/>' * 500_000 + b"</svg>"}),
    "svg-blur": pictures(lambda: {"a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><filter id="f"><feGaussianBlur stdDeviation="1000"/></filter>' + b'<rect filter="url(#f)" width="2000" height="2000"/>' * 200 + b"</svg>"}),
    "qr-1000": pictures(lambda: {f"qr:https://vi-du.vn/{'a' * 300}{i}": b"" for i in range(0)}),
}


# --- Word files ----------------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>"""


def docx(path, body, **parts):
    """A Word file of a body and other parts by their name."""
    rels = "".join(f'<Relationship Id="r{i}" Type="{REL}/{name}" Target="{name}.xml"/>' for i, name in enumerate(parts))
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", TYPES)
        out.writestr("_rels/.rels", RELS)
        out.writestr("word/_rels/document.xml.rels", rels)
        out.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            out.writestr(f"word/{name}.xml", text)


def p(text="a", props=""):
    return f"<w:p>{props}<w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(num=1, level=0):
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'


def numbering(levels, nums=1, abstracts=1):
    text = "".join(f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>' for i in range(abstracts))
    text += "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="0"/></w:num>' for i in range(nums))
    return f"<w:numbering {W}>{text}</w:numbering>"


def level(i, form="decimal", start=1, shown=None):
    shown = shown or "".join(f"%{k + 1}" for k in range(i + 1))
    return f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'


def row(cells):
    return "<w:tr>" + cells + "</w:tr>"


def cell(text="a", props=""):
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{p(text)}</w:tc>"


def tbl(rows):
    return f"<w:tbl>{rows}</w:tbl>"


EMPTY_ROW = "<w:tr/>"
NINE = lambda form, start=1: "".join(level(i, form, start, "%1%2%3%4%5%6%7%8%9" * 10) for i in range(9))
WORDS = {
    "word-empty-rows": lambda: dict(body=tbl(EMPTY_ROW * 450_000) + p()),
    "word-table-rows": lambda: dict(body=tbl(row(cell()) * 60_000) + p()),
    "word-table-rows-63": lambda: dict(body=tbl(row(cell() * 63) * 1_500) + p()),
    "word-rows-merged": lambda: dict(body=tbl(row(cell("a", '<w:vMerge w:val="restart"/>')) + row(cell("a", "<w:vMerge/>")) * 60_000) + p()),
    "word-rows-of-grid": lambda: dict(body=tbl(row(cell("a", '<w:gridSpan w:val="1000000000"/>') * 30) * 3_000) + p()),
    "word-row-grid-before": lambda: dict(body=tbl(row('<w:trPr><w:gridBefore w:val="999999999"/></w:trPr>' + cell()) * 10_000) + p()),
    "word-many-tables": lambda: dict(body=(tbl(row(cell())) + p()) * 40_000),
    "word-nested-tables": lambda: dict(body=("<w:tbl><w:tr><w:tc>" * 60 + p() + "</w:tc></w:tr></w:tbl>" * 60 + p()) * 500),
    "word-paragraphs": lambda: dict(body=p("Việc làm", "") * 150_000),
    "word-paragraphs-90000": lambda: dict(body="".join(p(f"Việc {i}", "") for i in range(90_000))),
    "word-runs": lambda: dict(body="<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 290_000 + "</w:p>"),
    "word-text-15MB": lambda: dict(body=p("việc " * 2_300_000)),
    "word-breaks": lambda: dict(body="<w:p><w:r>" + "<w:br/>" * 800_000 + "</w:r></w:p>"),
    "word-numbering-paragraphs": lambda: dict(body=p("a", numbered(1, 8)) * 90_000, numbering=numbering(NINE("lowerRoman", 3999))),
    "word-numbering-letters": lambda: dict(body=p("a", numbered(1, 8)) * 90_000, numbering=numbering(NINE("lowerLetter", 2_000_000_000))),
    "word-numbering-romans": lambda: dict(body=p("a", numbered(1, 8)) * 90_000, numbering=numbering(NINE("upperRoman", 2_000_000_000))),
    "word-numbering-nums": lambda: dict(body=p("a", numbered(1, 8)) * 50_000, numbering=numbering(NINE("decimal"), 200_000)),
    "word-numbering-abstracts": lambda: dict(body=p("a", numbered(1, 8)) * 100, numbering=numbering(NINE("decimal"), 1, 20_000)),
    "word-numbering-each": lambda: dict(body="".join(p("a", numbered(i + 1, 8)) for i in range(50_000)), numbering=numbering(NINE("decimal"), 50_000)),
    "word-style-chain": lambda: dict(
        body=p("a", '<w:pPr><w:pStyle w:val="s99999"/></w:pPr>') * 50_000,
        styles=f"<w:styles {W}>" + "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i - 1}"/></w:style>' for i in range(100_000)) + "</w:styles>",
    ),
    "word-style-names": lambda: dict(
        body="".join(p("a", f'<w:pPr><w:pStyle w:val="s{i}"/></w:pPr>') for i in range(50_000)),
        styles=f"<w:styles {W}>" + "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i // 2}"/></w:style>' for i in range(100_000)) + "</w:styles>",
    ),
    "word-note-named-often": lambda: dict(
        body="<w:p>" + '<w:r><w:footnoteReference w:id="2"/></w:r>' * 50_000 + "</w:p>",
        footnotes=f'<w:footnotes {W}><w:footnote w:id="2">' + p("việc làm") * 1_000 + "</w:footnote></w:footnotes>",
    ),
    "word-notes": lambda: dict(
        body="".join(f'<w:p><w:r><w:footnoteReference w:id="{i}"/></w:r></w:p>' for i in range(2, 50_000)),
        footnotes=f"<w:footnotes {W}>" + "".join(f'<w:footnote w:id="{i}">{p()}</w:footnote>' for i in range(2, 50_000)) + "</w:footnotes>",
    ),
    "word-deep": lambda: dict(body="<w:sdt><w:sdtContent>" * 250 + p() + "</w:sdtContent></w:sdt>" * 250),
    "word-fields": lambda: dict(body="<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 200_000 + "</w:p>"),
    "word-attributes": lambda: dict(body="".join("<w:p " + " ".join(f'w:a{i}="x"' for i in range(250)) + "/>" for _ in range(4_000))),
    "word-names-long": lambda: dict(body="<w:" + "a" * 5_000_000 + "/>" + p()),
    "word-entities": lambda: dict(body=p("&amp;" * 3_000_000)),
    "word-unknown": lambda: dict(body='<w:p>' + '<w:la><w:t>a</w:t></w:la>' * 250_000 + "</w:p>"),
    "word-deleted": lambda: dict(body="<w:p>" + "<w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>" * 100_000 + "</w:p>"),
}


def word_case(make):
    """Two files that differ in all: compared, and taken for the print of a notice."""

    def case(folder):
        notice(folder, "Lời.")
        parts = make()
        body = parts.pop("body")
        docx(folder / "a.docx", body, **parts)
        docx(folder / "t.docx", p("Khác") + body.replace(">a<", ">b<"), **parts)
        return [["diff", folder / "a.docx", folder / "t.docx"], ["verify", folder / "t.yaml", "--word", folder / "t.docx"]]

    return case


def different_words(count, share):
    """Two long texts of which a share of paragraphs differs."""

    def case(folder):
        notice(folder, "Lời.")
        rng = random.Random(1)
        old = [" ".join(rng.choice("việc làm ngay năm nay tháng này của các cơ quan".split()) for _ in range(20)) for _ in range(count)]
        new = [text if rng.random() > share else text[::-1] for text in old]
        docx(folder / "a.docx", "".join(map(p, old)))
        docx(folder / "t.docx", "".join(map(p, new)))
        return [["diff", folder / "a.docx", folder / "t.docx"], ["diff", folder / "a.docx", folder / "t.docx", "-o", folder / "sua.docx"]]

    return case


def no_archive(folder):
    notice(folder, "Lời.")
    (folder / "t.docx").write_bytes(os.urandom(60 << 20))
    return ["verify", folder / "t.yaml", "--word", folder / "t.docx"]


# --- the register, sending -------------------------------------------------------------------------------------------


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def register(folder, count):
    """A register of kept numbers, with the marks of its lines and its witness."""
    notice(folder, "Lời.")
    mark, lines, end = "00000000", [], sha("vanthu: sổ đăng ký văn bản đi")[:20]
    for i in range(1, count + 1):
        cells = ["phát hành", "2026 UBND", f"{i:02}/TB-UBND", PLAN_DAY, f"Thông báo về việc thực hiện công tác thứ {i} của các xã, phường trên địa bàn"]
        cells += ["Nguyễn Văn A", "Sở Nội vụ; các xã, phường; Như trên", "VT", "12", PLAN_DAY, "Trần Thị B", "", "", "", f"{i:016x}"]
        line = f"{i} | " + " | ".join(cells)
        mark = sha(f"{mark}\n{line}")[:8]
        end = sha(f"{end}\n{line}")[:20]
        lines.append(f"{line} | {mark}\n")
    (folder / "so-dang-ky.txt").write_text("".join(lines))
    said = f"cuối sổ | {count}-{end}\ndấu | {mark}\ndãy số | 2026 UBND | 1 | {count}\n"
    total = sha("vanthu: chứng của sổ đăng ký\n" + said)[:16]
    (folder / "so-dang-ky.chung").write_text(said + f"tổng | {total}\n")


def register_case(count, *args):
    def case(folder):
        register(folder, count)
        return ["register", *args, "--so-sach", folder, "--ho-so", folder]

    return case


def address_book(folder, count, ways):
    entries = "".join(f"  - {{ten: UBND xã thứ {i}, {ways[i % len(ways)].format(i=i)}}}\n" for i in range(count))
    own = "  - {ten: Uỷ ban nhân dân xã A, kenh: truc, ma: H20.00.01}\n"
    group = "".join(f"      - UBND xã thứ {i}\n" for i in range(count))
    (folder / "danh-ba.yaml").write_text(f"noi_nhan:\n{own}{entries}nhom:\n  - ten: Các xã, phường\n    gom:\n{group}")


EMAIL, PAPER, AXIS = "kenh: email, email: xa{i}@vi-du.vn", "kenh: giay, so_ban: 2, dia_chi: 'Số {i}, đường Minh hoạ'", "kenh: truc, ma: H20.{i:05}"


def send_case(count, attached, ways, *args):
    def case(folder):
        notice(folder, "Lời.")
        text = (folder / "t.yaml").read_text().replace("[Sở Nội vụ]", "['Các xã, phường']")
        (folder / "t.yaml").write_text(text)
        address_book(folder, count, ways)
        more = []
        if attached:
            (folder / "kem.zip").write_bytes(random.Random(1).randbytes(attached << 20))
            more = ["--kem", folder / "kem.zip"]
        return ["send", folder, "-o", folder / "ra", *more, *args]

    return case


def many_ends(folder):
    """An issued paper whose PDF has 20,000 ends after its own."""
    notice(folder, "Lời.", so="", ngay="3/2026")
    program = sys.argv[1]
    subprocess.run([program, "issue", folder / "t.yaml", "--date", PLAN_DAY, "--chap-nhan-canh-bao"], capture_output=True, check=False)
    own = next((folder / "phat-hanh").glob("2026/*"))
    issued = next(own.glob("*.pdf"))
    ends = b"1 0 obj\n<</ByteRange [0 1 2 3]>>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9 /Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF\n"
    os.chmod(issued, 0o644)
    os.chmod(own, 0o755)
    issued.write_bytes(issued.read_bytes() + ends * 20_000)
    address_book(folder, 3, [EMAIL])
    return [["verify", own], ["send", own, "-o", folder / "ra", "--book", folder / "danh-ba.yaml"]]


TEMPLATES = {
    "template-endless": "#for a in range(10000) { for b in range(1000000) { let c = a * b } }",
    "template-memory": '#let s = "aaaa"\n#for i in range(60) { s = s + s }',
}


def template_case(text):
    def case(folder):
        notice(folder, "Lời.")
        (folder / "mau").mkdir()
        (folder / "mau/thong-bao.typ").write_text(text)
        return ["check", folder]

    return case


SAMPLE = Path(__file__).resolve().parent.parent / "tests/cases/dung-dot"
CASES = {
    **{name: text_case(make) for name, make in TEXTS.items()},
    **{name: yaml_case(make) for name, make in YAMLS.items()},
    "files-2000": many_files(2_000),
    **PICTURES,
    **{name: word_case(make) for name, make in WORDS.items()},
    "diff-5000-half": different_words(5_000, 0.5),
    "diff-40000-tenth": different_words(40_000, 0.1),
    "diff-40000-all": different_words(40_000, 1.0),
    "word-noise": no_archive,
    "register-print-2000": register_case(2_000, "print", "2026"),
    "register-print-10000": register_case(10_000, "print", "2026"),
    "register-check-10000": register_case(10_000, "check"),
    "register-list-10000": register_case(10_000, "list"),
    "pdf-20000-ends": many_ends,
    "send-300-with-5MB": send_case(300, 5, [EMAIL, PAPER]),
    "send-300-axis-5MB": send_case(300, 5, [AXIS]),
    "send-300-zip-5MB": send_case(300, 5, [EMAIL], "--zip"),
    "send-5000": send_case(5_000, 0, [EMAIL, PAPER, AXIS]),
    "send-5000-with-5MB": send_case(5_000, 5, [EMAIL, PAPER]),
    "send-book-20000": send_case(20_000, 0, [PAPER]),
    **{name: template_case(text) for name, text in TEMPLATES.items()},
    "trips-1000": trips(SAMPLE, 1_000),
    "trips-10000": trips(SAMPLE, 10_000),
}
# What an aim of its own says.
BOUNDS = {"register-print-10000": (5, 1024), "send-5000": (10, 200), "send-5000-with-5MB": (10, 200), "template-endless": (12, 512), "word-": (2, 256)}


def bound(name):
    return next((own for start, own in BOUNDS.items() if name == start or start.endswith("-") and name.startswith(start)), (TIME, MEMORY))


def run(args, log):
    """Seconds of the processor, MB at most of any process, exit code, what it said."""
    times = log.with_suffix(".time")
    command = ["/usr/bin/time", "-o", times, "-f", "%U %S %M", "timeout", "-s", "KILL", str(KILL), sys.argv[1], *args]
    with log.open("wb") as out:
        code = subprocess.run([str(a) for a in command], stdout=subprocess.DEVNULL, stderr=out, check=False).returncode
    user, system, memory = times.read_text().split()[-3:]
    return float(user) + float(system), int(memory) / 1024, code


def measure(name, case, work, rounds):
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    args = case(folder)
    bad = False
    for command in args if isinstance(args[0], list) else [args]:
        log = folder / "said.log"
        runs = [run(command, log) for _ in range(rounds)]
        took, memory, code = min(runs)
        said = log.read_bytes()
        first = said.decode(errors="replace").strip().split("\n")[0][:110]
        most, mib = bound(name)
        over = took > most or memory > mib or len(said) > 200_000 or code in (101, 134, 137)
        bad |= over
        print(f"{'*' if over else ' '} {name:28} {command[0]:8} {took:7.2f} s {memory:6.0f} MB  exit {code:3} {len(said):8} B  {first}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    return bad


def main():
    args = sys.argv[2:]
    rounds = 1
    if "--rounds" in args:
        at = args.index("--rounds")
        rounds = int(args[at + 1])
        del args[at : at + 2]
    work, wanted = Path(args[0]).resolve(), args[1:]
    cases = {name: case for name, case in CASES.items() if not wanted or any(w in name for w in wanted)}
    worst = [measure(name, case, work, rounds) for name, case in cases.items()]
    sys.exit(any(worst))


if __name__ == "__main__":
    main()
