"""Measures time and memory of `ngoaivu annotate` on inputs that go up to each limit and beyond.

usage: python3 benches/limits.py target/release/ngoaivu [KIND...]

Makes the inputs in a temporary folder. Tells for each how it ended (articles read, or the first
problem), CPU seconds and peak memory. SECURITY.md lists the limits.
"""

import csv
import gzip
import io
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib
from pathlib import Path

SENTENCES = (
    "Ngày {day}/{month}/2021, tại thành phố Vinh, Sở Ngoại vụ tỉnh Nghệ An tổ chức hội nghị về hợp tác với Lào.",
    "Phó Chủ tịch UBND tỉnh {name} cho biết kim ngạch đạt {number} triệu USD, tăng {day}% so với năm trước.",
    "Đoàn do ông {name} dẫn đầu đã thăm và làm việc tại Nhật Bản, Hàn Quốc và tỉnh Quảng Trị.",
)
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Minh", "Phạm Thu Hà", "Hoàng Đức Thắng")


def text(characters, end="\n"):
    """Sentences of news, about so many characters."""
    random.seed(1)
    parts, length = [], 0
    while length < characters:
        sentence = random.choice(SENTENCES).format(
            day=random.randint(1, 28),
            month=random.randint(1, 12),
            number=random.randint(10, 999),
            name=random.choice(NAMES),
        )
        parts.append(sentence)
        length += len(sentence) + 1
    return end.join(parts)[: characters - 1]


PEOPLE = "Ông {a}, Giám đốc Công ty {b}, đã thăm xã {b}."
EVENTS = "Sở {a} tổ chức Hội nghị {b} lần thứ {n} và ban hành Quyết định số {n}/QĐ-{c}, theo Thỏa thuận giữa {a} và {b}."


def invented(characters, sentence):
    """Sentences on what nobody has heard of, each another."""
    random.seed(2)
    syllable = lambda: random.choice("BCDGHKLMNPRSTVX") + random.choice(("an", "inh", "oang", "uy", "ong", "iêm", "ư", "ân"))
    parts, length = [], 0
    while length < characters:
        a, b = (" ".join(syllable() for _ in range(3)) for _ in range(2))
        parts.append(sentence.format(a=a, b=b, c=a[:2].upper(), n=random.randint(1, 99)))
        length += len(parts[-1]) + 1
    return "\n".join(parts)[: characters - 1]


def html(body):
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title></head><body>{body}</body></html>'


def docx(document, prologue=""):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types/>')
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{prologue}<w:document xmlns:w="http://schemas.openxmlformats.org/'
            f'wordprocessingml/2006/main"><w:body>{document}</w:body></w:document>',
        )
    return target.getvalue()


def stream(content, keys=b""):
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n" % (len(packed), keys) + packed + b"\nendstream"


def pdf(content, font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", more=(), pages=1):
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
    )
    others = b"".join(b"%d 0 R " % (6 + len(more) + n) for n in range(pages - 1))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R " + others + b"] /Count %d >>" % pages,
        page,
        stream(content),
        font,
        *more,
        *[page] * (pages - 1),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(out)


def drawings(depth):
    """Drawings of which each uses the next one ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    uses = [stream(b"/X Do " * 10, form + b" /Resources << /XObject << /X %d 0 R >> >>" % (7 + n)) for n in range(depth)]
    return pdf(b"/X Do", more=[*uses, stream(b"BT ET", form)])


def font_without_end():
    """A font of which each letter that is drawn is looked for among a million ranges."""
    ranges = b"".join(b"<%08x> <%08x>\n" % (n << 8, n << 8) for n in range(1 << 16, 1 << 18))
    encoding = stream(b"%d begincodespacerange\n%sendcodespacerange" % ((1 << 18) - (1 << 16), ranges))
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /DescendantFonts [7 0 R] >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor << >> >>"
    return pdf(b"BT /F1 9 Tf " + b"<0102> Tj " * 500_000 + b" ET", font, [encoding, inner])


def packed_in_layers(layers):
    content = text(2_000).encode()
    for _ in range(layers):
        target = io.BytesIO()
        with tarfile.open(fileobj=target, mode="w:gz") as archive:
            member = tarfile.TarInfo("a.txt")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        content = target.getvalue()
    return content


def many_parts(count):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", "")
        archive.writestr("last.txt", text(2_000))
    return target.getvalue()


def table(rows, characters):
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["id", "title", "text"])
    article = text(characters)
    for number in range(rows):
        writer.writerow([number, "Tin", article])
    return target.getvalue()


def entities():
    lines = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    return docx("<w:p><w:r><w:t>&a12;</w:t></w:r></w:p>", f'<!DOCTYPE d [<!ENTITY a0 "ha">{lines}]>')


MB = 1 << 20
KINDS = {
    "article of 1,000,000 characters": ("txt", lambda: text(1_000_000)),
    "the same in one line": ("txt", lambda: text(1_000_000, " ")),
    "text of 300 MB": ("txt", lambda: b"a " * (150 * MB)),
    "the same, all people invented": ("txt", lambda: invented(1_000_000, PEOPLE)),
    "the same, all events invented": ("txt", lambda: invented(1_000_000, EVENTS)),
    "HTML of 7 MB, 900,000 characters": (
        "html",
        lambda: html("<article><p>" + text(900_000).replace("\n", f'</p><p data-a="{"x" * 600}">') + "</p></article>"),
    ),
    "HTML of 8 MB of links": ("html", lambda: html('<a href="/tin">Hội nghị Ngoại vụ</a> ' * 170_000)),
    "HTML in 500,000 layers": ("html", lambda: html("<div>" * 500_000 + text(2_000))),
    "JSON in 1,000,000 layers": ("json", lambda: "[" * 1_000_000),
    "JSON of 200 MB": ("json", lambda: json.dumps([{"id": n, "text": text(20_000)} for n in range(6_000)], ensure_ascii=False)),
    "CSV of one cell of 100 MB": ("csv", lambda: table(1, 60 * MB)),
    "CSV of 200,000 rows": ("csv", lambda: table(200_000, 200)),
    "DOCX with entities of entities": ("docx", entities),
    "DOCX in 100,000 layers": ("docx", lambda: docx("<w:p>" * 100_000)),
    "DOCX that unpacks to 300 MB": ("docx", lambda: docx("<w:p/>" * (50 * MB))),
    "PDF that unpacks to 300 MB": ("pdf", lambda: pdf(b" " * (300 * MB))),
    "PDF of 8 MB of words": ("pdf", lambda: pdf(b"BT /F1 12 Tf 50 700 Td " + b"(Hoi nghi) Tj 0 -14 Td " * 350_000 + b"ET")),
    "PDF of drawings in drawings": ("pdf", lambda: drawings(10)),
    "PDF of 50,000 pages": ("pdf", lambda: pdf(b"BT /F1 9 Tf (Hoi nghi) Tj 0 -14 Td (da ban) Tj 0 -14 Td (ve hop tac) Tj ET", pages=50_000)),
    "PDF with a font without end": ("pdf", font_without_end),
    "gz that unpacks to 1 GB": ("txt.gz", lambda: gzip.compress(b"a " * (512 * MB), 1)),
    "archive of 100,000 parts": ("zip", lambda: many_parts(100_000)),
    "tar.gz in 6 layers": ("tar.gz", lambda: packed_in_layers(6)),
}


def write(file, make):
    content = make()
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def measure(program, file):
    """How it ended, CPU seconds, peak memory in MB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        command = [program, "annotate", "--no-progress", "--threads", "1", str(file)]
        child = subprocess.Popen(command, stdout=out, stderr=told)
        _, status, used = os.wait4(child.pid, 0)
        told.seek(0)
        words = told.read().decode("utf-8", "replace").strip().splitlines()
        out.seek(0)
        articles = sum(block.count(b"\n") for block in iter(lambda: out.read(MB), b""))
    ended = f"{articles} articles" if articles else (words or ["nothing said"])[0].replace(str(file), "")[:70]
    if status:
        ended = f"exit {os.waitstatus_to_exitcode(status)}: {ended}"
    return ended, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    program, *wanted = sys.argv[1:]
    print(f"{'input':34} {'CPU s':>7} {'MB':>6}  ended")
    with tempfile.TemporaryDirectory() as folder:
        for kind, (ending, make) in KINDS.items():
            if wanted and kind not in wanted:
                continue
            file = Path(folder) / f"input.{ending}"
            # Made in a process of its own: the peak memory of a child begins at that of its parent.
            maker = multiprocessing.Process(target=write, args=(file, make))
            maker.start()
            maker.join()
            ended, seconds, memory = measure(program, file)
            print(f"{kind:34} {seconds:7.2f} {memory:6.0f}  {ended}", flush=True)
            file.unlink()


if __name__ == "__main__":
    main()
