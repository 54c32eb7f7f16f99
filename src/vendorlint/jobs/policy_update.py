"""Fetches the packs of other repositories that policies extend, and locks them: the one place that fetches anything of a policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically
from vendorlint.files.fetch import fetched
from vendorlint.files.git import Repository
from vendorlint.files.text import MAX_BYTES, decoded_text
from vendorlint.files.yaml.document import parse_yaml, read_yaml
from vendorlint.place import FilePlace
from vendorlint.policy.lock import UPDATE, Locked, digest, lock_text, read_lock
from vendorlint.project.config import Config
from vendorlint.project.elsewhere import LOCK_NAME, Elsewhere, Source, is_elsewhere
from vendorlint.project.judging import policy_files
from vendorlint.project.values import PACK_PREFIX
from vendorlint.schemas.schema import validate

MAX_FILES = 100  # of one source

Wanted = Mapping[Source, Mapping[Elsewhere, FilePlace | None]]


@dataclass(frozen=True, slots=True)
class Update:
    """A source that was looked at: its commit now, and what the lock had before; None where it was not locked."""

    source: str
    commit: str
    before: Locked | None
    changed: bool


def update_policies(config: Config) -> list[Update]:
    """Fetch all that is named, by its tag, and write the lock; one that names nothing goes. Raises InputError and InputErrors,
    and then nothing is written."""
    before = read_lock(config.root)
    found = {source: _fetch(source, source.reference, packs) for source, packs in _wanted(config).items()}
    for entry, contents in found.values():
        _keep(entry, contents, config.root)
    entries = [entry for entry, _ in found.values()]
    path = config.root / LOCK_NAME
    if entries:
        write_atomically(path, lock_text(entries))
    else:
        path.unlink(missing_ok=True)
    return [_update(entry, before.get(entry.source)) for entry in entries]


def fetch_locked(config: Config) -> list[Update]:
    """Fetch what is locked and not on this machine, by its commit; the lock stays. Raises InputError for what is named and not
    locked, and for a commit that has another content than was locked."""
    before = read_lock(config.root)
    updates: list[Update] = []
    for source, packs in _wanted(config).items():
        entry = before.get(str(source))
        place = next(iter(packs.values()))
        if entry is None:
            raise InputError(f"{source} is not in {LOCK_NAME}; run '{UPDATE}' to fetch and lock it", place)
        for pack, at in packs.items():
            if pack.path not in entry.files:
                raise InputError(f"{pack} is not in {LOCK_NAME}; run '{UPDATE}'", at)
        missing = not _is_kept(entry, config.root)
        if missing:
            found, contents = _fetch(source, entry.commit, packs)
            if found.commit != entry.commit or not found.files.items() <= entry.files.items():
                raise InputError(f"{source} at {entry.commit[:12]} is not what {LOCK_NAME} says", place)
            _keep(found, contents, config.root)
        updates.append(Update(entry.source, entry.commit, entry, missing))
    return updates


def _wanted(config: Config) -> Wanted:
    """The packs elsewhere that the configuration and policies in the repository name, by source, with the first place of each."""
    named: defaultdict[Source, dict[Elsewhere, FilePlace | None]] = defaultdict(dict)
    for name, place in _names(config):
        pack = Elsewhere.of(name, place or config.origins["policy"])
        named[pack.source].setdefault(pack, place)
    return named


def _names(config: Config) -> Iterator[tuple[str, FilePlace | None]]:
    yield from ((name, None) for name in config.policy if is_elsewhere(name))
    for path in sorted(policy_files(config)):
        document = read_yaml(path)
        validate(document, "policy")
        for index, name in enumerate(document.value.get("extends", ())):
            if is_elsewhere(name):
                yield name, document.place(("extends", index))


def _fetch(
    source: Source, reference: str, packs: Mapping[Elsewhere, FilePlace | None]
) -> tuple[Locked, dict[str, bytes]]:
    """What a source is now, and the content of each of its policy files: those that are named, and what they extend."""
    with _told(source, next(iter(packs.values()))), fetched(source.url, reference) as (repository, commit):
        contents = _contents(repository, repository.commit(commit).tree, packs)
    files = {path: digest(content) for path, content in contents.items()}
    return Locked(str(source), commit, files), contents


@contextmanager
def _told(source: Source, place: FilePlace | None) -> Iterator[None]:
    """What git says without a place is about the source, where it is named."""
    try:
        yield
    except InputError as error:
        raise error if error.file_place else InputError(f"{source}: {error.message}", place) from None


def _contents(repository: Repository, tree: str, packs: Mapping[Elsewhere, FilePlace | None]) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    waiting = list(packs.items())
    while waiting:
        pack, place = waiting.pop()
        if pack.path not in contents:
            if len(contents) == MAX_FILES:
                raise InputError(f"{pack.source} leads to more than {MAX_FILES} policy files", place)
            contents[pack.path] = _read(repository, tree, pack, place)
            waiting += _extended(pack, contents[pack.path])
    return contents


def _read(repository: Repository, tree: str, pack: Elsewhere, place: FilePlace | None) -> bytes:
    *folders, name = pack.path.split("/")
    folder = repository.folder(tree, tuple(folders))
    entry = next((each for each in repository.entries(folder) if each.name == name), None) if folder else None
    if entry is None or entry.kind != "file":
        what = "a link, and links are not followed" if entry and entry.kind == "link" else "no file"
        raise InputError(f"{pack.path} is {what} in {pack.source}", place)
    try:
        return repository.read(entry.identity, MAX_BYTES)
    except InputError as error:
        raise InputError(f"{pack}: {error.message}", place) from None


def _extended(pack: Elsewhere, content: bytes) -> Iterator[tuple[Elsewhere, FilePlace]]:
    path = Path(f"{pack.source.url.partition('://')[2]}@{pack.source.revision}#{pack.path}")  # as errors name it
    document = parse_yaml(decoded_text(path, content), path)
    validate(document, "policy")
    for index, name in enumerate(document.value.get("extends", ())):
        if not name.startswith(PACK_PREFIX):
            place = document.place(("extends", index))
            yield pack.beside(name, place), place


def _keep(entry: Locked, contents: Mapping[str, bytes], root: Path) -> None:
    folder = entry.folder(root)
    for path, content in contents.items():
        kept = folder / path
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(kept, content)


def _is_kept(entry: Locked, root: Path) -> bool:
    try:
        for path in entry.files:
            entry.file(path, root, None)
    except InputError:
        return False
    return True


def _update(entry: Locked, before: Locked | None) -> Update:
    return Update(entry.source, entry.commit, before, entry != before)


def update_lines(updates: Iterable[Update]) -> list[str]:
    """A line for each source: what it is now, and what it was."""
    return [_line(update) for update in updates]


def _line(update: Update) -> str:
    now = update.commit[:12]
    if not update.changed:
        return f"{update.source}: {now}, as it was"
    if update.before is None:
        return f"{update.source}: {now}, new"
    if update.before.commit == update.commit:
        return f"{update.source}: {now}"
    return f"{update.source}: {update.before.commit[:12]} -> {now}"
