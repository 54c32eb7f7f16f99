"""The words that files, options and reports choose from: each list once, as a type and as a tuple in its order."""

from __future__ import annotations

from typing import Literal, get_args

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the most severe first

OnSilence = Literal[Severity, "pass"]  # what a rule makes of terms that are silent

StatedStatus = Literal["stated", "silent", "conflict"]  # what terms do about a fact
Status = Literal[StatedStatus, "parameters"]  # what a finding is about: that, or a rule's parameters
STATUSES: tuple[Status, ...] = get_args(Status)

WaiverStatus = Literal["active", "expired", "refused"]  # of a waiver that a finding carries
WAIVER_STATUSES: tuple[WaiverStatus, ...] = get_args(WaiverStatus)
WaiverState = Literal["active", "expiring", "expired"]  # of a waiver on a day

Role = Literal["statement", "lead_in", "exception", "outranked"]  # what a clause is to the fact that it proves
Confidence = Literal["high", "medium", "low"]  # that a reading is right
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

ReviewStatus = Literal["confirmed", "overridden", "open"]  # what a person says of a fact; the machine adds "stale"

ReadingNotes = Literal["warn", "fail"]  # what comes of documents that a person sees otherwise than they were read
READING_NOTES: tuple[ReadingNotes, ...] = get_args(ReadingNotes)

FactsForm = Literal["full", "brief"]  # of facts.yaml: whole quotes, or clauses by number and words
FACTS_FORMS: tuple[FactsForm, ...] = get_args(FactsForm)

ModelOnly = Literal["accept", "review", "ignore"]  # what a fact is worth that a second reader alone read

Tier = Literal["critical", "standard", "low"]
TIERS: tuple[Tier, ...] = get_args(Tier)  # the highest first
DataKind = Literal["personal", "special_category", "confidential", "public"]  # what a vendor holds
DATA_KINDS: tuple[DataKind, ...] = get_args(DataKind)

EngineName = Literal["embedded", "opa"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
OpaMode = Literal["push", "read_only"]
OPA_MODES: tuple[OpaMode, ...] = get_args(OpaMode)
EngineFailure = Literal["connect", "auth", "timeout", "compile", "eval", "undefined", "protocol", "memory", "crash"]

# The formats of reports; `calendar` and `report` have a few of their own.
CheckFormat = Literal["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html", "csv", "docx", "xlsx"]
CHECK_FORMATS: tuple[CheckFormat, ...] = get_args(CheckFormat)
FILE_FORMATS: tuple[CheckFormat, ...] = ("docx", "xlsx")  # no text: they go to a file alone
ChangesFormat = Literal["text", "json", "markdown", "html"]
CHANGES_FORMATS: tuple[ChangesFormat, ...] = get_args(ChangesFormat)
HistoryFormat = Literal["text", "json", "html"]
HISTORY_FORMATS: tuple[HistoryFormat, ...] = get_args(HistoryFormat)
DigestFormat = Literal["text", "markdown"]
DIGEST_FORMATS: tuple[DigestFormat, ...] = get_args(DigestFormat)
CalendarFormat = Literal["text", "ics"]
CALENDAR_FORMATS: tuple[CalendarFormat, ...] = get_args(CalendarFormat)
FactsFormat = Literal["json", "yaml"]  # of facts that are printed
ListFormat = Literal["text", "json"]  # of the lists of rules and facts

FileChange = Literal["added", "changed", "removed"]  # what became of a file
ViolationKind = Literal["introduced", "resolved", "worse", "better"]
VIOLATION_KINDS: tuple[ViolationKind, ...] = get_args(ViolationKind)
Threshold = Literal["introduced", "worse", "any"]  # what fails a comparison
Color = Literal["auto", "always", "never"]
