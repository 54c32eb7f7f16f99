"""What a run works with: the configuration and all facts that there are. Made once, and passed to whatever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorlint.project.config import Config, find_config
from vendorlint.project.declared import declared_facts
from vendorlint.project.own_facts import read_own_facts
from vendorlint.schemas.schema import FileSchema, fact_ids, facts_schema
from vendorlint_extractor import ontology
from vendorlint_extractor.ontology import FactInfo, OwnFact

if TYPE_CHECKING:
    from vendorlint_extractor import Extractor


@cache
def _shipped_extractor() -> Extractor:
    """Nothing changes it, and building it takes longer than reading a document with it."""
    from vendorlint_extractor import Extractor

    return Extractor()


class KnownFacts:
    """The facts that ship with vendorlint, and an organisation's own in some folders.

    Each of these is read when it is first asked for, because few runs need all of them, and then kept. All raise InputErrors
    with all that is wrong with a definition.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    @cached_property
    def own(self) -> tuple[OwnFact, ...]:
        """The organisation's own, by id."""
        return read_own_facts(self._folders)

    @cached_property
    def infos(self) -> Mapping[str, FactInfo]:
        """What each is, by id: the shipped ones, then the own ones."""
        own = {fact.info.id: fact.info for fact in self.own}
        return {**ontology.facts(), **own}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids in the order of a facts file. They cost less than what each is."""
        return (*fact_ids(), *(fact.info.id for fact in self.own))

    @cached_property
    def extractor(self) -> Extractor:
        """What reads them in terms."""
        from vendorlint_extractor import Extractor

        return Extractor(self.own) if self.own else _shipped_extractor()

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """What rules and waivers may be about: facts, and provisions that are declared."""
        return (*self.ids, *declared_facts())

    @cached_property
    def schema(self) -> FileSchema:
        """The schema of facts files."""
        return facts_schema([fact.info for fact in self.own])


@dataclass(frozen=True, slots=True)
class Project:
    """A configuration and the facts that it knows. Whoever needs it after a file of either has changed makes a new one."""

    config: Config
    facts: KnownFacts

    @classmethod
    def of(cls, config: Config) -> Project:
        """The project of a configuration."""
        return cls(config, KnownFacts(config.facts))


def find_project(start: Path, *, flags: Mapping[str, Any] | None = None) -> Project:
    """The project for a run in the folder `start`; `flags` as in `find_config`. Raises InputError and InputErrors."""
    return Project.of(find_config(start, flags=flags))
