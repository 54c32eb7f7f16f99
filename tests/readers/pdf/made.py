"""PDF documents of contracts, made by code: each function gives one file's bytes, and each shows another difficulty.

Sizes, places and the order of the content stream are set by hand where these are the difficulty; elsewhere ReportLab's layout sets them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from reportlab import rl_config
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

rl_config.invariant = 1  # the same bytes on every run

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13.5, spaceAfter=6)
JUSTIFIED = ParagraphStyle("justified", BODY, alignment=TA_JUSTIFY)
TITLE = ParagraphStyle("title", BODY, fontName="Times-Bold", fontSize=18, leading=22, spaceAfter=12)
HEADING = ParagraphStyle(
    "heading", BODY, fontName="Times-Bold", fontSize=12.5, leading=15, spaceBefore=6, keepWithNext=1
)
CLAUSE = ParagraphStyle("clause", BODY, leftIndent=28, bulletIndent=0)
ITEM = ParagraphStyle("item", BODY, leftIndent=56, bulletIndent=28)
SUBITEM = ParagraphStyle("subitem", BODY, leftIndent=84, bulletIndent=56)
NOTE = ParagraphStyle("note", BODY, fontSize=8, leading=10, spaceAfter=0)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0)
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])

Story = Iterable[Flowable]
OnPage = Callable[[Canvas, Any], None]


def built(story: Story, frames: list[Frame], on_page: OnPage = lambda canvas, template: None, **options: Any) -> bytes:
    """A document whose pages have the frames."""
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=options.pop("pagesize", A4), **options)
    template.addPageTemplates([PageTemplate("page", frames, onPage=on_page)])
    template.build(list(story))
    return out.getvalue()


def one_column(bottom: float = 25 * mm, size: tuple[float, float] = A4) -> list[Frame]:
    return [Frame(25 * mm, bottom, size[0] - 50 * mm, size[1] - bottom - 25 * mm, 0, 0, 0, 0)]


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = A4, **options: Any) -> bytes:
    """A document drawn by hand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def clause(number: str, text: str, style: ParagraphStyle = CLAUSE) -> Paragraph:
    return Paragraph(text, style, bulletText=number)


def services_agreement() -> bytes:
    """Three pages with running headers, page numbers 'Page 1 of 3', clauses that go on over the pages, nested items."""

    def furniture(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(20 * mm, A5[1] - 12 * mm, "Northwind Archive Ltd - Services Agreement")
        canvas.drawRightString(A5[0] - 20 * mm, A5[1] - 12 * mm, "Confidential")
        canvas.drawCentredString(A5[0] / 2, 10 * mm, f"Page {canvas.getPageNumber()} of 3")

    story: list[Flowable] = [Paragraph("Services Agreement", TITLE)]
    story.append(
        Paragraph(
            "This agreement is made between Northwind Archive Ltd (the Provider) and the customer named in the order form "
            "(the Customer). It governs every use of the archive service.",
            BODY,
        )
    )
    story.append(Paragraph("1. Customer Content", HEADING))
    for number, text in (
        ("1.1", "The Customer keeps all rights in the documents that it stores in the service (Customer Content)."),
        ("1.2", "The Customer grants the Provider a non-exclusive, worldwide licence to host and copy Customer Content for as long "
                "as this agreement lasts, and only in order to provide the service."),
        ("1.3", "The Provider shall not:"),
    ):  # fmt: skip
        story.append(clause(number, text))
    for mark, text in (
        ("(a)", "use Customer Content to train models of machine learning, whether its own or those of others;"),
        ("(b)", "disclose Customer Content to anyone, except:"),
    ):
        story.append(clause(mark, text, ITEM))
    story.append(clause("(i)", "to sub-processors under clause 3; or", SUBITEM))
    story.append(clause("(ii)", "where a court orders it; and", SUBITEM))
    story.append(clause("(c)", "sell Customer Content.", ITEM))
    story.append(Paragraph("2. Fees", HEADING))
    for index in range(1, 7):
        story.append(
            clause(
                f"2.{index}",
                f"Charge number {index} of the price list is due within thirty days of the invoice that shows it, unless the Customer has "
                f"disputed it before the day on which it falls due, in which case clause 2.{index} does not apply to the part in dispute.",
            )
        )
    story.append(Paragraph("3. Sub-processors", HEADING))
    story.append(
        clause("3.1", "The Provider tells the Customer of a new sub-processor 30 days before it begins to work.")
    )
    return built(story, [Frame(20 * mm, 18 * mm, A5[0] - 40 * mm, 95 * mm, 0, 0, 0, 0)], furniture, pagesize=A5)


def two_columns() -> bytes:
    """Terms in two justified columns below a title over the whole width; clauses go on from column to column and page to page."""
    width, gap = (A4[0] - 40 * mm - 8 * mm) / 2, 8 * mm
    small = ParagraphStyle("small", JUSTIFIED, fontSize=8.5, leading=10.5, spaceAfter=4)
    head = ParagraphStyle("head", small, fontName="Times-Bold", fontSize=9.5, leading=12, spaceBefore=4)
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4)
    top = Frame(20 * mm, A4[1] - 45 * mm, A4[0] - 40 * mm, 25 * mm, 0, 0, 0, 0)
    first = [Frame(20 * mm + index * (width + gap), 160 * mm, width, A4[1] - 210 * mm, 0, 0, 0, 0) for index in (0, 1)]
    later = [Frame(20 * mm + index * (width + gap), 160 * mm, width, A4[1] - 180 * mm, 0, 0, 0, 0) for index in (0, 1)]
    template.addPageTemplates([PageTemplate("first", [top, *first]), PageTemplate("later", later)])
    story: list[Flowable] = [
        NextPageTemplate("later"),
        Paragraph("Terms of Carriage of Data", TITLE),
        Paragraph("These terms apply to every customer of Harbourline Networks and replace all earlier ones.", BODY),
        FrameBreak(),
    ]
    topics = ("Licence", "Data", "Fees", "Changes", "Liability", "Term", "Notices", "Law")
    for number, topic in enumerate(topics, 1):
        story.append(Paragraph(f"{number}. {topic}", head))
        for part in (1, 2):
            story.append(
                Paragraph(
                    f"{number}.{part} Under the heading {topic} the customer and the carrier agree that whatever either of them owes the other "
                    f"is owed in full, that nothing in clause {number}.{part} takes away a right which the law gives to a consumer, and that "
                    "a delay of one day in the exercise of a right does not mean that the right has been given up.",
                    small,
                )
            )
    template.build(story)
    return out.getvalue()


def fee_table() -> bytes:
    """Tables with rules: cells of several lines, a cell over two columns and one over two rows."""

    def cells(*texts: str) -> list[Paragraph]:
        return [Paragraph(text, CELL) for text in texts]

    plans = Table(
        [
            cells("Plan", "What it covers", "Fee per month"),
            cells("Basic", "Storage of up to 100 GB and support by e-mail on working days between nine and five", "EUR 40"),
            cells("Extended", "Storage of up to 2 TB, support by telephone at any hour, and a named contact", "EUR 310, payable a quarter in advance"),
            cells("Discounts are agreed in the order form.", "", ""),
        ],
        [30 * mm, 80 * mm, 45 * mm],
        style=TableStyle([("SPAN", (0, 3), (2, 3))], parent=GRID),
    )  # fmt: skip
    reductions = Table(
        [
            cells("Service", "Availability in a month", "Credit"),
            cells("Archive", "below 99.9 %", "5 %"),
            cells("", "below 99.0 %", "20 %"),
            cells("Search", "below 99.5 %", "10 %"),
        ],
        [40 * mm, 60 * mm, 30 * mm],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("SPAN", (0, 1), (0, 2))], parent=GRID),
    )
    story = [
        Paragraph("Schedule 1: Fees", TITLE),
        Paragraph("The Customer pays the fee of the plan that it has ordered:", BODY),
        plans,
        Spacer(1, 10),
        Paragraph(
            "Fees are due thirty days after the invoice. Where the service is not available, the Customer is credited:",
            BODY,
        ),
        reductions,
        Spacer(1, 10),
        Paragraph("Credits are set off against the next invoice.", BODY),
    ]
    return built(story, one_column())


def open_tables() -> bytes:
    """Tables without upright rules: key and value, a table of figures with wrapped cells, and two parties who sign."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(72, 770, "Order Form")
        canvas.setFont("Helvetica", 10)
        for y, key, value in (
            (740, "Customer:", "Lindqvist & Daughters AB"),
            (726, "Effective date:", "1 March 2026"),
            (712, "Initial term:", "24 months"),
        ):
            canvas.drawString(72, y, key)
            canvas.drawString(200, y, value)
        canvas.drawString(
            72, 684, "The following services are ordered, each for the whole of the term stated above and for the fee"
        )
        canvas.drawString(72, 671, "that stands beside it:")
        for y, cells in (
            (640, ("Service", "Scope", "Fee")),
            (618, ("Archive", "Storage of documents and of", "EUR 1,200.00")),
            (606, ("", "their earlier versions", "")),
            (584, ("Search", "Full text of all documents", "EUR 300.00")),
            (562, ("Export", "On request, within ten working", "EUR 0.00")),
            (550, ("", "days, in an open format", "")),
        ):
            canvas.drawString(72, y, cells[0])
            canvas.drawString(170, y, cells[1])
            canvas.drawRightString(480, y, cells[2])
        canvas.drawString(72, 515, "Prices are exclusive of value added tax.")
        for y, left, right in (
            (460, "For the Customer", "For the Provider"),
            (430, "Name: I. Lindqvist", "Name: P. Okafor"),
            (410, "Date: 12 February 2026", "Date: 13 February 2026"),
        ):
            canvas.drawString(72, y, left)
            canvas.drawString(320, y, right)

    return drawn(draw)


def turned() -> bytes:
    """Three pages: one turned by /Rotate, one with its text drawn sideways, one with a stamp in the margin and DRAFT across it."""

    def lines(canvas: Canvas, x: float, y: float, *texts: str) -> None:
        canvas.setFont("Times-Roman", 11)
        for index, text in enumerate(texts):
            canvas.drawString(x, y - 14 * index, text)

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize(A4)
        canvas.setPageRotation(90)
        canvas.saveState()
        canvas.rotate(90)
        lines(
            canvas,
            60,
            -80,
            "Either party may end this agreement on ninety days' notice,",
            "which must be given in writing.",
        )
        canvas.restoreState()
        canvas.showPage()
        canvas.setPageRotation(0)
        canvas.rotate(-90)
        lines(
            canvas,
            -780,
            500,
            "After the end of the agreement the Provider deletes all data",
            "within thirty days and confirms it.",
        )
        canvas.showPage()
        canvas.saveState()
        canvas.setFont("Helvetica-Bold", 90)
        canvas.setFillGray(0.9)
        canvas.translate(150, 300)
        canvas.rotate(55)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.setFillGray(0)
        lines(
            canvas, 72, 760, "The law of Denmark governs this agreement, and the courts of Aarhus", "decide about it."
        )
        canvas.rotate(90)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(200, -30, "Archived under number 2026-0417")

    return drawn(draw)


def hyphens() -> bytes:
    """Words parted at the end of lines, with hyphens that belong to them and such that do not."""
    texts = (
        "The Customer grants a non-",
        "exclusive, royalty-",
        "free and irrevoc-",
        "able licence. The Provider may engage sub-",
        "processors; each sub-processor is bound by the same obliga-",
        "tions. Data of third-",
        "party services, pre- and post-",
        "termination, are kept for a 30-",
        "day period and for any part-",
        "icular purpose free of royalty. The state-of-the-",
        "art measures of Annex B apply, notwith-",
        "standing clause 4 and/",
        "or any other agreement between Smith-",
        "Jones and the Provider. It termi\u00ad",
        "nates at once, and pre-",
        "and post-contractual duties live on.",
    )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for index, text in enumerate(texts):
            canvas.drawRightString(500, 780 - 14 * index, text)

    return drawn(draw)


def disordered() -> bytes:
    """The content stream draws the page from its end, word by word, the right column before the left one."""
    left = (
        "4. Data Protection",
        "The Provider processes personal data",
        "only on the documented instructions",
        "of the Customer, and tells it at once",
        "if an instruction breaks the law.",
    )
    right = (
        "5. Security",
        "The Provider encrypts all data at rest",
        "and in transit, and reports a breach",
        "to the Customer within 48 hours of",
        "becoming aware of it.",
    )

    def draw(canvas: Canvas) -> None:
        for x, lines in ((320, right), (72, left)):
            for index in range(len(lines) - 1, -1, -1):
                font = ("Helvetica-Bold", 11) if index == 0 else ("Helvetica", 10)
                canvas.setFont(*font)
                words = lines[index].split()
                places, at = [], float(x)
                for word in words:
                    places.append(at)
                    at += canvas.stringWidth(word + " ", *font)
                for place, word in reversed(list(zip(places, words, strict=True))):
                    canvas.drawString(place, 740 - 14 * index, word)

    return drawn(draw)


def footnotes() -> bytes:
    """Footnotes below a paragraph that goes on over the page; their marks are raised."""

    def draw(canvas: Canvas) -> None:
        def line(y: float, text: str, size: float = 11) -> None:
            text_object = canvas.beginText(72, y)
            for index, part in enumerate(text.split("^")):
                if index % 2:
                    text_object.setRise(4)
                    text_object.setFont("Times-Roman", 7)
                else:
                    text_object.setRise(0)
                    text_object.setFont("Times-Roman", size)
                text_object.textOut(part)
            canvas.drawText(text_object)

        for index in range(8):
            line(
                760 - 14 * index,
                f"Line {index + 1} of a long first clause which says what the parties have agreed on the matter,",
            )
        line(648, "and the Provider pays back the fees^1^ of the last 30^2^ days if the Customer ends the")
        canvas.line(72, 100, 200, 100)
        line(88, "^1^ Fees are those of the order form, without value added tax and without the costs of", 8)
        line(78, "travel that the Customer has approved.", 8)
        line(66, "^2^ Calendar days in the place where the Customer has its seat.", 8)
        canvas.showPage()
        line(760, "agreement for a breach of clause 9. The rest of this page is about something else, and goes")
        line(746, "on for a second line.")

    return drawn(draw)


def french_contract() -> bytes:
    """Articles in French: accents, guillemets with narrow blanks, apostrophes, bold words that open a clause."""
    story: list[Flowable] = [Paragraph("Contrat d’abonnement", TITLE)]
    for title, texts in (
        ("Article 1 – Propriété", [
            "<b>Contenus.</b> Le Client conserve l’ensemble de ses droits sur les Contenus qu’il dépose dans le Service.",
            "Le Prestataire n’utilise pas les «\u202fContenus\u202f» du Client pour entraîner des modèles d’apprentissage automatique, "
            "sauf accord écrit et préalable du Client.",
        ]),
        ("Article 2 – Durée", [
            "Le contrat est conclu pour douze (12) mois\u00a0; il se renouvelle par périodes égales, sauf dénonciation trois (3) mois avant "
            "son terme.",
        ]),
        ("Article 3 – Droit applicable", ["Le contrat est soumis au droit français."]),
    ):  # fmt: skip
        story.append(Paragraph(title, HEADING))
        story.extend(Paragraph(text, JUSTIFIED) for text in texts)
    return built(story, one_column())


def schedules() -> bytes:
    """Pages that begin with like headings at the same place, and a line of contents with leaders; nothing of the headings is furniture."""
    contents = ("1. Scope", "2. Fees", "3. Term")

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 770, "Contents")
        canvas.setFont("Helvetica", 10)
        for index, title in enumerate(contents):
            dots = " ." * int(
                (420 - canvas.stringWidth(title, "Helvetica", 10)) / canvas.stringWidth(" .", "Helvetica", 10)
            )
            canvas.drawString(72, 740 - 14 * index, f"{title}{dots} {index + 2}")
        canvas.drawString(300, 30, "1")
        for number, (title, text) in enumerate(
            (
                ("Scope", "The Provider hosts the service."),
                ("Fees", "Fees are due in thirty days."),
                ("Term", "It lasts one year."),
            ),
            1,
        ):
            canvas.showPage()
            canvas.setFont("Helvetica-Bold", 14)
            canvas.drawString(72, 770, f"Schedule {number}")
            canvas.setFont("Helvetica", 10)
            canvas.drawString(72, 745, f"{number}. {title}")
            canvas.drawString(72, 725, text)
            canvas.drawString(300, 30, str(number + 1))

    return drawn(draw)


def marks_in_text() -> bytes:
    """Lines inside a paragraph that begin like items, flush numbers, bullets of several kinds, letters with dots."""
    texts = (
        ("7.1 The Provider indemnifies the Customer against claims of others under section 5.2(a) or section", 0),
        ("12.2 of this agreement, and also against those claims of users which (a) fall under section 6 or", 0),
        ("(b) arise from the use of the service; such a claim is made in writing, be it by letter or by a mail", 0),
        ("- the latter with a receipt - and states on what it rests.", 0),
        ("7.2 The Customer shall:", 0),
        ("a.    tell the Provider of the claim without delay;", 24),
        ("b.    leave the defence to the Provider, who may at its own choice and also at its own", 24),
        ("expense settle the claim; and", 44),
        ("c.    give the help that can be expected of it:", 24),
        ("\u2022    documents,", 48),
        ("\u2022    witnesses.", 48),
        ("7.3 Nothing else is owed.", 0),
    )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for index, (text, indent) in enumerate(texts):
            canvas.drawString(72 + indent, 770 - 14 * index, text)

    return drawn(draw)


def landscape_annex() -> bytes:
    """A page upright, then one across with a table as wide as it: two sizes of page in one document, the same footer on both."""

    def footer(canvas: Canvas, template: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 20, f"Data Processing Agreement | version 3 | {canvas.getPageNumber()}")

    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4)
    wide = landscape(A4)
    template.addPageTemplates(
        [
            PageTemplate("upright", one_column(), onPage=footer),
            PageTemplate("across", one_column(size=wide), onPage=footer, pagesize=wide),
        ]
    )
    rows = [
        ["Sub-processor", "Place", "What it does", "Data"],
        [
            "Cloudwerk GmbH",
            "Frankfurt, Germany",
            "Hosting of the service and of its backups",
            "All Customer Personal Data",
        ],
        ["Mailsort Oy", "Tampere, Finland", "Sending of notices by e-mail", "Names and e-mail addresses"],
    ]
    table = Table(
        [[Paragraph(text, CELL) for text in row] for row in rows], [45 * mm, 45 * mm, 90 * mm, 60 * mm], style=GRID
    )
    template.build(
        [
            Paragraph("Data Processing Agreement", TITLE),
            Paragraph(
                "The Processor engages the sub-processors of Annex 1, and no others without the Controller's consent.",
                BODY,
            ),
            NextPageTemplate("across"),
            PageBreak(),
            Paragraph("Annex 1: Sub-processors", HEADING),
            table,
        ]
    )
    return out.getvalue()


def ligatures() -> bytes:
    """Ligatures as characters of their own, blanks of several widths, a heading in small capitals."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        for index, text in enumerate((
            "The con\ufb01dential \ufb01les of the customer \ufb02ow\u00a0back within\u200310\u2009days of\u202fthe",
            "end of the agreement, where the law de\ufb01nes it so.",
        )):  # fmt: skip
            canvas.drawString(72, 760 - 14 * index, text)
        at = 72.0
        for letter, size in zip("Definitions", (10, *[8] * 10), strict=True):
            canvas.setFont("Vera", size)
            canvas.drawString(at, 720, letter.upper())
            at += canvas.stringWidth(letter.upper(), "Vera", size)

    return drawn(draw)


DOCUMENTS = {
    make.__name__: make
    for make in (
        services_agreement, two_columns, fee_table, open_tables, turned, hyphens, disordered, footnotes, french_contract, schedules,
        marks_in_text, landscape_annex, ligatures,
    )
}  # fmt: skip
