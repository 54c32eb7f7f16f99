"""The schemas are draft-07, agree with the ontology, and speak in words."""

import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from vendorlint.errors import InputErrors
from vendorlint.files.yaml.document import parse_yaml
from vendorlint.schemas.schema import NAMES, fact_ids, schema, schema_url, validate
from vendorlint_extractor import ontology

ROOT = Path(__file__).parents[2]


def errors(name: str, text: str) -> list[str]:
    with pytest.raises(InputErrors) as caught:
        validate(parse_yaml(text, Path("f.yaml")), name)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_valid_draft_07_and_published_under_their_own_url(name):
    jsonschema.Draft7Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema(name)["$id"] == schema_url(name)


def test_the_facts_schema_is_not_stale():
    run = [sys.executable, ROOT / "tools" / "generate_facts_schema.py", "--check"]
    assert subprocess.run(run, check=False).returncode == 0


def test_facts_of_the_schema_are_those_of_the_ontology():
    assert fact_ids() and set(fact_ids()) == set(ontology.facts())


def test_configuration():
    text = "version: 2\nvendor: x\nfail_on: eror\nrego: x\npolicy: []\n"
    assert errors("config", text) == [
        "f.yaml:1:10: found 2; expected 1",
        "f.yaml:2:1: unknown key 'vendor' (did you mean 'vendors'?)",
        "f.yaml:3:10: found 'eror'; expected one of error, warning, info (did you mean 'error'?)",
        "f.yaml:4:7: found 'x'; expected a list",
        "f.yaml:5:9: is empty",
    ]


def test_configuration_of_a_user():
    text = "version: 1\npolicy: x\nopa: {url: foo, mod: push}\nsecond_reader: {url: foo, models: x, price_in: -1}\n"
    assert errors("user", text) == [
        "f.yaml:2:1: unknown key 'policy'; expected one of version, opa, second_reader",
        "f.yaml:3:12: found 'foo'; expected a URL that begins with https:// or http://",
        "f.yaml:3:17: unknown key 'mod' (did you mean 'mode'?)",
        "f.yaml:4:22: found 'foo'; expected a URL that begins with https:// or http://",
        "f.yaml:4:27: unknown key 'models' (did you mean 'model'?)",
        "f.yaml:4:48: found -1; expected 0 or more",
    ]


@pytest.mark.parametrize("name", ["config", "facts", "policy", "vendor"])
@pytest.mark.parametrize(
    ("text", "found"), [("", "nothing"), ("[a]", "a list"), ("word", "'word'"), ("x" * 99, f"'{'x' * 59}…")]
)
def test_a_file_that_is_no_mapping(name, text, found):
    assert errors(name, text) == [f"f.yaml:1:1: found {found}; expected a mapping"]


def test_policy():
    text = """\
version: 1
requirements:
  a: of
  b: {severity: high, on_conflict: pass, applies_to: {tire: [critical]}}
  c:
  d: true
  e: {applies_to: {}, params: [1]}
  f: {second_reader: {model_only: {error: accept}}}
second_reader: {model_only: {error: maybe, fatal: ignore}}
"""
    assert errors("policy", text) == [
        "f.yaml:1:1: the key 'name' is missing",
        "f.yaml:3:6: found 'of'; expected off or settings such as {severity: error}",
        "f.yaml:4:17: found 'high'; expected one of error, warning, info",
        "f.yaml:4:36: found 'pass'; expected one of error, warning, info",
        "f.yaml:4:55: unknown key 'tire' (did you mean 'tier'?)",
        "f.yaml:5:5: found nothing; expected off or settings such as {severity: error}",
        "f.yaml:6:6: found true; expected off or settings such as {severity: error}",
        "f.yaml:7:19: is empty",
        "f.yaml:7:31: found a list; expected a mapping",
        "f.yaml:8:35: found a mapping; expected one of accept, review, ignore",
        "f.yaml:9:37: found 'maybe'; expected one of accept, review, ignore",
        "f.yaml:9:44: unknown key 'fatal'; expected one of error, warning, info",
    ]


def test_vendor():
    text = 'version: 1\ntier: high\ndata: [personal, personal]\ncustomer: {region: EU, plan: busines}\nrenewal_date: "2027-13-01"\n'
    assert errors("vendor", text) == [
        "f.yaml:2:7: found 'high'; expected one of critical, standard, low",
        "f.yaml:3:7: an entry stands here twice",
        "f.yaml:4:20: found 'EU'; expected EEA (the EU is in it), UK or an ISO 3166 code such as BR or US-CA",
        "f.yaml:4:30: found 'busines'; expected one of free, trial, beta, pilot, consumer, business, enterprise "
        "(did you mean 'business'?)",
        "f.yaml:5:15: found '2027-13-01'; expected a date such as \"2027-03-31\"",
    ]


def test_declared_provisions():
    text = """\
version: 1
declared:
  exit-transition: {agreed: true, where: Annex 5, by: legal, date: "2026-10-01"}
  subcontracting: {agreed: maybe, where: "", by: legal, day: "2026-10-01"}
  penetration_tests: {agreed: true, where: Annex 7, by: legal, date: "1 October"}
  zzz: true
"""
    provisions = (
        "service_description, subcontracting, service_locations, incident_assistance, authority_cooperation,"
        " security_training, service_developments, contingency_plans, penetration_tests, exit_transition"
    )
    assert errors("vendor", text) == [
        "f.yaml:3:3: unknown key 'exit-transition' (did you mean 'exit_transition'?)",
        "f.yaml:4:19: the key 'date' is missing",
        "f.yaml:4:28: found 'maybe'; expected true or false",
        "f.yaml:4:42: is empty",
        "f.yaml:4:57: unknown key 'day'; expected one of agreed, where, by, date",
        "f.yaml:5:70: found '1 October'; expected a date such as \"2026-10-01\"",
        f"f.yaml:6:3: unknown key 'zzz'; expected one of {provisions}",
    ]


def test_facts():
    text = """\
version: 1
vendor: Acme
documents:
  - {id: x, path: x.md, sha256: "12", type: term_of_service, language: en}
facts:
  ai:
    trainin: {}
    training:
      consent: {value: maybe}
      customer_content:
        value: true
        confidence: high
        evidence:
          - {document: x, lines: [1], quote: ""}
        colour: red
  change:
    notice_days: {value: "3", confidence: high, evidence: [{document: x, lines: [1, 0], quote: "a"}]}
    notice:
      confidence: high
      conflict: [{value: advance}]
      review: {status: ok, date: today}
  dispute:
    governing_law: {value: France, confidence: high, evidence: [{document: x, lines: [1, 1], quote: "a"}]}
  licence: {purposes: {value: [], confidence: high, evidence: []}}
"""
    assert errors("facts", text) == [
        "f.yaml:2:9: found 'Acme'; expected lower-case letters, digits and '-'",
        "f.yaml:4:33: found '12'; expected 64 hexadecimal digits",
        "f.yaml:4:45: found 'term_of_service'; expected one of terms_of_service, commercial_agreement, order_form, privacy_policy, dpa, "
        "acceptable_use, sla, ai_terms, other (did you mean 'terms_of_service'?)",
        "f.yaml:7:5: unknown fact 'ai.trainin' (did you mean 'ai.training'?)",
        "f.yaml:9:16: the key 'confidence' is missing",
        "f.yaml:9:16: the key 'evidence' is missing",
        "f.yaml:9:24: found 'maybe'; expected one of opt_in, opt_out, deemed, none",
        "f.yaml:11:16: found true; expected one of permitted, conditional, prohibited",
        "f.yaml:14:34: has 1 entry; expected 2 or more",
        "f.yaml:14:46: is empty",
        "f.yaml:15:9: unknown key 'colour'; expected one of value, confidence, evidence, scope, read_by, model_only, conflict, elsewhere, not_there, set_aside, doubts, review",
        "f.yaml:17:26: found '3'; expected a whole number",
        "f.yaml:17:85: found 0; expected 1 or more",
        "f.yaml:18:5: a conflict has its sides inside of it, and the worst value beside it; remove confidence and evidence",
        "f.yaml:20:17: has 1 entry; expected 2 or more",
        "f.yaml:20:18: the key 'confidence' is missing",
        "f.yaml:20:18: the key 'evidence' is missing",
        "f.yaml:21:15: the key 'by' is missing",
        "f.yaml:21:24: found 'ok'; expected one of confirmed, overridden, open, stale",
        "f.yaml:21:34: found 'today'; expected a date such as \"2026-11-24\"",
        "f.yaml:23:28: found 'France'; expected an ISO 3166 code such as FR or US-CA",
        "f.yaml:24:31: is empty",
        "f.yaml:24:63: is empty",
    ]
