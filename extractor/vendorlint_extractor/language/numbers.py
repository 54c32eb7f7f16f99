"""Numbers as a language spells them, and the units and currencies that they count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# A word of a number that is spelled, behind the one before it.
_SPELLED = re.compile(r"[ -]?([^\W\d_]+(?:-[^\W\d_]+)*)")
_FIGURE = re.compile(r"\s*\(\s*(\d{1,3}(?:[ ,.']\d{3}){1,3}|\d{1,6})\s*\)")
_BRACKET = re.compile(r"\s?\(\s*([^\W\d_][^()\d]{0,60})\s*\)")
IN_FIGURE = "_"  # the point of a decimal, as `stops` writes it
DISAGREE = "\u00a6"  # between the words and the figure of a number that do not say the same
HUNDRED = 100
MAX_WORDS = 12  # of a number
MAX_FIGURE = 6  # digits of a multiple


@dataclass(frozen=True, slots=True)
class Numbers:
    """`words` by what they count; `links` stand between them ('one hundred and eighty').

    `unit` matches what makes a number word a figure, with the adjectives and the figure in brackets before it; `money` a
    currency that does; `scales` multiply what stands before them, `amount_scales` the figure of an
    amount ('2 million'). `periods` are those without a number of their own, each with what it is written as, and `period_words` the words
    that begin them; `half` is what adds a half to a share, and `days_by_number` a day counted from an event. `units` and `currencies` lead from words to names of
    units (hour, day, week, month, quarter, year) and to ISO 4217 codes; `multiples` are words such as 'twice'.
    """

    words: Mapping[str, int]
    links: frozenset[str]
    unit: re.Pattern[str]
    scales: Mapping[str, int]
    amount_scales: Mapping[str, int]
    money: re.Pattern[str]
    units: Mapping[str, str]
    currencies: Mapping[str, str]
    multiples: Mapping[str, float]
    periods: Sequence[tuple[re.Pattern[str], str]]
    period_words: frozenset[str]
    days_by_number: tuple[re.Pattern[str], Mapping[str, int]]
    half: re.Pattern[str]

    def begins(self, word: str) -> bool:
        """Whether a word may be the first of a number: 'thirty', 'thirty-five', 'twelve-month', '30'."""
        known = word in self.words or word in self.scales or word[:1].isdigit() or word in self.period_words
        return known or word.partition("-")[0] in self.words or word in self.days_by_number[1]

    def read(self, lower: str, start: int, word: str) -> tuple[str, int] | None:
        """The figure of a number that begins at an offset with a word, and where what it replaces ends.

        'thirty (30)', '30 (thirty)' and 'one hundred eighty (180)' -> '30', '30' and '180'; 'thirty-five days' -> '35 days';
        'twelve-month' -> '12-month'; 'one hundred dollars' -> '100 dollars'. A number word elsewhere ('one or more') stays.
        Of 'ten (15) days' both: '10\u00a615'. 'a fortnight' -> '14 days', 'the thirtieth day after' -> '30 days after'.
        """
        period = self._period(lower, start, word)
        if period or (word[:1].isdigit() and not word.isdigit()):
            return period
        if word.isdigit():
            return self._of_figures(lower, start + len(word), word)
        return self._of_words(lower, start, word)

    def _of_figures(self, lower: str, end: int, word: str) -> tuple[str, int] | None:
        """The same of a number in figures that ends at an offset, with the words or the figure in brackets behind it."""
        spelled = _BRACKET.match(lower, end)
        if spelled and (value := self._number(spelled[1])) is not None:
            return self._both(value, word), spelled.end()
        return self._in_figures(None, word, lower, end)

    def _of_words(self, lower: str, start: int, word: str) -> tuple[str, int] | None:
        """The same of a number in words."""
        end = start + len(word)
        head, _, unit = word.rpartition("-")
        if head and self.unit.fullmatch(unit) and (counted := self._value(head)) is not None:
            return f"{counted}-{unit}", end
        value, end = self._spelled(lower, start)
        if value is None or (word in self.scales and lower[max(start - 2, 0) : start].rstrip()[-1:].isdigit()):
            return None  # the second is of the figure before it: '2.5 million'
        half = self.half.match(lower, end)
        if half:
            return f"{value}{IN_FIGURE}5", half.end()
        figure = self._in_figures(value, None, lower, end)
        if figure or not (self.unit.match(lower, end) or self.money.match(lower, end)):
            return figure
        return str(value), end

    def _period(self, lower: str, start: int, word: str) -> tuple[str, int] | None:
        """What begins at an offset and is a period without a number before its unit, as it is written with one."""
        if word in self.period_words:
            for pattern, written in self.periods:
                if found := pattern.match(lower, start):
                    return written.format(**found.groupdict()), found.end()
        pattern, counted = self.days_by_number
        if word in self.period_words or word in counted or word[:1].isdigit():
            found = pattern.match(lower, start)
            if found:
                day = found["day"]
                return f"{counted.get(day) or int(''.join(filter(str.isdigit, day)))} {found['unit']}", found.end()
        return None

    def multiple(self, word: str) -> float | None:
        """What words before 'times' or in its place multiply by: 'two', '1.5', 'one and a half', 'twice', 'half'."""
        figure = word[:MAX_FIGURE].replace(",", ".")
        if figure[:1].isdigit():
            return float(figure)
        whole, _, part = word.partition(" ")
        value = self.multiples.get(whole) or self._value(whole)
        return value + self.multiples.get(part.rpartition(" ")[2], 0) if value else None

    def _in_figures(self, value: int | None, word: str | None, lower: str, end: int) -> tuple[str, int] | None:
        """The figure in brackets behind a number: behind a `word` of figures one that says the same, behind the `value` of number
        words any, with the value where they disagree on something that is counted."""
        match = _FIGURE.match(lower, end)
        figure = re.sub(r"\D", "", match[1]) if match else None
        if not match or not figure or word not in (None, figure):
            return None
        counted = self.unit.match(lower, match.end())
        return (self._both(value, figure) if value is not None and counted else figure), match.end()

    def _both(self, value: int, figure: str) -> str:
        return figure if int(figure) == value else f"{value}{DISAGREE}{figure}"

    def _number(self, text: str) -> int | None:
        """The value of a text that is number words and nothing else."""
        value, end = self._spelled(text.strip(), 0)
        return value if end == len(text.strip()) else None

    def _spelled(self, lower: str, start: int) -> tuple[int | None, int]:
        """The value of number words, None where there are none, and where they end."""
        done = current = 0
        found, end = False, start
        position = start
        for _ in range(MAX_WORDS):
            match = _SPELLED.match(lower, position)
            if match is None:
                break
            word, position = match[1], match.end()
            value = self._value(word)
            if word in self.scales and self.scales[word] > HUNDRED:
                done, current = done + (current or 1) * self.scales[word], 0
            elif word in self.scales:
                current = (current or 1) * self.scales[word]
            elif value is not None:
                current = _joined(current, value)
            elif found and word in self.links:
                continue
            else:
                break
            found, end = True, position
        return (done + current if found else None), end

    def _value(self, word: str) -> int | None:
        """The value of a word, or of several joined by hyphens: 'forty-two'."""
        if word in self.words or "-" not in word:
            return self.words.get(word)
        value = 0
        for part in word.split("-"):
            if part in self.scales:
                value = (value or 1) * self.scales[part]
            elif part in self.words:
                value = _joined(value, self.words[part])
            elif part not in self.links:
                return None
        return value


def _joined(before: int, value: int) -> int:
    """'forty', 'two' -> 42; French 'quatre', 'vingt' -> 80."""
    small = before % HUNDRED
    return before - small + small * value if 0 < small < value else before + value


def number_cues(raw: Mapping[str, Any]) -> Numbers:
    """The numbers as a language's cues have them."""
    return Numbers(
        words=raw["numbers"],
        links=frozenset(raw["number_links"]),
        unit=re.compile(
            rf"[\s\-]*(?:\(\d+\)\s*)?(?:(?:{'|'.join(raw['unit_adjectives'])})\s+)*(?:{'|'.join(raw['unit_nouns'])})\b"
        ),
        scales=raw["scales"],
        amount_scales=raw["amount_scales"],
        money=re.compile(rf"[ -]{raw['scaled_currency']}"),
        units=raw["units"],
        currencies=raw["currencies"],
        multiples=raw["multiples"],
        periods=tuple((re.compile(pattern), written) for written, pattern in raw["periods"].items()),
        period_words=frozenset(raw["period_words"]),
        days_by_number=(
            re.compile(
                raw["days_by_number"].replace("{day}", rf"(?P<day>{'|'.join(raw['counted_days'])}|\d{{1,3}}[a-z]+)")
            ),
            raw["counted_days"],
        ),
        half=re.compile(raw["half"]),
    )
