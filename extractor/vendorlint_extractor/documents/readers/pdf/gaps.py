"""Tables without upright rules: rows whose words stand in columns with wide gaps between them."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from vendorlint_extractor.documents.readers.pdf.marks import is_mark
from vendorlint_extractor.documents.readers.pdf.rows import Row, fragments, joined
from vendorlint_extractor.documents.readers.pdf.rules import Rule
from vendorlint_extractor.documents.readers.pdf.tables import TableRow
from vendorlint_extractor.documents.readers.pdf.words import Word

GAP = 1.1  # times the size of the text, in the first row of a table
NARROW = 0.7  # in its other rows, where the columns are known
APART = 0.6  # the least between columns, over all rows
MAX_PITCH = 3.2  # times the size of the text, from one row to the next
LOOSE = 1.25  # times the smallest distance of two rows: what is more parts cells
TIGHT = 1.45  # times the size of the text: the most that lines of one cell are apart

_Span = tuple[float, float]


def with_tables(rows: list[Row], level: list[Rule]) -> list[Row | TableRow]:
    """The rows of a flow, those of tables cell by cell. `level` are the level rules of the page."""
    shown: list[Row | TableRow] = []
    index = 0
    while index < len(rows):
        end, columns = _table(rows, index)
        if end > index:
            shown.extend(_cells(rows[index:end], columns, level))
        else:
            shown.append(rows[index])
        index = max(end, index + 1)
    return shown


def _runs(row: Row, gap: float) -> list[list[Word]]:
    """The runs of words that gaps part; a number in the margin is no run of its own."""
    runs = fragments(row, gap)
    if len(runs) > 1 and is_mark(joined(runs[0])) and len(runs) == 2:
        return [runs[0] + runs[1]]
    return runs


def _table(rows: list[Row], first: int) -> tuple[int, list[_Span]]:
    """Where the table that begins at a row ends, and its columns; `first` itself where none does."""
    columns: list[_Span] = []
    several, end = 0, first
    for index in range(first, len(rows)):
        row = rows[index]
        runs = _runs(row, NARROW if columns else GAP)
        pitch = row.y - rows[index - 1].y if index > first else 0.0
        if pitch > MAX_PITCH * row.size or (index == first and len(runs) < 2):
            break
        spans = [(run[0].x0, max(word.x1 for word in run)) for run in runs]
        if index > first and len(runs) == 1 and not _goes_on(spans[0], columns, pitch, row.size):
            break
        merged = _merged(columns, spans, APART * row.size)
        if merged is None:
            break
        columns = merged
        several += len(runs) > 1
        end = index + 1
    return (end, columns) if several > 1 else (first, [])


def _goes_on(span: _Span, columns: list[_Span], pitch: float, size: float) -> bool:
    """Whether a line with words in one column only belongs to the cell above."""
    return any(abs(span[0] - start) < 3 and (index or pitch < 1.45 * size) for index, (start, _) in enumerate(columns))


def _merged(columns: list[_Span], spans: list[_Span], apart: float) -> list[_Span] | None:
    """The columns widened by a row; None where words of the row reach over two of them."""
    result = list(columns)
    for start, end in spans:
        over = [column for column in result if column[0] < end and start < column[1]]
        if len(over) > 1:
            return None
        if over:
            result.remove(over[0])
            start, end = min(start, over[0][0]), max(end, over[0][1])  # noqa: PLW2901
        result.append((start, end))
    result.sort()
    return result if all(after[0] - before[1] > apart for before, after in pairwise(result)) else None


def _cells(rows: list[Row], columns: list[_Span], level: list[Rule]) -> list[TableRow]:
    pitches = [below.y - above.y for above, below in pairwise(rows)]
    least = min(pitches, default=0.0)
    loose = sum(pitch > LOOSE * least for pitch in pitches)
    ruled = sum(_ruled(above, below, level) for above, below in pairwise(rows))
    found: list[TableRow] = []
    cells: dict[int, list[str]] = defaultdict(list)
    begun = rows[0].y
    for before, row in zip([None, *rows], rows, strict=False):
        by_column: dict[int, list[Word]] = defaultdict(list)
        for word in row.words:
            by_column[_column(word, columns)].append(word)
        if before is not None:
            tight = row.y - before.y <= min(LOOSE * least, TIGHT * row.size)
            goes_on = (
                not _ruled(before, row, level)
                if ruled > 1
                else 0 not in by_column or (tight and 3 * loose >= len(pitches))
            )
            if not goes_on:
                found.append(TableRow(tuple(tuple(cells[column]) for column in range(len(columns))), begun))
                cells, begun = defaultdict(list), row.y
        for column, words in by_column.items():
            cells[column].append(joined(words))
    found.append(TableRow(tuple(tuple(cells[column]) for column in range(len(columns))), begun))
    return found


def _column(word: Word, columns: list[_Span]) -> int:
    return next((index for index, (_, end) in enumerate(columns) if word.x0 < end), len(columns) - 1)


def _ruled(above: Row, below: Row, level: list[Rule]) -> bool:
    return any(
        above.y < rule.y0 < below.y - 0.5 * below.size and rule.x0 < below.x1 and below.x0 < rule.x1 for rule in level
    )
