"""Answers that were given before, with the user: the same question to the same model has the same answer, of the same date."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint_extractor.questions.question import Question


@dataclass(frozen=True, slots=True)
class Kept:
    """What a model said, and on which day (ISO 8601)."""

    text: str
    date: str


class Cache:
    """The answers in a folder; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, model: str, question: Question) -> Kept | None:
        """The answer to a question, if it was given before."""
        path = self._path(model, question)
        with contextlib.suppress(OSError, ValueError, TypeError):
            return Kept(**json.loads(path.read_bytes())) if path else None
        return None

    def put(self, model: str, question: Question, kept: Kept) -> None:
        """Keep an answer; where that cannot be, it is asked again next time."""
        if path := self._path(model, question):
            with contextlib.suppress(OSError, InputError):
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_atomically(path, json.dumps(asdict(kept)))

    def _path(self, model: str, question: Question) -> Path | None:
        """By the document's digest, the prompt and the model."""
        said = json.dumps([question.sha256, question.system, question.text, list(question.facts), model])
        name = f"{hashlib.sha256(said.encode()).hexdigest()}.json"
        return self._folder / name if self._folder else None
