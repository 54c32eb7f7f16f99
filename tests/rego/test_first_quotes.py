"""What a finding leads with: of a fact that is a set, the clause that states what the rule objects to."""

import pytest

from .test_false_passes import findings


def lead(pack: str, rule: str, text: str) -> str:
    [found] = [each for each in findings(pack, text) if each["rule"] == rule]
    return str(found["evidence"][0]["quote"])


@pytest.mark.parametrize(
    ("pack", "rule", "clauses", "telling"),
    [
        (
            "baseline",
            "licence-purposes",
            (
                "Provider may disclose Customer Content where a court orders it.",
                "Provider may use Customer Content to detect fraud.",
                "Provider may use Customer Content for its marketing.",
            ),
            2,
        ),
        (
            "baseline",
            "licence-purposes",
            (
                "Le Prestataire peut utiliser les Contenus du Client pour fournir le Service.",
                "Le Prestataire peut communiquer les Contenus du Client lorsque la loi l'y oblige.",
                "Le Prestataire peut utiliser les Contenus du Client à des fins de recherche.",
            ),
            2,
        ),
        (
            "baseline",
            "consent-by-use",
            (
                "By clicking on 'I agree', Customer accepts these Terms.",
                "By using the Service, Customer agrees to be bound by these Terms.",
            ),
            1,
        ),
        (
            "gdpr-art-28",
            "data-audit-limits",
            (
                "Customer may audit Provider's processing of personal data once a year, at Customer's expense.",
                "Customer may audit only where the reports of Provider's auditors do not suffice.",
            ),
            1,
        ),
    ],
)
def test_a_finding_about_a_set_leads_with_what_it_objects_to(pack, rule, clauses, telling) -> None:
    assert lead(pack, rule, " ".join(clauses)) == clauses[telling]
