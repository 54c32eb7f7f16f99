"""The process in which documents are read for their facts: one for all of a run, so that what it needs is built once.

Arguments: the folders of our two packages and that of the libraries, seconds for a document, megabytes for the process. Standard
input: pickled requests, each the arguments of `_extracted`. Standard output, JSON a line: {"at": index} where a document begins, and
for each request an answer {"content", "unread"}. It ends with its input, by an alarm (or with code LATE) where a document takes too long,
with FULL where it needs too much memory.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from vendorlint_extractor import Document, Extractor
    from vendorlint_extractor.customer import Customer
    from vendorlint_extractor.ontology import OwnFact

Thing = TypeVar("Thing")
LATE = 1  # the code where there are no alarms, and faulthandler ends the process
SELDOM = 50_000  # new objects after which Python looks for cycles, of which readings leave hardly any
FULL = 3  # the code where there is no more memory
DEFINITIONS = "definitions"  # in an answer, in place of all else: what is wrong with what all documents are read by

_EXTRACTORS: dict[str, Extractor] = {}  # the one that was used last, by the digest of the own facts that it reads


def main() -> None:
    """Serve requests until there are no more."""
    *folders, libraries, seconds, memory_mb = sys.argv[1:]
    sys.path[:0] = folders
    sys.path.append(libraries)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from vendorlint_extractor.documents.readers.worker import limit_memory

    limit_memory(int(memory_mb))
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    for request in _requests():
        try:
            answer = _answer(request, int(seconds))
        except MemoryError:
            os._exit(FULL)
        _say(answer)
        set_alarm(0)


def _answer(request: Mapping[str, Any], seconds: int) -> dict[str, Any]:
    """The answer to a request, whatever goes wrong: an exception that ends this process would be told as if it lacked memory."""
    from vendorlint_extractor.readings.definitions import DefinitionError
    from vendorlint_extractor.shipped import ShippedError

    try:
        return _extracted(**request, seconds=seconds)
    except MemoryError:
        raise
    except (DefinitionError, ShippedError) as error:
        return {DEFINITIONS: str(error)}
    except Exception as error:
        from vendorlint.facts.order import NOTHING, told

        return {**NOTHING, "unread": [told(at, error) for at in range(len(request["sources"]))]}


def set_alarm(seconds: int) -> None:
    """End this process in so many seconds, whatever it is at, and with 0 not at all."""
    if hasattr(signal, "setitimer"):  # the system itself ends it: faulthandler may crash over frames that are in use
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    elif seconds:
        faulthandler.dump_traceback_later(seconds, exit=True)
    else:
        faulthandler.cancel_dump_traceback_later()


def _requests() -> Iterator[dict[str, Any]]:
    """Each request. They are waited for in a thread, which ends the process with its input, whatever it is at."""
    waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()

    def wait() -> None:
        try:
            while True:
                waiting.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - of the process that started this one
        finally:
            os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
    while True:
        yield waiting.get()


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _extracted(  # noqa: PLR0913 - a request
    *,
    sources: Sequence[dict[str, Any]],
    vendor: str,
    folder: Path | None,
    precedence: Sequence[str],
    customer: Customer,
    own: tuple[OwnFact, ...],
    digest: str,
    silent_of: Sequence[str] | None,
    asked: Sequence[str],
    quotes: Sequence[tuple[str, str]],
    seconds: int,
) -> dict[str, Any]:
    """The content of a facts file as `Extractor.extract` makes it, and what was wrong with each document of which nothing was read.

    `sources` are the arguments of `parse_document`. `digest` tells own facts from others of the same name. `silent_of` are the facts whose closest clauses are wanted where silent.
    The answer has `questions` to a second reader about the facts `asked`, and under `standing` where each of `quotes` (a document's
    id, and words) stands, or None.
    """
    from vendorlint.facts.closest import with_candidates
    from vendorlint_extractor import NothingReadError

    extractor, progress = _extractor(own, digest), _Progress(seconds, [source["path"] for source in sources])
    documents, unread = _parsed(progress.each(sources, lambda source: source["path"]))
    if not documents:
        return {"content": None, "unread": list(starmap(progress.told, unread))}
    try:
        found = extractor.extract(
            documents, vendor=vendor, folder=folder, precedence=precedence, customer=customer, track=progress.documents
        )
    except NothingReadError as error:
        unread += [(each.file, each.error) for each in error.unread]
        return {"content": None, "unread": list(starmap(progress.told, unread))}
    unread += [(each.file, each.error) for each in found.unread]
    content = found.to_dict()
    failed = {path for path, _ in unread}
    read = [document for document in documents if document.path not in failed]
    named = [replace(document, id=entry["id"]) for document, entry in zip(read, content["documents"], strict=True)]
    codes = {entry["id"]: entry["language"] for entry in content["documents"]}
    questions = list(_questions(extractor, progress.documents(named), codes, content, asked)) if asked else []
    standing = _standing(extractor, progress.documents(named), codes, quotes) if quotes else []
    if silent_of is not None:
        content = with_candidates(content, progress.documents(read), silent_of, extractor)
    told = list(starmap(progress.told, unread))
    return {"content": content, "unread": told, "questions": questions, "standing": standing}


def _questions(
    extractor: Extractor,
    documents: Iterable[Document],
    codes: Mapping[str, str],
    content: dict[str, Any],
    asked: Sequence[str],
) -> Iterator[dict[str, Any]]:
    from vendorlint.facts.file import evidence_of, iter_facts, iter_sides

    for document in documents:
        read = {
            fact: [
                tuple(piece["lines"])
                for _, side in iter_sides(node)
                for piece in evidence_of(side)
                if piece["document"] == document.id
            ]
            for fact, node in iter_facts(content["facts"])
        }
        yield from (each.to_dict() for each in extractor.questions(document, codes[document.id], asked, read))


def _standing(
    extractor: Extractor, documents: Iterable[Document], codes: Mapping[str, str], quotes: Sequence[tuple[str, str]]
) -> list[dict[str, Any] | None]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for document in documents:
        own = [words for name, words in quotes if name == document.id]
        sure = document.rendering is None or not document.rendering.ocr
        for words, evidence in zip(own, extractor.standing(document, codes[document.id], own), strict=True):
            if evidence:
                found[document.id, words] = {"evidence": evidence.to_dict(), "sure": sure}
    return [found.get((name, words)) for name, words in quotes]


def _extractor(own: tuple[OwnFact, ...], digest: str) -> Extractor:
    from vendorlint_extractor import Extractor

    if digest not in _EXTRACTORS:
        _EXTRACTORS.clear()
        _EXTRACTORS[digest] = Extractor(own)
    return _EXTRACTORS[digest]


def _parsed(sources: Iterable[dict[str, Any]]) -> tuple[list[Document], list[tuple[Path, Exception]]]:
    """The documents that hold any text, and what is wrong with the others."""
    from vendorlint_extractor import parse_document

    documents: list[Document] = []
    unread: list[tuple[Path, Exception]] = []
    for source in sources:
        try:
            documents.append(parse_document(**source))
        except MemoryError:
            raise
        except Exception as error:
            unread.append((source["path"], error))
    return documents, unread


class _Progress:
    """Tells which document is begun, and gives each its time."""

    def __init__(self, seconds: int, paths: Sequence[Path]) -> None:
        self._seconds = seconds
        self._places = {path: index for index, path in enumerate(paths)}

    def documents(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents, one after another."""
        return self.each(documents, lambda document: document.path)

    def each(self, things: Iterable[Thing], path_of: Callable[[Thing], Path]) -> Iterator[Thing]:
        """The same of anything that is of a document."""
        for thing in things:
            set_alarm(self._seconds)
            _say({"at": self._places[path_of(thing)]})
            yield thing

    def told(self, path: Path, error: Exception) -> dict[str, Any]:
        """What is wrong with a document."""
        from vendorlint.facts.order import told

        return told(self._places[path], error)


if __name__ == "__main__":
    main()
