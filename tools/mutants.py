"""Mutation testing of the extractor's engine: small changes of its code that tests/engine should notice.

    python tools/mutants.py [MODULE ...] [--list] [--every N]

A module is named as in `readings/polarity`; without one, all are taken. Each mutant is imported in a process of its own, in
place of its module, and the module's own tests run, then, where they pass, those of the others. Survivors are printed, and the
share that was killed. No file is written.

mutmut 3 changes what stands in functions alone, and half of what matters here are constants of modules; cosmic-ray rewrites
the files of the working tree and starts pytest anew for each of a thousand mutants. Hence these lines.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib.abc
import importlib.machinery
import io
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "extractor" / "vendorlint_extractor"
TESTS = ROOT / "tests" / "engine"
PARTS = (
    "documents/*.py",
    "language/*.py",
    "clauses/*.py",
    "readings/*.py",
    "readings/kinds/*.py",
    "resolved/*.py",
    "extraction.py",
)
LEFT_OUT = {"__init__", "documents/document"}  # the latter reads files; tests/readers and tests/extractor have it
OPTIONS = ("-x", "-q", "--assert=plain", "-p", "no:cacheprovider", f"--rootdir={ROOT}", f"-c{ROOT / 'pyproject.toml'}")
SECONDS = 20  # of processor time per mutant; a loop that does not end counts as killed

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: `apply` makes it in the tree of its module."""

    module: str
    line: int
    before: str
    after: str
    apply: Callable[[], None]


def main() -> None:
    """Print survivors and shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--list", action="store_true", help="print the mutants and run none")
    parser.add_argument("--every", type=int, default=1, help="run one of so many, for a figure in less time")
    options = parser.parse_args()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode, sys.pycache_prefix = False, tempfile.mkdtemp()  # what does not change is compiled once
    known = [
        path.relative_to(PACKAGE).with_suffix("").as_posix() for part in PARTS for path in sorted(PACKAGE.glob(part))
    ]
    modules = options.modules or [name for name in known if name not in LEFT_OUT and not name.endswith("__init__")]
    every = killed = 0
    for module in modules:
        begun = time.monotonic()
        survivors, count = _survivors(module, options.every, run=not options.list)
        every, killed = every + count, killed + count - len(survivors)
        print(f"{module}: {count - len(survivors)} of {count} killed, {time.monotonic() - begun:.0f} s", flush=True)
        for each in survivors:
            print(f"  {each.line}: {each.before} -> {each.after}", flush=True)
    print(f"{killed} of {every} killed ({killed / max(every, 1):.1%})")


def _warm_up() -> None:
    """Run the tests once, then forget the engine: what it imports and the patterns that it compiles are there for all mutants."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode, sys.pycache_prefix = False, tempfile.mkdtemp()  # what does not change is compiled once
    re._MAXCACHE = re._MAXCACHE2 = 1_000_000  # type: ignore[attr-defined]
    if pytest.main([*OPTIONS, str(TESTS)]):
        sys.exit("the tests fail without any change")
    for name in [name for name in sys.modules if name.partition(".")[0] in ("vendorlint_extractor", "tests")]:
        del sys.modules[name]
    gc.freeze()


def _survivors(module: str, every: int, *, run: bool) -> tuple[list[Mutant], int]:
    path = PACKAGE / f"{module}.py"
    source = path.read_text(encoding="utf-8")
    chosen = range(0, len(list(_mutants(module, ast.parse(source)))), every)
    survivors = []
    for index in chosen:
        tree = ast.parse(source)
        mutant = list(_mutants(module, tree))[index]
        mutant.apply()
        if not run or _survives(module, path, ast.fix_missing_locations(tree)):
            survivors.append(mutant)
    return survivors, len(chosen)


def _survives(module: str, path: Path, tree: ast.Module) -> bool:
    own = TESTS / f"test_{Path(module).name}.py"
    if own.is_file() and not _passes(module, path, tree, [own]):
        return False
    others = set(TESTS.glob("test_*.py")) - {own, *([] if module.startswith("language/") else [TESTS / "test_cues.py"])}
    return _passes(module, path, tree, sorted(others))


def _passes(module: str, path: Path, tree: ast.Module, tests: Sequence[Path]) -> bool:
    """Whether tests pass with a mutated module, in a process of its own."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        _quiet()
        name = "vendorlint_extractor." + module.replace("/", ".")
        sys.meta_path.insert(0, _Mutated(name, path, tree))
        os._exit(int(pytest.main([*OPTIONS, *map(str, tests)])))
    _, status = os.waitpid(child, 0)
    return status == 0


def _quiet() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    sys.stdout = sys.stderr = io.StringIO()


class _Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module, and loads it from a tree."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=str(self._path))

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self._path)
        exec(compile(self._tree, str(self._path), "exec"), module.__dict__)  # noqa: S102


def _mutants(module: str, tree: ast.Module) -> Iterator[Mutant]:
    for node in _code(tree):
        for name, value in ast.iter_fields(node):
            for part in value if isinstance(value, list) else [value]:
                for changed in _changes(part):
                    put = _putter(node, name, part)
                    shown = node if isinstance(part, ast.cmpop | ast.operator) else part
                    line, before = getattr(shown, "lineno", 0), ast.unparse(shown)
                    put(changed)
                    after = ast.unparse(shown if shown is node else changed)
                    put(part)
                    yield Mutant(module, line, before, after, functools.partial(put, changed))


def _putter(node: ast.AST, name: str, part: ast.AST) -> Callable[[ast.AST], None]:
    """What puts another node in the place of one."""
    value = getattr(node, name)
    if isinstance(value, list):
        return functools.partial(value.__setitem__, next(n for n, each in enumerate(value) if each is part))
    return functools.partial(setattr, node, name)


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes whose parts may change: no documentation, annotations, imports, decorators or formatted strings."""
    yield tree
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Assert) or not isinstance(
                each, ast.AST
            ):
                continue
            if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
                continue
            if isinstance(each, ast.Assign) and isinstance(each.value, ast.Subscript) and _is_literal(each.value):
                continue
            if isinstance(each, ast.If) and isinstance(each.test, ast.Name) and each.test.id == "TYPE_CHECKING":
                continue
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in ("cast", "TypeVar"):
                continue
            yield from _code(each)


def _is_literal(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("Literal", "Mapping", "Sequence", "tuple")


def _changes(node: object) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, ast.cmpop) and type(node) in _COMPARED:
        yield _COMPARED[type(node)]()
    elif isinstance(node, ast.operator) and type(node) in _COUNTED:
        yield _COUNTED[type(node)]()
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
        yield ast.Return(ast.Constant(None))


def _constants(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and value:
        yield ast.Constant(f"XX{value}")


if __name__ == "__main__":
    main()
