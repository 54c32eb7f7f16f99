"""The words that turn a clause's meaning, by what they are read for, compiled from a language's cues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from vendorlint_extractor.language.macros import Shared, expand_macros
from vendorlint_extractor.shipped import read

FOLDER = Path(__file__).parent
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that ban an act. They stand before it, `after` behind it; over tagged text.

    What a `condition` bans is no ban of the main clause behind it.
    """

    cues: re.Pattern[str]
    stops: re.Pattern[str]
    aside: re.Pattern[str]
    condition: re.Pattern[str]
    after: re.Pattern[str]
    neutral: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hinging:
    """Words that hang an act on an event, or only suppose it; over tagged text. `before` ends at the act, `after` begins there.
    An act in front of `unbound` needs no reason; a condition that is a `state` of the customer is no event. An item of a list that begins
    with `case` is one."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    unbound: re.Pattern[str]
    state: re.Pattern[str]
    case: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hollow:
    """Words that take a promise back; over tagged text. `here` stands in its sentence, `behind` in one after it, `struck`
    names the section (group `section`) that holds no longer, and `narrowed` the `word` that means less than it says. A clause that `cites` sections
    (group `numbers`) takes their force from them where `voided`, over text with a section sign in their place, stands in it and none of
    `foreign`, and from all of the document where `empty` does."""

    here: re.Pattern[str]
    behind: re.Pattern[str]
    struck: re.Pattern[str]
    narrowed: re.Pattern[str]
    cites: re.Pattern[str]
    voided: re.Pattern[str]
    empty: re.Pattern[str]
    foreign: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Doubts:
    """Words by which a clause may take back what another promises; over tagged text. One that has a number `named` (group `section`)
    is `turned` by others, unless it is only `cited` by what ends there, and is spoken of where it stands early with nothing `idle` behind it; one that `defines` a `word` is `twisted`; `about` has for each fact what may be said of it in words that
    state nothing."""

    named: re.Pattern[str]
    cited: re.Pattern[str]
    idle: re.Pattern[str]
    turned: re.Pattern[str]
    defines: re.Pattern[str]
    twisted: re.Pattern[str]
    about: Mapping[str, re.Pattern[str]]


def doubts(raw: Mapping[str, Any], code: str, macros: Shared) -> Doubts:
    """The group `doubts`."""

    def compiled(cues: Entries) -> re.Pattern[str]:
        return re.compile(expand_macros(code, macros, joined(cues)))

    group = raw["doubts"]
    return Doubts(
        named=compiled(group["named"]),
        cited=re.compile(f"(?:{compiled(group['cited']).pattern})$"),
        idle=compiled(group["idle"]),
        turned=compiled(group["turned"]),
        defines=compiled(group["defines"]),
        twisted=compiled(group["twisted"]),
        about={fact: compiled(cues) for fact, cues in group["about"].items()},
    )


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Words that make a ban or a permission conditional; over tagged text. `limited` narrows a ban, but
    where `unlimited` follows it, `spared` a permission. A sentence of `released` takes back some of the ban before it, a ban but with
    what is `noticed` is none, nor one on a sale but for a `gainful` one, nor, over plain words, one on `kinds` of data alone, as is one that begins once the customer has `chosen` it, and behind `afresh` a sentence permits something, whatever it bans before. What is `unasked` is no
    consent that a permission hangs on."""

    opt_in: re.Pattern[str]
    unasked: re.Pattern[str]
    opt_out: re.Pattern[str]
    chosen: re.Pattern[str]
    otherwise: re.Pattern[str]
    choice: re.Pattern[str]
    limited: re.Pattern[str]
    unlimited: re.Pattern[str]
    spared: re.Pattern[str]
    partial: re.Pattern[str]
    follow_up: re.Pattern[str]
    released: re.Pattern[str]
    asked_first: re.Pattern[str]
    deemed: re.Pattern[str]
    noticed: re.Pattern[str]
    gainful: re.Pattern[str]
    kinds: re.Pattern[str]
    afresh: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Words by which a document takes from its own standing; over a clause's plain words in lower case, and over a title's. One says
    `over` which `other` it stands, or `between` which two it is the first."""

    said: re.Pattern[str]
    title: re.Pattern[str]
    over: re.Pattern[str]
    between: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Words by which terms rank their clauses; over tagged text. The group `section` is the number of the one they name.

    A clause prevails or yields where one of them stands in it, and takes up those above where it opens with one of
    `follows`; `governs` says which section does where clauses conflict, `lifts` which one does not hold, or not for all. A clause
    of `case` holds in a case alone.
    """

    prevails: re.Pattern[str]
    follows: re.Pattern[str]
    yields: re.Pattern[str]
    governs: re.Pattern[str]
    lifts: re.Pattern[str]
    case: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Actors:
    """Words around a party that tell whether it acts; over tagged text."""

    imperative: re.Pattern[str]
    agent: re.Pattern[str]
    fellow: re.Pattern[str]
    grantee: re.Pattern[str]
    relative: re.Pattern[str]
    object: re.Pattern[str]
    infinitive: re.Pattern[str]
    partner: re.Pattern[str]
    deed: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Asides:
    """What stands by the way in a sentence; over tagged text.

    One stands between an `auxiliary` and its `verb`, or from `opening` on up to where the sentence is `resumed` by an
    auxiliary or goes on with an `object`. Where a `main` clause follows, what is before it is a condition and no aside.
    What is `included` beside the rest takes nothing from it, nor does a `frame`, which ends a lead-in: that what follows is agreed.
    """

    auxiliary: re.Pattern[str]
    verb: re.Pattern[str]
    opening: re.Pattern[str]
    resumed: re.Pattern[str]
    object: re.Pattern[str]
    main: re.Pattern[str]
    included: re.Pattern[str]
    frame: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Asking:
    """How a page asks what it answers; over folded plain text.

    A question is `turned` into a sentence: from its `head` on, the `subject` before the `verb`. The answer behind it has `affirmed` or `denied`
    that, which puts the words `negating` around the verb (before it, before a vowel, behind it). Whoever answers
    swaps the `persons`, and the verb's `endings`, where a `first` one asks, or a `second` one is asked, but where the answer has `kept` it.
    """

    turned: tuple[re.Pattern[str], ...]
    affirmed: re.Pattern[str]
    denied: re.Pattern[str]
    kept: re.Pattern[str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    persons: dict[str, str]
    endings: dict[str, str]
    negating: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """What a law calls the one who handles data for the other, and what it calls that other.

    In texts that hold one of `signs` the names need no capital, and `papers` are the agreement; without one the pair is in no text.
    """

    vendor: tuple[str, ...]
    customer: tuple[str, ...]
    signs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """How a document names its parties and defines its terms; over plain text with straight quotes.

    A term whose `head` (the place of its head word) is one of `no_data`, or whose definition is `no_data_defined`, is no
    class of data, whatever its definition mentions. One whose definition, tagged, is an `alias` is another name of that.
    `explained` are definitions of terms that are not quoted, `joined` what two terms are together; a `branded` name is that of AI, by
    what is said of it, unless that is `unbranded`.
    The vendor's name is its service `brand_after` and `brand_before` these.
    What stands in `data_behind` is content behind a customer's name.
    Behind `contract` two parties are named, up to `contract_ends`, each perhaps of several that stand `together`, and the second
    behind `next_party`; the one that `provides` or is `hired` is the vendor, the one that `takes` the customer, as a party is that is called one of `gives_role` or of `takes_role`; whoever `handles` data is the vendor, and a
    role of `either_side` tells nothing. Of `pairs` the vendor `acts`.
    Who `controls` data and who `processes` it for another are customer and vendor, named in a group; what is one of `no_party` is a paper or a day.
    `customers` are what some services call theirs, and `counterparts` what others call whoever signs with them.
    """

    between: re.Pattern[str]
    company: re.Pattern[str]
    hereinafter: re.Pattern[str]
    parties: re.Pattern[str]
    before_modal: re.Pattern[str]
    granted_to: re.Pattern[str]
    entry: re.Pattern[str]
    means: re.Pattern[str]
    explained: re.Pattern[str]
    branded: re.Pattern[str]
    unbranded: re.Pattern[str]
    joined: re.Pattern[str]
    called: re.Pattern[str]
    alias: re.Pattern[str]
    own_name: re.Pattern[str]
    registered: re.Pattern[str]
    no_data_defined: re.Pattern[str]
    contract: re.Pattern[str]
    contract_ends: re.Pattern[str]
    together: re.Pattern[str]
    next_party: re.Pattern[str]
    hired: re.Pattern[str]
    bracketed: re.Pattern[str]
    anybody: re.Pattern[str]
    provides: re.Pattern[str]
    takes: re.Pattern[str]
    gives_role: frozenset[str]
    takes_role: frozenset[str]
    handles: re.Pattern[str]
    either_side: frozenset[str]
    no_party: frozenset[str]
    controls: re.Pattern[str]
    processes: re.Pattern[str]
    acts: re.Pattern[str]
    pairs: tuple[Pair, ...]
    sellers: tuple[str, ...]
    customers: tuple[str, ...]
    counterparts: tuple[str, ...]
    articles: tuple[str, ...]
    name_articles: frozenset[str]
    silent_articles: frozenset[str]
    head: int
    no_data: frozenset[str]
    brand_after: tuple[str, ...]
    brand_before: tuple[str, ...]
    data_behind: tuple[str, ...]
    name_endings: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]
    not_a_name: frozenset[str]
    not_a_name_begins: tuple[str, ...]
    never_defined: frozenset[str]
    periods: re.Pattern[str]
    referring: re.Pattern[str]
    pronoun: re.Pattern[str]
    values: re.Pattern[str]

    @property
    def capitalised(self) -> frozenset[str]:
        """The roles whose words are others' as well, so that they name a party only where they are written with a capital."""
        return self.either_side.union(*(pair.vendor + pair.customer for pair in self.pairs if not pair.signs))


@dataclass(frozen=True, slots=True)
class SentenceCues:
    """Where sentences and the items in them end; `conditional_lead` and `continues` are looked for at the end of a text.

    A stop behind one of `abbreviations` ends nothing, nor behind one of `before_figure` where a figure follows; behind a
    letter it ends a sentence where one of `labelled` stands before that ('Exhibit A. You ...'), and behind some abbreviations
    where one of `sentence_openers` follows ('Acme Inc. You ...'). `little` are words that
    bad copies glue to the next. `defining` and `noted` match the beginning of a sentence, over plain text, that says what
    a term means and nothing else, or that only tells of the text: an example, a remark on a draft, what changed. Over tagged text, a short sentence without
    one of `predicate` is a title, and a lead-in that ends on one of `verb_wanted` asks for a verb. What holds one of
    `entitling` gives a right, be it in a definition. A sentence that begins with one of `carrying` goes on with what the one before it says
    ('The foregoing right includes ...'), and one that holds one of `annexed`
    with what the annex of that `title` lists, but for labels there that are none of `listing`. What ends on one of `framing`
    is a lead-in to the sentences behind it.
    """

    stop: re.Pattern[str]
    continues: re.Pattern[str]
    conditional_lead: re.Pattern[str]
    abbreviations: frozenset[str]
    before_figure: frozenset[str]
    sentence_openers: frozenset[str]
    labelled: frozenset[str]
    little: frozenset[str]
    defining: re.Pattern[str]
    noted: re.Pattern[str]
    entitling: re.Pattern[str]
    predicate: re.Pattern[str]
    verb_wanted: re.Pattern[str]
    carrying: re.Pattern[str]
    annexed: re.Pattern[str]
    listing: re.Pattern[str]
    framing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DocumentCues:
    """What documents call themselves and each other, by document.type; over plain words in lower case without accents."""

    types: Mapping[str, re.Pattern[str]]
    references: Mapping[str, re.Pattern[str]]
    incorporation: re.Pattern[str]
    linked: re.Pattern[str]  # over the words of a link
    binding: re.Pattern[str]  # over what stands before a name
    binding_behind: re.Pattern[str]  # over what stands behind it
    itself: re.Pattern[str]
    elsewhere: re.Pattern[str]
    elsewhere_behind: re.Pattern[str]


def read_cues(code: str) -> Mapping[str, Any]:
    """The content of a language's file of cues."""
    raw: Mapping[str, Any] = read(FOLDER / "cues" / f"{code}.yaml")
    return raw


Entries = Sequence[Mapping[str, str]]  # cues in the order in which they are tried: `pattern` and an `example` of it


def joined(entries: Entries) -> str:
    """One pattern of them all; of those that match at one place the first counts."""
    return "|".join(entry["pattern"] for entry in entries)


_Group = TypeVar("_Group", Negation, Hinging, Hollow, Exceptions, Standing, Ranking, Actors, Asides)


def compile_group(group: type[_Group], raw: Mapping[str, Any], code: str, macros: Shared) -> _Group:
    """The patterns of a group, a field each, with their macros filled in."""
    return group(
        **{field.name: re.compile(expand_macros(code, macros, joined(raw[field.name]))) for field in fields(group)}
    )


def naming_cues(raw: Mapping[str, Any]) -> Naming:
    """The group `naming`, and the words that are never defined."""
    naming = raw["naming"]
    return Naming(
        between=re.compile(joined(naming["between"]), re.IGNORECASE),
        company=re.compile(joined(naming["company"])),
        hereinafter=re.compile(f"(?:{joined(naming['hereinafter'])})$"),
        parties=re.compile(joined(naming["parties"])),
        before_modal=re.compile(joined(naming["before_modal"])),
        granted_to=re.compile(joined(naming["granted_to"])),
        entry=re.compile(joined(naming["entry"])),
        means=re.compile(joined(naming["means"])),
        explained=re.compile(joined(naming["explained"])),
        branded=re.compile(joined(naming["branded"])),
        unbranded=re.compile(joined(naming["unbranded"]), re.IGNORECASE),
        joined=re.compile(joined(naming["joined"])),
        called=re.compile(f"(?:{joined(naming['called'])})$"),
        alias=re.compile(joined(naming["alias"])),
        own_name=re.compile(joined(naming["own_name"])),
        registered=re.compile(joined(naming["registered"])),
        no_data_defined=re.compile(joined(naming["no_data_defined"]), re.IGNORECASE),
        contract=re.compile(joined(naming["contract"])),
        contract_ends=re.compile(joined(naming["contract_ends"])),
        together=re.compile(joined(naming["together"]), re.IGNORECASE),
        next_party=re.compile(joined(naming["next_party"]), re.IGNORECASE),
        hired=re.compile(rf"(?:{joined(naming['hired'])})$", re.IGNORECASE),
        bracketed=re.compile(joined(naming["bracketed"])),
        anybody=re.compile(joined(naming["anybody"])),
        provides=re.compile(joined(naming["provides"])),
        takes=re.compile(joined(naming["takes"])),
        gives_role=frozenset(naming["gives_role"]),
        takes_role=frozenset(naming["takes_role"]),
        handles=re.compile(joined(naming["handles"]), re.IGNORECASE),
        either_side=frozenset(naming["either_side"]),
        no_party=frozenset(naming["no_party"]),
        controls=re.compile(joined(naming["controls"])),
        processes=re.compile(joined(naming["processes"])),
        acts=re.compile(joined(naming["acts"])),
        pairs=tuple(
            Pair(*(tuple(pair.get(key, ())) for key in ("vendor", "customer", "signs", "papers")))
            for pair in naming["pairs"]
        ),
        sellers=tuple(naming["sellers"]),
        customers=tuple(naming["customers"]),
        counterparts=tuple(naming["counterparts"]),
        articles=tuple(naming["articles"]),
        name_articles=frozenset(naming["name_articles"]),
        silent_articles=frozenset(naming["silent_articles"]),
        head=naming["head"],
        no_data=frozenset(naming["no_data"]),
        brand_after=tuple(naming["brand_after"]),
        brand_before=tuple(naming["brand_before"]),
        data_behind=tuple(naming["data_behind"]),
        name_endings=frozenset(naming["name_endings"]),
        first_person=frozenset(naming["first_person"]),
        second_person=frozenset(naming["second_person"]),
        not_a_name=frozenset(naming["not_a_name"]),
        not_a_name_begins=tuple(naming["not_a_name_begins"]),
        never_defined=frozenset(raw["never_defined"]),
        periods=re.compile(joined(naming["periods"])),
        pronoun=re.compile(joined(naming["pronoun"])),
        referring=re.compile(joined(naming["referring"])),
        values=re.compile(joined(naming["values"])),
    )


def asking_cues(raw: Mapping[str, Any]) -> Asking:
    """The group `asking`."""
    asking = raw["asking"]
    return Asking(
        turned=tuple(re.compile(entry["pattern"]) for entry in asking["turned"]),
        affirmed=re.compile(joined(asking["affirmed"])),
        denied=re.compile(joined(asking["denied"])),
        kept=re.compile(joined(asking["kept"])),
        first=re.compile(joined(asking["first"])),
        second=re.compile(joined(asking["second"])),
        persons=dict(asking["persons"]),
        endings=dict(asking["endings"]),
        negating=tuple(asking["negating"]),
    )


def sentence_cues(raw: Mapping[str, Any]) -> SentenceCues:
    """The cues of sentences. A clause that opens with one of `clause_openers` is a sentence after a semicolon."""
    openers = "|".join(raw["clause_openers"])
    behind = rf"|;\s+(?=(?:{openers})\b)" if openers else ""
    return SentenceCues(
        stop=re.compile(rf"[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-ZÀ-Þ0-9]){behind}"),
        continues=re.compile(rf"[;,.:] ?(?:(?:{'|'.join(raw['conjunctions'])}) )?\(?$"),
        conditional_lead=re.compile(rf"(?:{joined(raw['conditional_lead'])})[\s,:(]*$"),
        abbreviations=frozenset(raw["abbreviations"]),
        before_figure=frozenset(raw["before_figure"]),
        sentence_openers=frozenset(raw["sentence_openers"]),
        labelled=frozenset(raw["labelled"]),
        little=frozenset(raw["little"]),
        defining=re.compile(joined(raw["defining"]), re.IGNORECASE),
        noted=re.compile(joined(raw["noted"]), re.IGNORECASE),
        entitling=re.compile(joined(raw["entitling"])),
        predicate=re.compile(joined(raw["predicate"])),
        verb_wanted=re.compile(rf"(?:{joined(raw['verb_wanted'])})\W*$"),
        carrying=re.compile(joined(raw["carrying"])),
        annexed=re.compile(joined(raw["annexed"])),
        listing=re.compile(joined(raw["listing"])),
        framing=re.compile(rf"(?:{joined(raw['framing'])})$"),
    )


def document_cues(raw: Mapping[str, Any]) -> DocumentCues:
    """The cues of documents, in the order in which they are tried."""
    return DocumentCues(
        types=_compiled(raw["document_types"]),
        references=_compiled(raw["references"]),
        incorporation=re.compile(joined(raw["incorporation"])),
        linked=re.compile(joined(raw["linked"])),
        binding=re.compile(rf"(?:{joined(raw['binding'])})(?:\s++|[^\s.;:]){{0,80}}$"),
        binding_behind=re.compile(joined(raw["binding_behind"])),
        itself=re.compile(rf"(?:{joined(raw['itself'])})$"),
        elsewhere=re.compile(rf"(?:{joined(raw['elsewhere'])})$"),
        elsewhere_behind=re.compile(joined(raw["elsewhere_behind"])),
    )


def _compiled(raw: Mapping[str, Entries]) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(joined(entries)) for name, entries in raw.items()}
