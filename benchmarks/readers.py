"""What reading a long PDF costs: seconds of the worker's processor, the ratio to those for one page, and its highest memory.

    python benchmarks/readers.py

The PDFs are generated here: pages of clauses with running headers, in one column and in two, and with a table on each fifth page.
"""

from __future__ import annotations

import io
import resource

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from vendorlint_extractor.documents.readers.rendering import Limits
from vendorlint_extractor.documents.rendered import render

LIMITS = Limits(seconds=300)
WORDS = (  # noqa: SIM905
    "The Provider shall on the written request of the Customer and at its own cost return or delete all Customer Content that it "
    "still holds after the end of the agreement, unless the law of a member state to which the Provider is subject requires it to "
    "keep such content for longer, in which case it tells the Customer of that duty without delay and in writing."
).split()


def main() -> None:
    """Print the table."""
    base, _ = _read(1, 1)
    print(f"1 page: {base:.2f} s")
    for pages, columns in ((200, 1), (200, 2), (500, 1), (2000, 1)):
        seconds, size = _read(pages, columns)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # of the largest child so far
        print(
            f"{pages} pages, {columns} column(s), {size / 1e6:.1f} MB: {seconds:.2f} s, {seconds / base:.0f} times a page's, "
            f"{1000 * seconds / pages:.1f} ms a page, at most {memory:.0f} MB"
        )


def _read(pages: int, columns: int) -> tuple[float, int]:
    raw = _document(pages, columns)
    started = _processor()
    render(raw, "pdf", LIMITS)
    return _processor() - started, len(raw)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _document(pages: int, columns: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    width = (A4[0] - 160 - 20 * (columns - 1)) / columns
    word = 0
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 40, "Services Agreement")
        canvas.drawRightString(A4[0] - 60, 30, f"Page {page} of {pages}")
        canvas.setFont("Times-Roman", 11)
        for column in range(columns):
            x = 80 + column * (width + 20)
            for index in range(44):
                line = f"{page}.{index // 10 + 1} " if index % 10 == 0 else ""
                while canvas.stringWidth(line + WORDS[word % len(WORDS)], "Times-Roman", 11) < width:
                    line += WORDS[word % len(WORDS)] + " "
                    word += 1
                canvas.drawString(x, A4[1] - 70 - 15.5 * index, line.rstrip())
        if page % 5 == 0:
            canvas.grid([60, 200, 340], [50, 65, 80])
            canvas.drawString(64, 54, "Storage")
            canvas.drawString(204, 54, "EUR 40")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main()
