"""Programs of the user's own that make a file into one that is read here: ocrmypdf, and LibreOffice."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from vendorlint_extractor.documents.readers.docx_package import OLE
from vendorlint_extractor.documents.readers.rendering import Limits, ReadingError

OCR_OPTIONS = ("--quiet", "--force-ocr", "--output-type", "pdf", "-", "-")
OFFICE_SECONDS = 180
_OFFICE_OPTIONS = (
    "--headless",
    "--norestore",
    "--nologo",
    "--infilter=MS Word 97",
    "--convert-to",
    "docx:MS Word 2007 XML",
)
# No macro runs and nothing is fetched: https://wiki.documentfoundation.org/Expert_Configuration
_OFFICE_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
_CONTENTS = ((b"{\\rtf", "RTF"), (b"PK\x03\x04", "DOCX"), (b"%PDF-", "PDF"))


def recognised(raw: bytes, limits: Limits) -> bytes:
    """A PDF with a layer of text that ocrmypdf found on its pages. Raises ReadingError."""
    program = shutil.which("ocrmypdf")
    if program is None:
        raise ReadingError("holds no text, and ocrmypdf is not installed; install it, or send a PDF with text")
    with _folder() as (_, environ):
        run = run_whole([program, *OCR_OPTIONS], raw, limits.ocr_seconds, environ)
    if run is None:
        raise ReadingError(f"took longer than {limits.ocr_seconds} s to recognise and was given up")
    if run.returncode:
        message = run.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise ReadingError(f"holds no text, and ocrmypdf could not read it: {message}")
    return run.stdout


def as_docx(raw: bytes, limits: Limits) -> bytes:
    """An old Word document as LibreOffice makes a DOCX of it. Raises ReadingError."""
    for start, name in _CONTENTS:
        if raw.lstrip().startswith(start):
            raise ReadingError(f"is a {name} file by its content; give it the ending .{name.lower()}")
    if not raw.startswith(OLE):
        raise ReadingError("is no Word document (.doc)")
    if not limits.office:
        raise ReadingError(
            "is an old Word document (.doc): save it as DOCX, or use --office to have LibreOffice read it"
        )
    program = shutil.which("soffice")
    if program is None:
        raise ReadingError(
            "is an old Word document (.doc), and LibreOffice (soffice) is not installed; save it as DOCX"
        )
    with _folder() as (folder, environ):
        return _converted(program, raw, folder, environ)


def _converted(program: str, raw: bytes, folder: Path, environ: Mapping[str, str]) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_OFFICE_SETTINGS, encoding="utf-8")
    (folder / "terms.doc").write_bytes(raw)
    where = (f"-env:UserInstallation={profile.as_uri()}", "--outdir", str(folder), str(folder / "terms.doc"))
    run = run_whole([program, *_OFFICE_OPTIONS, *where], b"", OFFICE_SECONDS, environ)
    if run is None:
        raise ReadingError(f"took LibreOffice longer than {OFFICE_SECONDS} s and was given up")
    made = folder / "terms.docx"
    if not made.exists():
        raise ReadingError("could not be opened by LibreOffice; it is broken or protected by a password")
    return made.read_bytes()


@contextlib.contextmanager
def _folder() -> Iterator[tuple[Path, Mapping[str, str]]]:
    """A folder of ours, and an environment by which a program and those that it calls lay down there what they do; it goes with
    them when they are given up."""
    with tempfile.TemporaryDirectory(prefix="vendorlint-") as folder:
        yield Path(folder), os.environ | {"TMPDIR": folder}


def run_whole(
    command: Sequence[str], raw: bytes, seconds: float, environ: Mapping[str, str], **more: Any
) -> subprocess.CompletedProcess[bytes] | None:
    """Run a program that calls others; None where it took too long. However it ends, none of them is left. `more` is for `Popen`."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - a program of the user's own PATH
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, start_new_session=True, **more
    ) as process:
        try:
            out, errors = process.communicate(raw, timeout=seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end_group(process)
    return subprocess.CompletedProcess(command, process.returncode, out, errors)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # all have ended
        os.killpg(process.pid, signal.SIGKILL)
