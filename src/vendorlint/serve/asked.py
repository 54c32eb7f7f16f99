"""A request with what it is about. Names in it are looked up among those that there are, and never become paths."""

from __future__ import annotations

from functools import cached_property

from starlette.requests import Request

from vendorlint.project.inside import refuse_leaving_link
from vendorlint.project.project import Project
from vendorlint.project.vendors import Vendor, read_vendor, vendor_folders
from vendorlint.serve.access import Session
from vendorlint.serve.desk import Desk


class NotHereError(Exception):
    """There is no such page."""


class Asked:
    """What a handler works with: each part is made when it is first asked for. All raise VendorlintError where it is wrong."""

    def __init__(self, request: Request, desk: Desk) -> None:
        self._request = request
        self.desk = desk

    @property
    def session(self) -> Session:
        """Whose request it is."""
        found: Session = self._request.scope["session"]
        return found

    @cached_property
    def project(self) -> Project:
        """The project as its files are now."""
        return self.desk.project()

    @cached_property
    def vendor(self) -> Vendor:
        """The vendor in the address. Raises NotHereError."""
        folders = {folder.name: folder for folder in vendor_folders(self.project.config)}
        folder = folders.get(self.part("vendor"))
        if folder is None:
            raise NotHereError
        refuse_leaving_link(folder, self.project.config.root, self.project.config.vendors)
        return read_vendor(folder)

    @cached_property
    def fact(self) -> str:
        """The fact in the address. Raises NotHereError."""
        if self.part("fact") not in self.project.facts.infos:
            raise NotHereError
        return self.part("fact")

    def part(self, name: str) -> str:
        """A part of the address."""
        found: str = self._request.path_params[name]
        return found

    def query(self, name: str) -> str:
        """A value behind the address's question mark; empty where there is none."""
        return self._request.query_params.get(name, "")
