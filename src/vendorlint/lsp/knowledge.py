"""What there is to name in the files of one configuration: rules, facts, packs, vendors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vendorlint.errors import VendorlintError
from vendorlint.policy.packs import bundled_packs
from vendorlint.policy.rules import Rule, known_rules
from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.project import Project
from vendorlint.project.targets import POLICIES, YAML_SUFFIXES
from vendorlint.project.values import pack_name
from vendorlint.project.vendors import Vendor, read_vendor


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A project whose facts can be read, its rules by id, packs by name. Vendors are looked up when somebody asks."""

    project: Project
    rules: Mapping[str, Rule]
    packs: Mapping[str, Path]

    def policies(self, folder: Path) -> list[str]:
        """What a file in `folder` may extend or name as a policy: the packs, then the policy files as paths relative to it."""
        own = (self.project.config.root / POLICIES).glob("*")
        inside = [path for path in sorted(own) if path.suffix in YAML_SUFFIXES and path.is_relative_to(folder)]
        return [*self.packs, *(path.relative_to(folder).as_posix() for path in inside)]

    def policy(self, name: str, folder: Path) -> Path | None:
        """The file of a pack, or of a policy that a file in `folder` names; None where there is none."""
        path = self.packs.get(name) or Path(pack_name(name, folder))
        return path if path.suffix in YAML_SUFFIXES and path.is_file() else None

    def vendor_ids(self) -> list[str]:
        """The ids of all vendors, by name of their folders."""
        return [folder.name for folder in self._folders()]

    def vendors(self) -> Iterator[Vendor]:
        """The vendors whose declarations can be read."""
        for folder in self._folders():
            try:
                refuse_leaving_link(folder, self.project.config.root, self.project.config.vendors)
                yield read_vendor(folder)
            except VendorlintError:  # the margin says what is wrong with it
                continue

    def _folders(self) -> list[Path]:
        if not self.project.config.vendors.is_dir():
            return []
        folders = (path for path in self.project.config.vendors.iterdir() if path.is_dir())
        return sorted(path for path in folders if not path.name.startswith((".", "_")))


def knowledge_of(project: Project) -> Knowledge:
    """What a project knows. Rules or facts of its own that cannot be read leave those that ship with vendorlint."""
    try:
        return _knowledge(project)
    except VendorlintError:
        return _knowledge(Project.of(replace(project.config, rego=(), facts=())))


def _knowledge(project: Project) -> Knowledge:
    return Knowledge(project, known_rules(project), bundled_packs())
