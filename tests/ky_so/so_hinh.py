"""Says of PDFs whether readers show the same as of another.

    so_hinh.py GOC.pdf < LIST

Each line of the list is a path, a tab and the places (page from 0, then a rectangle in points; JSON) that may look otherwise.
Answers a line each: nothing, or what differs and who saw it. MuPDF, poppler and pdfium draw and read every page; MuPDF also
tells what else the file has (attachments, outline, layers, labels, title).
"""
import json, re, subprocess, sys

import numpy
import pymupdf
import pypdfium2

DPI = 36
pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def by_mupdf(path):
    pdf = pymupdf.open(path)
    pages, texts = [], []
    for page in pdf:
        pix = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, alpha=False)
        pages.append(numpy.frombuffer(pix.samples, dtype=numpy.uint8).reshape(pix.height, pix.stride)[:, : pix.width])
        texts.append([(w[4], w[0], w[1], w[2], w[3]) for w in page.get_text("words")])
    meta = {k: pdf.metadata.get(k) for k in ("title", "author", "subject", "keywords", "encryption")}
    more = [meta, pdf.get_toc(), pdf.embfile_names(), sorted(pdf.get_ocgs()), pdf.get_page_labels(), pdf.page_count]
    return pages, texts, more


def by_pdfium(path):
    pdf = pypdfium2.PdfDocument(path)
    pdf.init_forms()
    pages, texts = [], []
    for page in pdf:
        pages.append(page.render(scale=DPI / 72, grayscale=True, may_draw_forms=True).to_numpy().squeeze().copy())
        texts.append(page.get_textpage().get_text_range())
    return pages, texts, [len(pdf), pdf.count_attachments(), [b.get_title() for b in pdf.get_toc()]]


def by_poppler(path):
    out = subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), path], capture_output=True, timeout=60).stdout
    pages = []
    while out:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", out)
        wide, high = int(head[1]), int(head[2])
        body = out[head.end() : head.end() + wide * high]
        pages.append(numpy.frombuffer(body, dtype=numpy.uint8).reshape(high, wide))
        out = out[head.end() + wide * high :]
    return pages, [], []


READERS = {"mupdf": by_mupdf, "pdfium": by_pdfium, "poppler": by_poppler}


def read(path):
    found = {}
    for name, reader in READERS.items():
        try:
            found[name] = reader(path)
        except Exception as fault:
            found[name] = ([], [], [str(type(fault))])
    return found


def outside(page, high, places, number):
    page = page.copy()
    for at, x0, y0, x1, y1 in places:
        if at == number:
            k = DPI / 72
            top, low = int((high - y1) * k) - 2, int((high - y0) * k) + 3
            page[max(top, 0) : max(low, 0), max(int(x0 * k) - 2, 0) : max(int(x1 * k) + 3, 0)] = 255
    return page


def differs(want, got, places):
    for name, (pages, texts, more) in want.items():
        have, said, rest = got[name]
        if len(have) != len(pages):
            return f"{name}: {len(have)} trang"
        for number, (a, b) in enumerate(zip(pages, have)):
            high = a.shape[0] * 72 / DPI
            if a.shape != b.shape:
                return f"{name}: khổ trang {number + 1}"
            a, b = outside(a, high, places, number), outside(b, high, places, number)
            if numpy.abs(a.astype(int) - b).max() > 24:
                return f"{name}: hình trang {number + 1}"
        if rest != more:
            return f"{name}: {rest} thay cho {more}"
        if name == "pdfium" and said != texts:
            return f"{name}: chữ"
        if name == "mupdf":
            for number, (a, b) in enumerate(zip(texts, said)):
                high = pages[number].shape[0] * 72 / DPI
                covered = lambda w: any(
                    at == number and x0 - 2 <= (w[1] + w[3]) / 2 <= x1 + 2 and y0 - 2 <= high - (w[2] + w[4]) / 2 <= y1 + 2
                    for at, x0, y0, x1, y1 in places
                )
                if [w for w in a if not covered(w)] != [w for w in b if not covered(w)]:
                    return f"{name}: chữ trang {number + 1}"
    return ""


want = read(sys.argv[1])
assert all(pages for pages, _, _ in want.values())
for line in sys.stdin:
    path, places = line.rstrip("\n").split("\t")
    print(differs(want, read(path), json.loads(places)), flush=True)
