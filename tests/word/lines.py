#!/usr/bin/env python3
"""How a Word-like engine breaks the lines of a Word file, and how far two prints agree.

lines.py rule FILE.docx PRINT.pdf …   of the justified lines in body text and dash lists: how many each print
                                      breaks by natural widths, how many by Word's rule, for several C
lines.py same A.pdf B.pdf …           lines of A found in each other print (letters only), in all and on the same page
lines.py json FILE.docx A.pdf B.pdf   both for our print A and another B, as one line of JSON

Word's rule: a line that is full by natural widths takes one word more if its spaces would then be `s` of their
natural width, `e` without the word, s > 0 and 1/s ≤ 1 + (e − 1)/C; C = 1.3 fits what Word 2016 printed
(decisions.csv: for each line that could have taken one word more, s, e and what Word did).

Needs pymupdf, fonttools, lxml. Widths are those of Liberation Serif (fonts/), as wide as Times New Roman.
"""
import json, os, re, sys, unicodedata, zipfile
from collections import Counter
import pymupdf
from fontTools.ttLib import TTFont
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONTS = os.environ.get("FONTS", "fonts")
FACES = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}
NOTE = "\u2060"  # stands for a footnote mark: takes room, prints no letter that is compared


def metrics():
    out = {}
    for key, face in FACES.items():
        f = TTFont(f"{FONTS}/LiberationSerif-{face}.ttf")
        out[key] = (f.getBestCmap(), f["hmtx"].metrics, f["head"].unitsPerEm)
    return out


def paragraphs(path):
    """Justified paragraphs outside tables: [(first-line indent pt, [(char, width pt)])], and the text width in pt."""
    face, z = metrics(), zipfile.ZipFile(path)
    doc, sheet = (etree.fromstring(z.read(f"word/{n}.xml")) for n in ("document", "styles"))
    num = etree.fromstring(z.read("word/numbering.xml")) if "word/numbering.xml" in z.namelist() else None
    styles = {s.get(W + "styleId"): s for s in sheet.findall(W + "style")}

    def by_style(sid, where):
        while sid in styles:
            found = styles[sid].find(where)
            if found is not None:
                return found
            base = styles[sid].find(W + "basedOn")
            sid = base.get(W + "val") if base is not None else None

    def width(ch, bold, italic, size):
        cmap, adv, upem = face[(bold, italic)]
        return adv[cmap.get(ord(ch), "space")][0] * size / upem

    def level(n):
        ids = {x.get(W + "numId"): x.find(W + "abstractNumId").get(W + "val") for x in num.findall(W + "num")}
        abstract = ids.get(n.find(W + "numId").get(W + "val"))
        depth = n.find(W + "ilvl").get(W + "val") if n.find(W + "ilvl") is not None else "0"
        for a in num.findall(W + "abstractNum"):
            if a.get(W + "abstractNumId") == abstract:
                return next((l for l in a.findall(W + "lvl") if l.get(W + "ilvl") == depth), None)

    page = doc.find(f".//{W}sectPr")
    size_, mar = page.find(W + "pgSz"), page.find(W + "pgMar")
    text_width = (int(size_.get(W + "w")) - int(mar.get(W + "left")) - int(mar.get(W + "right"))) / 20
    default = sheet.find(f"{W}docDefaults").find(f".//{W}sz")
    out = []
    for p in doc.find(W + "body").iter(W + "p"):
        if any(a.tag == W + "tc" for a in p.iterancestors()):
            continue
        ppr = p.find(W + "pPr")
        sid = ppr.find(W + "pStyle").get(W + "val") if ppr is not None and ppr.find(W + "pStyle") is not None else None

        def of(name, kind="pPr"):
            own = ppr.find(W + name) if ppr is not None and kind == "pPr" else None
            return own if own is not None else by_style(sid, f"{W}{kind}/{W}{name}")

        jc = of("jc")
        if jc is None or jc.get(W + "val") != "both":
            continue
        ind, n = of("ind"), of("numPr")
        first = int(ind.get(W + "firstLine") or 0) / 20 if ind is not None else 0

        def on(name, rpr):
            own = rpr.find(W + name) if rpr is not None else None
            if own is None and rpr is not None and rpr.find(W + "rStyle") is not None:
                own = by_style(rpr.find(W + "rStyle").get(W + "val"), f"{W}rPr/{W}{name}")
            own = own if own is not None else by_style(sid, f"{W}rPr/{W}{name}")
            return int(own is not None and own.get(W + "val") not in ("0", "false"))

        def size(rpr):
            own = rpr.find(W + "sz") if rpr is not None else None
            own = own if own is not None else by_style(sid, f"{W}rPr/{W}sz")
            return int((own if own is not None else default).get(W + "val")) / 2

        chars = []
        if n is not None and n.find(W + "numId") is not None:
            lvl = level(n)
            if lvl is None or lvl.find(W + "numFmt").get(W + "val") != "bullet":
                continue
            li = lvl.find(f"{W}pPr/{W}ind")
            if li is not None:
                first = int(li.get(W + "firstLine") or 0) / 20
            chars += [(c, width(c, 0, 0, size(None))) for c in lvl.find(W + "lvlText").get(W + "val") + " "]
        for r in p.iter(W + "r"):
            rpr = r.find(W + "rPr")
            b, i, s = on("b", rpr), on("i", rpr), size(rpr)
            for t in r:
                if t.tag == W + "t":
                    chars += [(c, width(c, b, i, s)) for c in unicodedata.normalize("NFC", t.text or "")]
                elif t.tag == W + "footnoteReference":
                    chars.append((NOTE, width("1", b, i, s * 0.62)))
        out.append((first, chars))
    return out, text_width


def printed(path):
    """[(page, letters of a line)] with superscripts in their line; stamps of trial versions left out."""
    out = []
    for n, page in enumerate(pymupdf.open(path)):
        rows = {}
        for block in page.get_text("rawdict")["blocks"]:
            for line in block.get("lines", []):
                if abs(line["dir"][1]) > 0.01:
                    continue
                for span in line["spans"]:
                    for c in span["chars"] if span["size"] < 40 else []:
                        if c["c"].strip():
                            rows.setdefault(round(c["origin"][1]), []).append((c["origin"][0], c["c"], span["size"]))
        lines = []
        for y in sorted(rows):
            if lines and y - lines[-1][0] <= 5 and (min(s for *_, s in rows[y]) < 9.6 or min(s for *_, s in lines[-1][1]) < 9.6 or y - lines[-1][0] <= 2):
                lines[-1][1].extend(rows[y])
            else:
                lines.append((y, list(rows[y])))
        for _, row in lines:
            text = unicodedata.normalize("NFC", "".join(c for _, c, _ in sorted(row)))
            if not re.search("EvaluationOnly|Aspose|Unregistered", text):
                out.append((n, text, unicodedata.normalize("NFC", "".join(c for _, c, s in sorted(row) if s >= 9.6))))
    return out


def followed(paras, text_width, lines):
    """For each line that could be filled by one word more: (space if taken, space if not, both ÷ natural; taken?)."""
    seen, lost = [], 0
    for first, chars in paras:
        words, gaps, word = [], [], []
        for ch, w in chars:
            if ch == " ":
                words.append(word); gaps.append(w); word = []
            else:
                word.append((ch, w))
        words.append(word)
        wide = [sum(w for _, w in x) for x in words]
        text = ["".join(c for c, _ in x if c not in (NOTE, "\u00a0")) for x in words]
        i, head = 0, True
        while i < len(words):
            room = text_width - (first if head else 0)
            w, s, k = wide[i], 0, i + 1
            while k < len(words) and w + s + gaps[k - 1] + wide[k] <= room + 1e-6:
                w += wide[k]; s += gaps[k - 1]; k += 1
            if k >= len(words) or k - i < 2:
                break
            taken = 0 if "".join(text[i:k]) in lines else 1 if "".join(text[i : k + 1]) in lines else None
            if taken is None:
                lost += 1
                break
            natural = (s + gaps[k - 1]) / (k - i)
            seen.append(((room - w - wide[k]) / (k - i) / natural, (room - w) / (k - i - 1) / natural, taken))
            i, head = k + taken, False
    return seen, lost


def agreement(docx, ours, other):
    a, b = printed(ours), printed(other)
    most = max(len(a), len(b), 1)
    paged = sum((Counter((n, t) for n, t, _ in a) & Counter((n, t) for n, t, _ in b)).values())
    letters = [Counter(c for _, t, _ in x for c in t) for x in (a, b)]
    seen, _ = followed(*paragraphs(docx), {t for _, _, t in a})
    rule = sum((s > 0 and 1 / s <= 1 + (e - 1) / 1.3) == bool(t) for s, e, t in seen)
    other_lines = Counter((n, t) for n, t, _ in b)
    return {
        "pages": [1 + max((n for n, *_ in x), default=-1) for x in (a, b)],
        "lines": most,
        "alike": paged,
        "letters_only_ours": "".join(sorted((letters[0] - letters[1]).elements())),
        "letters_only_other": "".join(sorted((letters[1] - letters[0]).elements())),
        "decisions": len(seen),
        "by_rule": rule,
        "differing": [f"{n + 1}: {t}" for n, t, _ in a if not other_lines[(n, t)]],
    }


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("rule", "same", "json"):
        sys.exit(__doc__)
    if sys.argv[1] == "json":
        return print(json.dumps(agreement(*sys.argv[2:5])))
    if sys.argv[1] == "same":
        a = printed(sys.argv[2])
        for path in sys.argv[3:]:
            b, most = printed(path), max(len(a), 1)
            most = max(most, len(b))
            alone = sum((Counter(t for _, t, _ in a) & Counter(t for _, t, _ in b)).values())
            paged = sum((Counter((n, t) for n, t, _ in a) & Counter((n, t) for n, t, _ in b)).values())
            pages = [1 + max((n for n, *_ in x), default=-1) for x in (a, b)]
            print(f"{path}: pages {pages[0]}/{pages[1]}; lines alike {alone} of {most} = {alone / most:.1%}, on the same page {paged / most:.1%}")
        return
    paras, text_width = paragraphs(sys.argv[2])
    for path in sys.argv[3:]:
        seen, lost = followed(paras, text_width, {t for _, _, t in printed(path)})
        n = max(len(seen), 1)
        natural = sum(not t for *_, t in seen)
        by = {c: sum((s > 0 and 1 / s <= 1 + (e - 1) / c) == bool(t) for s, e, t in seen) for c in (1.2, 1.3, 1.4, 1.5, 1.6, 1.7)}
        print(f"{path}: {len(seen)} lines ({lost} paragraphs lost); by natural widths {natural} = {natural / n:.1%}; by Word's rule "
              + ", ".join(f"C={c} {k / n:.1%}" for c, k in by.items()))


main()
