"""The page from a mail to a gate, word for word: its commands run, in their order, and come to what the page says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "from-an-email-to-a-gate.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
TERMS = """<html><body><h1>Northquay Terms of Service</h1>
<h2>1. Content</h2><p>1.1 Customer grants Northquay a perpetual licence to use Customer Content to provide the Service.</p>
<h2>2. Changes</h2><p>2.1 {changes}</p></body></html>"""


def write_mail(path: Path, changes: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "sales@northquay.example", "you@example.org", "Our terms"
    mail.set_content("Hello,\n\nour terms are attached.\n")
    mail.add_attachment(TERMS.format(changes=changes).encode(), maintype="text", subtype="html", filename="terms.html")
    path.write_bytes(mail.as_bytes())


def said(command: str, environ: dict[str, str], folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-euc", command],
        check=False,
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stderr) == (0, ""), command
    return done.stdout


def test_the_page_word_for_word(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "Downloads").mkdir(parents=True)
    write_mail(home / "Downloads" / "offer.eml", "Northquay gives 60 days' notice by e-mail before these terms change.")
    write_mail(home / "Downloads" / "offer-2.eml", "Northquay may change these terms at any time without notice.")
    (home / ".gitconfig").write_text("[user]\n\tname = Ann\n\temail = ann@example.org\n")
    kept = {key: value for key, value in os.environ.items() if "VENDORLINT" not in key and not key.startswith("GIT")}
    environ = kept | {"HOME": str(home), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    install, *blocks = BLOCKS
    begin = install.partition("\n\n")[2]  # what is installed is what is tested
    said(begin, environ, tmp_path)
    folder = tmp_path / "procurement"
    told = []
    for block in blocks:
        command = block.replace("2027-03-31", "2099-12-31")
        if "review northquay --asked" in command:  # which asks at a terminal
            command = "vendorlint review northquay --asked --list || true"
        told.append(said(command, environ, folder))
    assert "created vendors/northquay/offer.eml\n" in told[1]
    findings = [re.findall(r"(?:error|warning)\[([\w-]+)\]", text) for text in told]
    assert "licence-term" in findings[3]
    assert "licence.duration" in told[4]
    assert "licence-term  northquay  -     2099-12-31  active" in told[5]
    assert (findings[6], "1 waived" in told[6]) == ([], True)
    assert "introduced error[change-unilateral-without-advance-notice]" in told[8]
    assert "change-unilateral-without-advance-notice" in told[8].rpartition("clauses changed")[2]
