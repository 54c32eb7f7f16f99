"""A small procurement repository on disk, and what the tests read from it."""

import hashlib
from pathlib import Path

import pytest

TERMS = """\
# Terms of Acme

## 1. Your content

You keep all rights to your content. We will not use your content
to train machine-learning models unless you opt in.

## 2. Changes

We may change these terms with 30 days' notice.
"""


def facts_yaml(training: str, *, sha256: str | None = None) -> str:
    """A facts file over TERMS; `training` is the node of ai.training.customer_content, indented by six."""
    return f"""\
version: 1
vendor: acme
documents:
  - id: terms
    path: terms.md
    sha256: "{sha256 or hashlib.sha256(TERMS.encode()).hexdigest()}"
    type: terms_of_service
    language: en
facts:
  ai:
    training:
{training}
  change:
    notice_days:
      value: 30
      confidence: high
      evidence:
        - document: terms
          lines: [10, 10]
          quote: "We may change these terms with 30 days' notice."
"""


TRAINING = """\
      customer_content:
        value: conditional
        confidence: high
        evidence:
          - document: terms
            section: "1. Your content"
            lines: [5, 6]
            column: 38
            quote: "We will not use your content to train machine-learning models unless you opt in."
"""


@pytest.fixture
def acme(tmp_path) -> Path:
    """The folder of the vendor acme with terms and facts."""
    folder = tmp_path / "vendors" / "acme"
    folder.mkdir(parents=True)
    (folder / "terms.md").write_text(TERMS)
    (folder / "facts.yaml").write_text(facts_yaml(TRAINING))
    return folder
