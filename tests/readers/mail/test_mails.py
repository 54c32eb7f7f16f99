"""Mails and saved pages: what a person sees of them is read, attachments as what they are, and what is not read is named."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from compressed_rtf import compress

from vendorlint_extractor.documents.notes import Note
from vendorlint_extractor.documents.readers.rendering import LIMITS, Limits, ReadingError, Rendering
from vendorlint_extractor.documents.rendered import render

from ..docx.word import docx
from .outlook import message

RTF = rb"{\rtf1\ansi We may {\strike not }use it.\par}"
HTML = "<p>We may <s>not</s> use it.</p><p style='display:none'>secret words</p>"
SUBJECT, BODY, PAGE, RICH = 0x0037, 0x1000, 0x1013, 0x1009
NAME, DATA, METHOD, HIDDEN, TYPE = 0x3707, 0x3701, 0x3705, 0x7FFE, 0x370E
UNREAD = "has an attachment that is not read, scan.png: save the mail and what it brings as files of their own"


def mail(text: str = "", page: str = "", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Date"] = (
        "Ann <ann@example.org>",
        "Bo <bo@example.org>",
        "Mon, 3 Mar 2025 10:00:00 +0000",
    )
    for name, value in headers.items():
        made[name] = value
    if text:
        made.set_content(text)
    if page:
        (made.add_alternative if text else made.set_content)(page, subtype="html")
    return made


def read(made: EmailMessage, kind: str = "eml", limits: Limits = LIMITS) -> Rendering:
    return render(bytes(made), kind, limits)


BODIES = [
    (mail("Fees are due.\nPay them.", Subject="Amendment 2"), "# Amendment 2\n\nFees are due.\nPay them.\n"),
    (mail("Only this", "<p>Fees are due.</p>"), "Fees are due.\n"),
    (mail("Fees fall due on the 3rd of each month, à la carte."), "Fees fall due on the 3rd of each month, à la carte.\n"),
    (mail("We agree.\n\n> From: Bo\n> Sent: Monday\n> To: Ann\n> Subject: Fees\n>\n> Do you?"), "We agree.\n\n\n\n\n\n>\n> Do you?\n"),
    (mail("Nous sommes d'accord.\n\nDe : Bo\nEnvoyé : lundi\nÀ : Ann\nObjet : Tarifs\n\nEt vous ?"), "Nous sommes d'accord.\n\n\n\n\n\n\nEt vous ?\n"),
    (mail("From: 1 May\nTo: 1 June"), "From: 1 May\nTo: 1 June\n"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "text"), BODIES)
def test_bodies(made: EmailMessage, text: str) -> None:
    assert (read(made).text, read(made).notes) == (text, ())


def test_attachments_are_read_as_what_they_are() -> None:
    made = mail("See what is attached.")
    made.add_attachment(RTF, maintype="application", subtype="rtf", filename="annex.rtf")
    made.add_attachment(
        docx("<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p>"),
        maintype="application",
        subtype="octet-stream",
        filename="fees.DOCX",
    )
    made.add_attachment("Cap: ~~EUR 1~~ EUR 2", filename="cap.txt")
    made.add_attachment(b"signed", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    found = read(made)
    assert found.text == (
        "See what is attached.\n\n# annex.rtf\n\nWe may use it.\n\n# fees.DOCX\n\nFees are due.\n\n# cap.txt\n\nCap:           EUR 2\n"
    )  # fmt: skip
    assert found.notes == (Note("struck", "annex.rtf, paragraph 1", 1), Note("struck", "cap.txt, line 1", 2))
    assert [found.place(line, line) for line in (1, 3, 5, 9, 13)] == [
        "message, line 1",
        "annex.rtf",
        "annex.rtf, paragraph 1",
        "fees.DOCX, paragraph 1",
        "cap.txt, line 1",
    ]


APPLE = (
    b"Subject: Terms\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n"
    b"Fees are due.\n--a\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/html\n\n<p>Fees are due.</p>\n--m\n"
    b"Content-Type: text/markdown\nContent-Disposition: attachment; filename=annex.md\n\nWe may use it.\n--m\n"
    b"Content-Type: text/html\n\n<p>Regards</p>\n--m--\n--a\nContent-Type: text/x-amp-html\n\n<p>We may sell it too.</p>\n--a--\n"
)


def test_what_stands_beside_the_body_within_an_alternative_is_read() -> None:
    found = render(APPLE, "eml", LIMITS)
    assert found.text == "# Terms\n\nFees are due.\n\n# annex.md\n\nWe may use it.\n\nRegards\n"
    assert found.around == ()


@pytest.mark.parametrize("name", ["annex.json", "annex.yaml", "annex.sig", "annex.p7s", "annex.tmp"])
def test_an_attachment_is_beside_the_terms_by_what_it_is_and_not_by_its_name(name: str) -> None:
    made = mail("See what is attached.")
    made.add_attachment(b"We may use it.", maintype="application", subtype="octet-stream", filename=name)
    with pytest.raises(ReadingError, match=rf"^has an attachment that is not read, {name}: "):
        read(made)


def test_signatures_of_any_type_are_dropped() -> None:
    made = mail("Fees are due.")
    for name, raw in (
        ("smime.p7s", b"0\x82\x01\x02\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x02"),
        ("a.asc", b"-----BEGIN PGP SIGNATURE-----"),
    ):
        made.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    assert read(made).text == "Fees are due.\n"


def test_what_nobody_sees_in_a_body_is_told() -> None:
    found = read(mail(page=HTML))
    assert found.text == "We may use it.\n"
    assert [(note.kind, note.words) for note in found.notes] == [("struck", 1), ("hidden", 2)]


def test_a_mail_in_a_mail_and_a_body_without_words() -> None:
    inner = mail("Fees are due.", Subject="Old")
    made = mail(page="<p></p>")
    made.add_attachment(inner)
    assert read(made).text == "# message.eml\n\n# Old\n\nFees are due.\n"
    for _ in range(5):
        outer = mail("Passed on.")
        outer.add_attachment(made)
        made = outer
    with pytest.raises(ReadingError, match="holds mails in one another, more than 5 deep"):
        read(made)


def test_pictures_of_the_body_are_none_of_the_terms_and_attached_ones_are_named() -> None:
    made = mail(page="<p>Fees are due.</p><img src='cid:logo'>")
    made.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    assert read(made).text == "Fees are due.\n"
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="scan.png")
    with pytest.raises(ReadingError) as raised:
        read(made)
    assert str(raised.value) == UNREAD


def attached(name: str, raw: bytes) -> EmailMessage:
    made = mail("See what is attached.")
    made.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    return made


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"words\n", "is no mail: it has no headers"),
        (b"Subject: 1\n\n2\n", "holds no text; expected a mail with terms"),
        (b"Subject: x\nContent-Type: multipart/encrypted\n\n2\n", "is encrypted; save its text and its attachments as files of their own"),
        (bytes(attached("annex.rtf", RTF[:-1])), "has an attachment that cannot be read, annex.rtf: it is broken: it ends inside of a group; save or export it again"),
        (bytes(attached("annex.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), "has an attachment that cannot be read, annex.doc: it is an old Word document (.doc): save it as DOCX, or use --office to have LibreOffice read it"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(raw: bytes, error: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, "eml", LIMITS)
    assert str(raised.value) == error


def saved() -> EmailMessage:
    """A page with the style sheet that it links."""
    page = mail(page='<link rel="stylesheet" href="cid:css-1@x"><p>Fees are due.</p><p class="x">not this</p>')
    page.add_related(".x{display:none}", "css", filename="a.css")
    sheet = page.get_payload()[1]  # type: ignore[index]
    sheet["Content-Location"] = "cid:css-1@x"  # type: ignore[index]
    return page


def test_a_saved_page_hides_what_its_style_sheet_hides() -> None:
    found = read(saved(), "mhtml")
    assert (found.text, [(note.kind, note.words) for note in found.notes]) == ("Fees are due.\n", [("hidden", 2)])
    assert found.place(1, 1) == "body > p:nth-of-type(1)"


def test_an_encoding_that_nobody_knows_leaves_the_bytes() -> None:
    for charset in ("x-none", "rot13", '"utf\0-8"'):
        raw = f"Subject: x\nContent-Type: text/plain; charset={charset}\n\nFees are due.\n"
        assert render(raw.encode(), "eml", LIMITS).text == "# x\n\nFees are due.\n"


def test_a_file_without_a_page_is_no_saved_page() -> None:
    with pytest.raises(ReadingError, match="is no saved page: it holds no HTML"):
        read(mail("Fees are due."), "mhtml")


OUTLOOK: list[tuple[dict[int, str | bytes | int], str, list[tuple[str, int]]]] = [
    ({BODY: "Fees are due."}, "# Amendment\n\nFees are due.\n", []),
    ({BODY: "We may not use it.", PAGE: HTML.encode()}, "# Amendment\n\nWe may use it.\n", [("struck", 1), ("hidden", 2)]),
    ({BODY: "We may not use it.", RICH: compress(RTF)}, "# Amendment\n\nWe may use it.\n", [("struck", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "notes"), OUTLOOK)
def test_bodies_of_outlook(body: dict[int, str | bytes | int], text: str, notes: list[tuple[str, int]]) -> None:
    found = render(message({SUBJECT: "Amendment", **body}), "msg", LIMITS)
    assert (found.text, [(note.kind, note.words) for note in found.notes]) == (text, notes)


def test_attachments_of_outlook() -> None:
    rtf = {NAME: "annex.rtf", DATA: RTF, METHOD: 1}
    logo = {NAME: "logo.png", DATA: b"\x89PNG", METHOD: 1, HIDDEN: 1, TYPE: "image/png"}
    found = render(message({BODY: "See what is attached."}, [rtf, logo]), "msg", LIMITS)
    assert found.text == "See what is attached.\n\n# annex.rtf\n\nWe may use it.\n"
    assert found.place(5, 5) == "annex.rtf, paragraph 1"
    for unread in ({NAME: "scan.png", DATA: b"\x89PNG", METHOD: 1}, {NAME: "scan.png", METHOD: 2}):
        with pytest.raises(ReadingError) as raised:
            render(message({BODY: "See what is attached."}, [rtf, unread]), "msg", LIMITS)
        assert str(raised.value) == UNREAD


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"words", "is no mail of Outlook (.msg)"),
        (message({BODY: "Fees"})[:700], "is broken: it is no whole mail of Outlook; save it again"),
        (
            message({BODY: "Fees" * 600}).replace((4800).to_bytes(4, "little"), (2**30).to_bytes(4, "little")),
            "is broken: it is no whole mail of Outlook; save it again",
        ),
        (message({RICH: b"Fees"}), "is broken: its text is not packed as Outlook packs it"),
    ],
)
def test_broken_mails_of_outlook(raw: bytes, error: str) -> None:
    with pytest.raises(ReadingError) as raised:
        render(raw, "msg", LIMITS)
    assert str(raised.value) == error
