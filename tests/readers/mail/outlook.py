"""Mails of Outlook for the tests: a compound file ([MS-CFB], version 3) with the streams of [MS-OXMSG]."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

SECTOR, SMALL, LIMIT = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
UNICODE, BINARY, NUMBER = 0x001F, 0x0102, 0x0003
Tree = Mapping[str, "bytes | Tree"]


def message(
    properties: Mapping[int, str | bytes | int], attachments: Sequence[Mapping[int, str | bytes | int]] = ()
) -> bytes:
    """A mail with these properties, by their ids."""
    top = dict(_storage(properties, header=struct.pack("<8x4I8x", 0, len(attachments), 0, len(attachments))))
    for number, each in enumerate(attachments):
        top[f"__attach_version1.0_#{number:08X}"] = _storage(each, header=bytes(8))
    return compound(top)


def _storage(properties: Mapping[int, str | bytes | int], header: bytes) -> dict[str, bytes | Tree]:
    streams: dict[str, bytes | Tree] = {}
    entries = header
    for pid, value in properties.items():
        kind = UNICODE if isinstance(value, str) else NUMBER if isinstance(value, int) else BINARY
        raw = value.encode("utf-16-le") if isinstance(value, str) else value
        entries += struct.pack("<HHI", kind, pid, 6) + struct.pack("<II", raw if isinstance(raw, int) else len(raw), 0)
        if not isinstance(raw, int):
            streams[f"__substg1.0_{pid:04X}{kind:04X}"] = raw
    return {**streams, "__properties_version1.0": entries}


def compound(tree: Tree) -> bytes:
    """A compound file with these storages and streams. Siblings are linked as a list, which readers follow as a tree."""
    entries: list[tuple[str, int, int, int, bytes]] = []  # name, kind, right sibling, child, content
    _add("Root Entry", tree, entries, kind=5)
    small, chain_small = b"", []
    sectors: list[bytes] = []
    fat: list[int] = []

    def laid(content: bytes) -> int:
        count = -(-len(content) // SECTOR)
        if not count:
            return END
        first = len(sectors)
        sectors.extend(content[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0") for at in range(count))
        fat.extend([*range(first + 1, first + count), END])
        return first

    starts = []
    for _, kind, _, _, content in entries:
        if kind != 2:
            starts.append(0)
        elif len(content) >= LIMIT:
            starts.append(laid(content))
        else:
            first, count = len(chain_small), -(-len(content) // SMALL)
            chain_small += [*range(first + 1, first + count), END][: count or 0]
            small += content.ljust(count * SMALL, b"\0")
            starts.append(first if count else END)
    starts[0] = laid(small)
    directory = b"".join(_entry(entry, start, len(small)) for entry, start in zip(entries, starts, strict=True))
    at_directory = laid(directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0"))
    at_small = laid(struct.pack(f"<{len(chain_small)}I", *chain_small)) if chain_small else END
    tables = -(-(len(fat) + 2) // 127)
    own = [len(sectors) + number for number in range(tables)]
    fat += [FAT] * tables
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(tables * SECTOR, b"\xff")
    head = struct.pack("<8s16xHHHHH6xIII4xIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, at_directory, LIMIT, at_small, -(-len(chain_small) * 4 // SECTOR), END, 0)  # fmt: skip
    head += struct.pack("<109I", *own, *[FREE] * (109 - tables))
    return head + b"".join(sectors) + table


def _add(name: str, content: bytes | Tree, entries: list[tuple[str, int, int, int, bytes]], kind: int = 1) -> int:
    own = len(entries)
    if isinstance(content, bytes):
        entries.append((name, 2, FREE, FREE, content))
        return own
    entries.append((name, kind, FREE, FREE, b""))
    numbers = [_add(inner, part, entries) for inner, part in content.items()]
    for number, following in zip(numbers, [*numbers[1:], FREE], strict=True):
        named, of, _, child, raw = entries[number]
        entries[number] = named, of, following, child, raw
    entries[own] = name, kind, FREE, numbers[0] if numbers else FREE, b""
    return own


def _entry(entry: tuple[str, int, int, int, bytes], start: int, small: int) -> bytes:
    name, kind, right, child, content = entry
    raw = name.encode("utf-16-le") + b"\0\0"
    size = small if kind == 5 else len(content)
    return struct.pack("<64sHBBIII16x4x16xIII", raw, len(raw), kind, 1, FREE, right, child, start, size, 0)
