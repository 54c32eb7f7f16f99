"""What `just new-fact` and `just new-rule` leave to fill in has been filled in."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = (
    "extractor/vendorlint_extractor/ontology.yaml",
    "extractor/vendorlint_extractor/facts/*/*.yaml",
    "rego/vendorlint/**/*.rego",
    "policies/*.yaml",
    "examples/rules/vendors/*/*.md",
)


def test_nothing_is_left_to_fill_in() -> None:
    left = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for pattern in SHIPPED
        for path in sorted(ROOT.glob(pattern))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "TODO" in line
    ]
    assert left == []
