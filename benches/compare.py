"""The same plans, with other data in each, made by this program and by what an office would otherwise take.

`benches/run` calls this with the program, the bench binary and a folder to work in. Every figure of
`benches/README.md` between the two marks is measured here. One core each unless a line says otherwise.
"""

import itertools
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape, unescape

VANTHU, BATCH, WORK = (Path(arg).resolve() for arg in sys.argv[1:])
README = Path(__file__).with_name("README.md")
COUNT = int(os.environ.get("VANTHU_BENCH_COUNT", "60"))
MANY = int(os.environ.get("VANTHU_BENCH_MANY", "10000"))
# A batch in which the start of the program no longer counts.
LARGE = 4 * COUNT
ROUNDS = 3
OLD = itertools.count()
CORE = ["taskset", "-c", "1"]
TWO = ["taskset", "-c", "0,1"]
TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
PARTS = ["word/document.xml", "word/footnotes.xml"]


def run(*args, **kwargs):
    done = subprocess.run([str(a) for a in args], capture_output=True, text=True, **kwargs)
    if done.returncode:
        sys.exit(f"{args[:3]}…: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def seconds(*args):
    start = time.perf_counter()
    run(*args)
    return time.perf_counter() - start


def median_ms(measure, documents):
    """The median of some rounds, in ms a document."""
    return statistics.median(measure() for _ in range(ROUNDS)) / documents * 1000


def folders(kind, count=COUNT):
    batch = WORK / f"{kind}-{count}"
    if not batch.exists():
        run(BATCH, "write", batch, count, kind)
    return sorted(batch.iterdir())


def build(ho_so, out, *more, cores=CORE):
    # To delete so many files just before would slow the file system down while it is measured.
    if out.exists():
        out.rename(WORK / f"cu-{next(OLD)}")
    return seconds(*cores, VANTHU, "build", *ho_so, "-o", out, *more)


def words_of_docx(path):
    """The words of the text and of the notes."""
    with zipfile.ZipFile(path) as package:
        texts = (package.read(part).decode() for part in PARTS)
        joined = " ".join(re.sub(r"</w:p>", " ", text) for text in texts)
    return sorted(unescape(re.sub(r"<[^>]*>", "", joined)).split())


def words_of_pdf(path):
    return sorted(run("pdftotext", "-layout", path, "-").split())


def texts_of(path):
    """Every run of text in the parts that a document has of its own."""
    with zipfile.ZipFile(path) as package:
        return [[unescape(m[2]) for m in TEXT.finditer(package.read(part).decode())] for part in PARTS]


def template(docs, target):
    """A docxtpl template: the first file with a tag for every text that differs from file to file."""
    all_texts = [texts_of(doc) for doc in docs]
    assert len({tuple(map(len, texts)) for texts in all_texts}) == 1
    tags = {}
    for part in range(len(PARTS)):
        for place, column in enumerate(zip(*[texts[part] for texts in all_texts])):
            if len(set(column)) > 1:
                tags[part, place] = f"t{part}_{place}"
    with zipfile.ZipFile(docs[0]) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name in PARTS:
                places = iter(range(10**6))
                part = PARTS.index(name)

                def tagged(match):
                    tag = tags.get((part, next(places)))
                    return match[1] + ("{{ %s }}" % tag if tag else match[2]) + match[3]

                data = TEXT.sub(tagged, data.decode()).encode()
            out.writestr(name, data)
    return [
        {tag: escape(texts[part][place]) for (part, place), tag in tags.items()} for texts in all_texts
    ]


DOCXTPL = """
import json, sys, time
from docxtpl import DocxTemplate
template, contexts, out = sys.argv[1:]
contexts = json.load(open(contexts))
def one(i, context):
    doc = DocxTemplate(template)
    doc.render(context)
    doc.save(f"{out}/{i:05}.docx")
one(0, contexts[0])
start = time.perf_counter()
for i, context in enumerate(contexts):
    one(i, context)
print(time.perf_counter() - start)
"""

LAYOUT = Path(__file__).parent / "typst"

# Whole files, each with a compiler of its own, as a script would make them.
TYPST = """
import glob, sys, time, typst
root, fonts = sys.argv[1:]
files = sorted(glob.glob(root + "/*.json"))
def one(i, file):
    data = open(file).read()
    open(root + "/du-lieu.json", "w").write(data)
    pdf = typst.compile(root + "/the-thuc/nd30.typ", root=root, font_paths=[fonts], pdf_standards=["a-2a"],
        ignore_system_fonts=True)
    open(f"{root}/{i:05}.pdf", "wb").write(pdf)
files = [f for f in files if not f.endswith("du-lieu.json")]
one(0, files[0])
start = time.perf_counter()
for i, file in enumerate(files):
    one(i, file)
print(time.perf_counter() - start)
"""

# The compiler alone, kept with its memory and its fonts; data and files don't count.
ALONE = """
import glob, statistics, sys, time, typst
root, fonts = sys.argv[1:]
files = sorted(f for f in glob.glob(root + "/*.json") if not f.endswith("du-lieu.json"))
compiler = typst.Compiler(root + "/the-thuc/nd30.typ", root=root, font_paths=[fonts], ignore_system_fonts=True)
times, made = [], set()
for file in files:
    open(root + "/du-lieu.json", "w").write(open(file).read())
    start = time.perf_counter()
    pdf = compiler.compile(pdf_standards=["a-2a"])
    times.append(time.perf_counter() - start)
    made.add(pdf)
assert len(made) == len(files)
print(statistics.median(times[len(times) // 2:]) * 1000)
"""


def others(kind, docs, pdfs):
    """docxtpl, LibreOffice on its files, Typst from Python and its compiler alone; ms a document each."""
    work = WORK / f"others-{kind}"
    shutil.rmtree(work, ignore_errors=True)
    (work / "docx").mkdir(parents=True)
    contexts = template(docs, work / "mau.docx")
    (work / "contexts.json").write_text(json.dumps(contexts))
    args = [*CORE, sys.executable, "-c", DOCXTPL, work / "mau.docx", work / "contexts.json", work / "docx"]
    docxtpl = median_ms(lambda: float(run(*args)), len(docs))
    made = sorted((work / "docx").iterdir())
    for ours, theirs in zip(docs, made):
        assert words_of_docx(ours) == words_of_docx(theirs), theirs

    profile = f"-env:UserInstallation=file://{work}/profile"
    office = [*CORE, "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work / "pdf", *made]
    run(*office)
    libreoffice = median_ms(lambda: seconds(*office), len(docs))
    for ours, theirs in zip(pdfs, sorted((work / "pdf").iterdir())):
        assert words_of_pdf(ours) == words_of_pdf(theirs), theirs

    layout = work / "typst"
    run(BATCH, "data", layout, len(docs), kind)
    shutil.copytree(LAYOUT, layout / "the-thuc")
    fonts = Path(__file__).parent.parent / "fonts"
    one = {**os.environ, "RAYON_NUM_THREADS": "1"}
    typst = lambda script: float(run(*CORE, sys.executable, "-c", script, layout, fonts, env=one))
    python_typst = median_ms(lambda: typst(TYPST), len(docs))
    alone = statistics.median(typst(ALONE) for _ in range(ROUNDS))
    for ours, theirs in zip(pdfs, sorted(layout.glob("*.pdf"))):
        # Typst's own lists add a mark of theirs to our dashes.
        missing = Counter(words_of_pdf(ours)) - Counter(words_of_pdf(theirs))
        assert not missing, (theirs, missing)
    return docxtpl, libreoffice, python_typst, alone


def side_by_side():
    rows = []
    for kind in ("family", "different"):
        ho_so, out = folders(kind), WORK / f"ra-{kind}"
        one = median_ms(lambda: build(ho_so, out, "-j", "1"), COUNT)
        two = median_ms(lambda: build(ho_so, out, "-j", "2", cores=TWO), COUNT)
        single = median_ms(lambda: build(ho_so, out, "-j", "1", cores=TWO), COUNT)
        pdf = median_ms(lambda: build(ho_so, WORK / "chi-pdf", "-j", "1", "-f", "pdf"), COUNT)
        docs, pdfs = (sorted(out.glob(f"*/*.{ending}")) for ending in ("docx", "pdf"))
        assert len(docs) == len(pdfs) == COUNT
        docxtpl, libreoffice, python_typst, alone = others(kind, docs, pdfs)
        rows.append(
            dict(kind=kind, both=one, pdf=pdf, docxtpl=docxtpl, libreoffice=libreoffice, typst=python_typst,
                 alone=alone, ratio=(docxtpl + libreoffice) / one, typst_ratio=python_typst / pdf, workers=one / two,
                 free=single / two, scaling=scaling(kind))
        )
        print(rows[-1], file=sys.stderr)
    return rows


def cold():
    """One plan, both files, from the start of the process to its end: the median, in ms."""
    folder, out = folders("different")[0], WORK / "lanh"
    times = [build([folder], out, cores=TWO) for _ in range(21)]
    return statistics.median(times) * 1000


def cold_others():
    """The same from docxtpl and LibreOffice, each from its own start, with what `others` left behind."""
    work = WORK / "others-different"
    one = work / "mot.json"
    one.write_text(json.dumps(json.loads((work / "contexts.json").read_text())[:1]))
    script = DOCXTPL.replace("one(0, contexts[0])\n", "")
    word = lambda: seconds(*TWO, sys.executable, "-c", script, work / "mau.docx", one, work / "docx")
    profile = f"-env:UserInstallation=file://{work}/profile"
    office = [*TWO, "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work / "pdf"]
    print_it = lambda: seconds(*office, work / "docx" / "00000.docx")
    return statistics.median(word() + print_it() for _ in range(7)) * 1000


def scaling(kind):
    """One worker on one core against two on two, where the start of the program is small beside the rest."""
    ho_so, out = folders(kind, LARGE), WORK / f"lon-{kind}"
    one = median_ms(lambda: build(ho_so, out, "-j", "1"), LARGE)
    return one / median_ms(lambda: build(ho_so, out, "-j", "2", cores=TWO), LARGE)


def peak_of_workers(pid):
    """The most memory that a worker of the process has held, in MB."""
    most = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue
        if f"PPid:\t{pid}\n" in text and (peak := re.search(r"VmHWM:\s+(\d+) kB", text)):
            most = max(most, int(peak[1]) // 1024)
    return most


def memory():
    """Peak of a worker after a tenth and after all of a long run."""
    ho_so, out = folders("different", MANY), WORK / "nhieu"
    shutil.rmtree(out, ignore_errors=True)
    # Named from inside their folder: so many names would not fit into one command otherwise.
    names = [folder.name for folder in ho_so]
    start = time.perf_counter()
    child = subprocess.Popen([VANTHU, "build", *names, "-o", out], cwd=ho_so[0].parent,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    early, late = 0, 0
    while child.poll() is None:
        now = peak_of_workers(child.pid)
        late = max(late, now)
        if not early and (out / names[MANY // 10]).exists():
            early = now
        time.sleep(0.2)
    assert child.returncode == 0 and len(list(out.iterdir())) == MANY
    took = time.perf_counter() - start
    shutil.rmtree(out)
    return early, late, took


LONG = """loai: bao_cao
ngay_ban_hanh: 4/5/2023
trich_yeu: Kết quả hoạt động
noi_dung: than.md
noi_nhan: [Các Ban của HĐND Tỉnh]
"""


def long_documents():
    """Seconds and pages of ever longer documents."""
    rows = []
    for paragraphs in (250, 500, 1000, 2000, 4000):
        folder = WORK / f"dai-{paragraphs}"
        folder.mkdir(exist_ok=True)
        shutil.copy(folders("family")[0] / "co-quan.yaml", folder)
        text = "Hội đồng nhân dân Tỉnh đã giám sát việc thực hiện nghị quyết số {} tại các địa phương, qua đó kiến nghị " \
            "các cơ quan liên quan rà soát, sửa đổi, bổ sung quy định cho phù hợp với thực tế, bảo đảm quyền lợi của " \
            "Nhân dân và nâng cao hiệu lực, hiệu quả quản lý nhà nước trên địa bàn Tỉnh trong thời gian tới."
        (folder / "than.md").write_text("\n\n".join(text.format(i) for i in range(paragraphs)))
        (folder / "bao-cao.yaml").write_text(LONG)
        took = statistics.median(build([folder], WORK / "ra-dai") for _ in range(3))
        info = run("pdfinfo", WORK / "ra-dai" / "bao-cao.pdf")
        rows.append((int(re.search(r"Pages:\s+(\d+)", info)[1]), took))
    return rows


def word_ms(layers, kind):
    """The layer of the Word file in the tables of `batch layers`: the median over how long Typst remembers."""
    return statistics.median(
        float(re.search(r"word ([0-9.]+)", layer)[1]) for layer in layers if layer.startswith(kind)
    )


def line(name, columns, show):
    """A row of a table, with what there is to show of each column."""
    return f"| {name} | " + " | ".join(map(show, columns)) + " |"


def table(rows, own, start, memory_rows, long_rows, layers):
    machine = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "?")
    versions = run("soffice", "--version").split()[1]
    out = [
        f"Measured on {platform.system()}, {os.cpu_count()} cores, {machine}; LibreOffice {versions}, docxtpl "
        f"{version('docxtpl')}, typst (Python) {version('typst')}; {COUNT} documents a batch, median of {ROUNDS} rounds.",
        "",
        "| one core, ms a document | family | different |",
        "|---|---|---|",
    ]

    def row(name, show):
        out.append(line(name, rows, show))

    row("**vanthu, PDF and Word**", lambda r: f"**{r['both']:.1f}**")
    row("docxtpl, Word", lambda r: f"{r['docxtpl']:.1f}")
    row("LibreOffice headless, PDF of that (one call)", lambda r: f"{r['libreoffice']:.1f}")
    row("**docxtpl + LibreOffice ÷ vanthu**", lambda r: f"**{r['ratio']:.1f} ×**")
    row("vanthu, PDF alone", lambda r: f"{r['pdf']:.1f}")
    row("Typst from Python, PDF alone, same layout", lambda r: f"{r['typst']:.1f}")
    row("Typst from Python ÷ vanthu", lambda r: f"{r['typst_ratio']:.1f} ×")
    row("two workers on two cores ÷ one on one core", lambda r: f"{r['workers']:.2f} ×")
    row(f"the same with {LARGE} documents", lambda r: f"{r['scaling']:.2f} ×")
    row("two workers on two cores ÷ one that may use both", lambda r: f"{r['free']:.2f} ×")
    out += ["", "| in one process, ms a document | family | different |", "|---|---|---|"]

    own = [{**of_process, **of_programs} for of_process, of_programs in zip(own, rows)]

    def inside(name, show):
        out.append(line(name, own, show))

    inside("YAML to PDF: read, checked, worded, set, written", lambda b: f"{b['ours']:.1f}")
    inside("blocks to PDF: set, written", lambda b: f"{b['writer']:.1f}")
    inside("Typst alone: compile and export the same pages", lambda b: f"{b['alone']:.1f}")
    inside("YAML to PDF ÷ Typst alone", lambda b: f"{b['ours'] / b['alone']:.2f}")
    inside("blocks to PDF ÷ Typst alone", lambda b: f"{b['writer'] / b['alone']:.2f}")
    ceilings = [(r["docxtpl"] + r["libreoffice"]) / (r["alone"] + word_ms(layers, r["kind"])) for r in rows]
    out.append(line("docxtpl + LibreOffice ÷ (Typst alone + our Word file)", ceilings, lambda c: f"{c:.1f} ×"))
    out += ["", "Where the time goes, in ms (`batch layers`), with Typst's memory kept for so many documents:", "", "```"]
    out += layers + ["```", ""]
    start, others_start = start
    out.append(
        f"Cold start, one plan to both files: **{start:.0f} ms**; docxtpl and LibreOffice, each from its own start: "
        f"{others_start:.0f} ms, {others_start / start:.0f} times as long."
    )
    early, late, took = memory_rows
    out.append(
        f"{MANY} wholly different documents in one run: a worker's peak is {early} MB after a tenth and **{late} MB** at the "
        f"end; {took / MANY * 1000:.1f} ms a document with a worker on each core."
    )
    pages = ", ".join(f"{pages} pages {took:.2f} s ({took / pages * 1000:.1f} ms a page)" for pages, took in long_rows)
    out.append(f"Long documents, both files: {pages}.")
    return "\n".join(out)


def summary(rows, start, memory_rows, long_rows):
    """What the project's README says of it."""
    _, late, _ = memory_rows
    pages, took = long_rows[-1]
    lines = ["| measured with `benches/run` | a family of one text | wholly different |", "|---|---|---|"]

    def row(name, show):
        lines.append(line(name, rows, show))

    row("vanthu: YAML read and checked, PDF and Word on the disk", lambda r: f"{r['both']:.1f} ms")
    row("docxtpl for Word + LibreOffice for the PDF", lambda r: f"{r['docxtpl'] + r['libreoffice']:.1f} ms")
    row("**how many times faster**", lambda r: f"**{r['ratio']:.1f}**")
    row("vanthu, PDF alone", lambda r: f"{r['pdf']:.1f} ms")
    row("Typst from Python, PDF alone", lambda r: f"{r['typst']:.1f} ms")
    row("two workers on two cores ÷ one on one", lambda r: f"{r['workers']:.2f} ×")
    start, others_start = start
    lines.append(f"| one plan to both files, from the start of the program | {start:.0f} ms | |")
    lines.append(f"| the same with docxtpl and LibreOffice | {others_start:.0f} ms | |")
    lines.append(f"| most memory of a worker over {MANY} different documents | | {late} MB |")
    lines.append(f"| {pages} pages to both files | {took:.2f} s | |")
    return "\n".join(lines)


def put(path, words):
    """Between the marks of a file."""
    text = path.read_text()
    before, _, rest = text.partition("<!-- measured -->\n")
    _, _, after = rest.partition("<!-- end -->")
    path.write_text(f"{before}<!-- measured -->\n{words}\n<!-- end -->{after}")


def version(name):
    from importlib.metadata import version as of

    return of(name)


def main():
    one = {**os.environ, "RAYON_NUM_THREADS": "1"}
    own = [json.loads(line) for line in run(*CORE, BATCH, "own", COUNT, env=one).splitlines()]
    layers = []
    for kind in ("family", "different"):
        for kept in (0, 1, 2, 4, 8, 16):
            layers.append(f"{kind:9} {kept:2}: " + run(*CORE, BATCH, "layers", COUNT, kept, kind, env=one).strip())
    rows = side_by_side()
    start = cold(), cold_others()
    long_rows, memory_rows = long_documents(), memory()
    measured = table(rows, own, start, memory_rows, long_rows, layers)
    print(measured)
    put(README, measured)
    put(README.parent.parent / "README.md", summary(rows, start, memory_rows, long_rows))


main()
