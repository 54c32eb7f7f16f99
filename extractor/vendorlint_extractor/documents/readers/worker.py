"""The process in which one file is read, or a mail is taken apart.

Arguments: the folder of our packages, the kind, the limits as JSON. Standard input: the file. Standard output: one JSON
object, the rendering, or the `subject` and the `parts` of a mail, or `error` and which of ERRORS it `is`.
"""

import base64
import importlib
import json
import signal
import sys
from dataclasses import asdict
from typing import Any

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
_READERS = {
    "pdf": "pdf.reader",
    "docx": "docx",
    "html": "html",
    "odt": "odt",
    "rtf": "rtf.reader",
    "mhtml": "mail.mhtml",
    "eml": "mail.eml",
    "msg": "mail.msg",
}  # each is loaded where its files are read


def main() -> None:
    """Read one file."""
    root, kind, limits = sys.argv[1:]
    sys.path.insert(0, root)
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    json.dump(_answer(kind, json.loads(limits), sys.stdin.buffer.read()), sys.stdout)


def _answer(kind: str, settings: dict[str, Any], raw: bytes) -> dict[str, Any]:
    # Found only on the path that the command line brought.
    from vendorlint_extractor.documents.readers.rendering import Limits, ReadingError
    from vendorlint_extractor.shipped import ShippedError

    limits = Limits(**settings)
    _limit(limits.seconds, limits.memory_mb)
    try:
        reader = importlib.import_module(f"vendorlint_extractor.documents.readers.{_READERS[kind]}")
        if hasattr(reader, "split"):
            return _apart(*reader.split(raw))
        rendering = reader.read(raw, limits)
    except (ReadingError, ShippedError) as error:
        return {"error": str(error), "is": type(error).__name__}
    except RecursionError:
        return {"error": "is nested too deeply to read", "is": ReadingError.__name__}
    return asdict(rendering)


def _apart(subject: str, parts: list[Any]) -> dict[str, Any]:
    shown = [(part.name, part.kind, base64.b64encode(part.raw).decode("ascii")) for part in parts]
    return {"subject": subject, "parts": shown}


def _end_with_parent() -> None:
    """Where the parent is killed, this process is too: what it computes has no reader. Elsewhere than on Linux the limits end it."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(seconds: int, memory_mb: int) -> None:
    """Memory, and processor time for the case that nobody is left who could end this process."""
    limit_memory(memory_mb)
    _lower("RLIMIT_CPU", seconds + 2)


def limit_memory(memory_mb: int) -> None:
    """Let this process have so much memory and no more, and leave no core file. Where there are no such limits, none hold."""
    _lower("RLIMIT_AS", memory_mb * 2**20)
    _lower("RLIMIT_CORE", 0)


def _lower(name: str, value: int) -> None:
    try:
        import resource
    except ImportError:
        return
    limit = getattr(resource, name)
    hard = resource.getrlimit(limit)[1]
    resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


if __name__ == "__main__":
    main()
