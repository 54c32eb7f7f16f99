"""Contracts as Word saves them, each with another difficulty; expected/NAME.md is what is read of the function NAME."""

from __future__ import annotations

from .word import (
    CHANGE,
    abstract,
    b,
    cell,
    deleted,
    docx,
    field,
    ins,
    level,
    num,
    p,
    r,
    row,
    style,
    table,
)  # fmt: skip


def legal_numbering() -> bytes:
    """Articles, sections and items by numbering tied to styles; restarts; a level that is legal; numbers of empty paragraphs."""
    legal = abstract(
        4,
        level(0, "Article %1", "upperRoman", '<w:pStyle w:val="Heading1"/>'),
        level(1, "%1.%2", "decimalZero", '<w:pStyle w:val="Heading2"/><w:isLgl/>'),
        level(2, "(%3)", "lowerLetter", '<w:pStyle w:val="Clause3"/>'),
        level(3, "(%4)", "lowerRoman", '<w:lvlRestart w:val="1"/><w:pStyle w:val="Clause4"/>'),
    )
    linked = abstract(5, more='<w:numStyleLink w:val="Schedule"/>')
    schedule = abstract(6, level(0, "%1.", start=1), level(1, "%1.%2"), more='<w:styleLink w:val="Schedule"/>')
    plain = abstract(7, level(0, "%1."), level(1, "%2.", "lowerLetter"))
    numbered = '<w:pPr><w:numPr>{}<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{}"/></w:pPr>'
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + style("Heading1", "heading 1", more=numbered.format("", 0) + "<w:rPr><w:b/></w:rPr>")
        + style("Heading2", "heading 2", more=numbered.format('<w:ilvl w:val="1"/>', 1))
        + style("Clause3", "Clause 3", more='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Clause3Wide", "Clause 3 wide", "Clause3")
        + style("Clause4", "Clause 4", more='<w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    )
    numbering = (
        legal
        + linked
        + schedule
        + plain
        + num(1, 4)
        + num(2, 5)
        + num(3, 7)
        + num(5, 7)
        + num(6, 7, {0: 1})
        + num(7, 7, {1: 3})
    )
    body = (
        p("SUBSCRIPTION AGREEMENT", style="Normal", props="<w:jc w:val='center'/>")
        + p("Definitions", style="Heading1")
        + p("“Services” means the services of Bramley Grid plc.", style="Heading2")
        + p("Fees", style="Heading1")
        + p(r("Payment", "<w:u w:val=\"single\"/>"), ". Customer pays invoices within 45 days.", style="Heading2")
        + p("Late payment", style="Heading2")
        + p("Interest accrues at 4% a year, if:", style="Clause3")
        + p("the invoice is undisputed; and", style="Clause4")
        + p("Bramley Grid has sent a reminder.", style="Clause4")
        + p("Bramley Grid may suspend the services, if:", style="Clause3Wide")
        + p("the amount is above EUR 500.", style="Clause4")
        + p("", style="Clause3")
        + p("Suspension does not end the agreement.", style="Clause3")
        + p("Not numbered although in the style.", style="Clause3", num=0)
        + p("Term", style="Heading1")
        + p("The term is three years.", style="Heading2")
        + p("Schedule", props='<w:outlineLvl w:val="0"/>')
        + p("Support", num=(2, 0)) + p("Support is by e-mail.", num=(2, 1)) + p("Answers take one day.", num=(2, 1))
        + p("List one", num=(3, 0)) + p("inner", num=(3, 1)) + p("goes on in another numbering", num=(5, 0))
        + p("starts again", num=(6, 0)) + p("and goes on", num=(6, 0)) + p("third", num=(7, 1)) + p("fourth", num=(7, 1))
    )  # fmt: skip
    return docx(body, styles=styles, numbering=numbering)


def heading_clauses() -> bytes:
    """Whole clauses in heading styles, with run-in titles; headings by bold type alone; a title with a line break."""
    numbering = abstract(
        1, level(0, "%1.", more='<w:pStyle w:val="Heading1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="Heading2"/>')
    )
    numbering += num(1, 1)
    off = '<w:b w:val="0"/>'
    body = (
        p("Consulting\nAgreement", style="Title")
        + p(b("Parties"))
        + p("Wren & Pike LLP (“", b("Consultant"), "”) and the client named below (“", b("Client"), "”).")
        + p(b("Services"), style="Heading1", num=(1, 0))
        + p("Standard.", r(" Consultant performs the services with the care of an experienced consultant in its field.", off),
            style="Heading2", num=(1, 1))
        + p(r("Staff", off + '<w:u w:val="single"/>'), r(". Consultant may replace staff after consulting Client about the person.", off),
            style="Heading2", num=(1, 1))
        + p("Liability", style="Heading1", num=(1, 0))
        + p(r("Cap", '<w:rStyle w:val="Strong"/>'), r(" and exclusions: ", '<w:rStyle w:val="Strong"/>'),
            r("neither party is liable for lost profit, and each party’s liability is limited to EUR 100,000.", off),
            style="Heading2", num=(1, 1))
        + p(b("Nothing limits liability for fraud."), style="Heading2", num=(1, 1))
        + p("Fees are due in advance.", style="Heading2", num=(1, 1))
        + p(b("EXCEPT AS STATED HERE, CONSULTANT GIVES NO WARRANTY OF ANY KIND, AND CLIENT USES ALL RESULTS AT ITS OWN RISK."))
    )  # fmt: skip
    return docx(body, numbering=numbering)


def tracked_changes() -> bytes:
    """Insertions, deletions, moves, a deleted paragraph mark, deleted and inserted rows, changed formats."""
    gone = f"<w:rPr><w:del {CHANGE}/></w:rPr>"
    numbering = abstract(1, level(0, "%1.")) + num(1, 1)
    body = (
        p("Terms of Supply", style="Title")
        + p("Notice is given ", deleted("30"), ins("90"), " days before the end of the term.", num=(1, 0))
        + p(deleted("Supplier may change prices at any time."), num=(1, 0), props=gone)
        + p("Supplier may change prices once a year,", num=(1, 0), props=gone)
        + p(" and by at most 3%.", num=(1, 0))
        + p(ins("Customer may audit Supplier once a year."), num=(1, 0), props=f"<w:rPr><w:ins {CHANGE}/></w:rPr>")
        + '<w:moveFromRangeStart w:id="4" w:name="move1" w:author="A" w:date="2026-01-12T09:00:00Z"/>'
        + p(f"<w:moveFrom {CHANGE}>{r('Delivery is to the port of Gdańsk.')}</w:moveFrom>", num=(1, 0),
            props=f"<w:rPr><w:moveFrom {CHANGE}/></w:rPr>")
        + '<w:moveFromRangeEnd w:id="4"/>'
        + p(r("Bold was added here.", f"<w:rPrChange {CHANGE}><w:rPr><w:b/></w:rPr></w:rPrChange>"), num=(1, 0))
        + p(f"<w:moveTo {CHANGE}>{r('Delivery is to the port of Gdańsk.')}</w:moveTo>", num=(1, 0))
        + table(
            row("Item", "Price"),
            row("Bolts", cell(p(deleted("EUR 1.00"), ins("EUR 1.20")))),
            row("Nuts", "EUR 0.80", props=f"<w:del {CHANGE}/>"),
            row("Washers", "EUR 0.10", props=f"<w:ins {CHANGE}/>"),
        )
    )  # fmt: skip
    return docx(body, numbering=numbering)


def notes_and_comments() -> bytes:
    """Footnotes, endnotes in Roman figures, a note with a mark of its own, comments, raised figures."""
    mark = '<w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/>'
    reference = f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteReference w:id="{{}}"/></w:r>'
    ref = f"<w:r><w:rPr>{mark}</w:rPr><w:footnoteRef/></w:r>"
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{p(ref, " Calendar days, in the time zone of Bergen.")}</w:footnote>'
        f'<w:footnote w:id="2">{p(ref, " Directive 2011/7/EU.")}{p("As amended.")}</w:footnote>'
        f'<w:footnote w:id="3">{p(r("*", mark), " Without taxes.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>", " Formerly Holmgang AS.")}</w:endnote>'
    body = (
        p("Payment Terms", style="Heading1")
        + p("Invoices are paid within 30", reference.format(1), " days; later, interest is due", reference.format(2), ".")
        + p('<w:commentRangeStart w:id="0"/>', "Skagen Data AS", '<w:r><w:endnoteReference w:id="2"/></w:r>', '<w:commentRangeEnd w:id="0"/>',
            '<w:r><w:commentReference w:id="0"/></w:r>', " sends invoices on the 1", r("st", '<w:vertAlign w:val="superscript"/>'), " of a month.")
        + table(row("Plan", "Fee"), row("Team", cell(p("EUR 40", '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>'))))
        + p("The area is 20 m", r("2", '<w:vertAlign w:val="superscript"/>'), ".")
    )  # fmt: skip
    comments = f'<w:comment w:id="0">{p("Who is that now?")}</w:comment>'
    return docx(body, footnotes=footnotes, endnotes=endnotes, comments=comments)


def tables() -> bytes:
    """Merged cells, a table in a table, one that lays out a page, one of marks, content controls and numbers in cells."""
    wide, down, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    numbering = abstract(1, level(0, "%1."), level(1, "%1.%2")) + num(1, 1)
    body = (
        p("Service Levels", style="Heading1")
        + table(
            row(cell("Severity", props=down), cell("Response", props=wide)),
            row(cell("", props=on), "in office hours", "otherwise"),
            row("1 | critical", "1 hour", f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('2 hours')}</w:sdtContent></w:sdt>"),
            row("2", cell(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('4 hours')}</w:sdtContent></w:sdt>"), cell("next day,", "by noon")),
        )
        + table(row(cell(p("Scope", num=(1, 0))), "Production systems"), row(cell(p("Credits", num=(1, 0))), "10% of the monthly fee"))
        + p("The credits of clause 2 are the sole remedy.", num=(1, 0))
        + table(row("(a)", "Maintenance is announced five days before."), row("(b)", "It takes place on Sundays."))
        + table(row(cell(p("Provider", style="Heading2"), p("Ashgrove Cloud Ltd"), p("1 Mill Lane"), p("York")),
                    cell(p("Customer", style="Heading2"), p("as in the order form"))))
        + table(row(cell(p("Annex"), table(row("Region", "Site"), row("EU", "Dublin")), p("End of annex."))))
        + table(row("Sole column: fees are fixed for the first year."))
    )  # fmt: skip
    return docx(body, numbering=numbering)


def text_boxes() -> bytes:
    """A drawing with its fallback, an old text box, a picture, a box in a cell and a box with a list."""
    inner = "<w:txbxContent>{}</w:txbxContent>"
    numbering = abstract(1, level(0, "", "bullet")) + num(1, 1)

    def drawing(*paragraphs: str) -> str:
        content = inner.format("".join(paragraphs))
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
            f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    body = (
        p("Licence", style="Heading1")
        + p("The licence is perpetual.", drawing(p(b("Important")), p("It ends if fees are not paid.")))
        + p(f"<w:r><w:pict><v:shape><v:textbox>{inner.format(p('Confidential'))}</v:textbox></v:shape></w:pict></w:r>")
        + p("<w:r><w:drawing><wp:inline><a:graphic/></wp:inline></w:drawing></w:r>")
        + table(row("Seats", cell(p("40", drawing(p("up to 50", num=(1, 0)), p("with notice", num=(1, 0)))))))
        + p("The end.")
    )
    return docx(body, numbering=numbering)


def fields() -> bytes:
    """Two tables of contents, cross-references, page numbers, form fields, content controls, links, smart tags, hidden words."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3" \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>{}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    choice = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="monthly"/><w:listEntry w:val="yearly"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    control = '<w:sdt><w:sdtPr><w:alias w:val="Date"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    body = (
        p("Order Form", style="Title")
        + gallery.format(p("Contents") + p(begin, "1. Fees\t1", style="TOC1") + p("2. Term\t2", style="TOC1") + p(end))
        + p(begin, r("Fees"), field("PAGEREF _Toc1 \\h", "1")) + p(r("Term"), field("PAGEREF _Toc2 \\h", "2")) + p(end)
        + p("Fees", style="Heading1")
        + p('<w:bookmarkStart w:id="0" w:name="_Ref1"/>', "Fees are billed ", choice, ", see clause ", field("REF _Ref2 \\r \\h", "2.1"),
            ' and page ', field("PAGEREF _Ref2", "7"), ".", '<w:bookmarkEnd w:id="0"/>')
        + p("Dated ", control.format(r("1 March 2026")), " at ", '<w:smartTag w:element="place">' + r("Porto") + "</w:smartTag>", ".")
        + control.format(p("This block is in a content control."))
        + p(box.format("<w:checked/>"), " support  ", box.format(""), " training ", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " hosting")
        + p("See ", '<w:hyperlink r:id="rId9" w:history="1">' + r("the price list", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>", ".")
        + p("Page ", '<w:fldSimple w:instr=" PAGE ">' + r("3") + "</w:fldSimple>", " of ", field("NUMPAGES", "9"), ".")
        + p("Fees exclude tax.", r(" Draft comment.", "<w:vanish/>"))
        + p("IF: ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>', field("DOCPROPERTY x", "1"),
            '<w:r><w:instrText> = 1 "yes" "no" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', "yes", end)
    )  # fmt: skip
    return docx(body)


def signs() -> bytes:
    """Symbols, hyphens, tabs of a signature block, breaks, odd bullets, marks of direction, words that look like markup."""
    bullets = abstract(1, level(0, "\uf0b7", "bullet"), level(1, "o", "bullet"), level(2, "➢", "bullet")) + num(1, 1)
    body = (
        p("Non", "<w:r><w:noBreakHyphen/></w:r>", "exclusive li", "<w:r><w:softHyphen/></w:r>", "cence", '<w:r><w:sym w:font="Symbol" w:char="F0D2"/></w:r>')
        + p("Uptime ", r("\uf0b3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), " 99.9% ", '<w:r><w:sym w:font="Calibri" w:char="00A7"/></w:r>', " 4")
        + p("Customer may:", style="ListParagraph")
        + p("copy,", num=(1, 0)) + p("print, and", num=(1, 1)) + p("share.", num=(1, 2))
        + p("# No heading and * no emphasis_ <b> [x](y)")
        + p("- No item")
        + p("\u200fשלום\u200f Tel Aviv \u202bספק\u202c Ltd")
        + p("First page.", '<w:r><w:br w:type="page"/></w:r>', "Second page.\nNew line.")
        + p("SIGNED for\tSIGNED for")
        + p(b("Quern Systems Inc."), "<w:r><w:tab/></w:r>", b("Customer"))
        + p("By: ________\tBy: ________\nName:\tName:")
    )  # fmt: skip
    return docx(body, numbering=bullets)


def strict() -> bytes:
    """The strict form of the standard, with headers and footers, which are left out."""
    numbering = abstract(
        1,
        level(0, "§ %1", "decimal"),
        level(1, "%2)", "lowerLetter"),
        level(2, "%3", "ordinalText"),
        level(3, "", "none"),
    ) + num(1, 1)
    body = (
        p("Rahmenvertrag", style="Title")
        + p("Laufzeit", style="Heading1", num=(1, 0))
        + p("Der Vertrag läuft zwei Jahre.", num=(1, 1))
        + p("Er verlängert sich um ein Jahr.", num=(1, 1))
        + p("Haftung", style="Heading1", num=(1, 0))
        + p("Die Haftung ist auf 10.000 € begrenzt.", num=(1, 1))
        + p("Vorsatz bleibt unberührt.", num=(1, 2))
        + p("Ohne Zahl.", num=(1, 3))
        + p(r("Fett im strengen Format", '<w:b w:val="on"/>'), r(" und mager.", '<w:b w:val="off"/>'))
    )
    parts = {"word/header1.xml": "<w:hdr/>", "word/footer1.xml": "<w:ftr/>"}
    return docx(body, numbering=numbering, parts=parts, strict=True)


def french() -> bytes:
    """A French contract, with its blanks, guillemets, articles and a numbering of styles with local names."""
    numbering = (
        abstract(1, level(0, "Article %1 –", more='<w:pStyle w:val="Titre1"/>'), level(1, "%1.%2.", more='<w:pStyle w:val="Titre2"/>'), level(2, "–", "bullet"))
        + num(1, 1)
    )  # fmt: skip
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + style("Titre", "Title")
        + style(
            "Titre1", "heading 1", more='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr>'
        )
        + style("Titre2", "heading 2", more='<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    )
    body = (
        p("Contrat d’abonnement", style="Titre")
        + p("Entre Genévrier\u00a0SARL, ci-après «\u00a0", b("le Prestataire"), "\u00a0», et le client, ci-après «\u202fle\u00a0Client\u202f».")
        + p("Durée", style="Titre1")
        + p("Le contrat est conclu pour douze mois\u00a0; il est reconduit tacitement.", style="Titre2")
        + p("La résiliation est notifiée\u00a0:", style="Titre2")
        + p("par lettre recommandée\u00a0;", num=(1, 2)) + p("soixante jours avant l’échéance.", num=(1, 2))
        + p("Données", style="Titre1")
        + p("Le Prestataire traite les données au sens de l’article\u00a028 du RGPD.", style="Titre2")
    )  # fmt: skip
    return docx(body, styles=styles, numbering=numbering)


DOCUMENTS = (
    legal_numbering, heading_clauses, tracked_changes, notes_and_comments, tables, text_boxes, fields, signs, strict, french,
)  # fmt: skip
