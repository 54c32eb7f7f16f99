"""Documents that the terms make part of themselves."""

from __future__ import annotations

import pytest

from vendorlint_extractor.readings.incorporated import Calls, incorporated

from .make import LANGUAGES, clauses, document


def found(text: str, own: str = "terms_of_service", code: str = "en") -> list[tuple[str, str, str]]:
    """Type, words and link of each."""
    every = incorporated(
        document(text).text, clauses(text, code), LANGUAGES[code], Calls(frozenset({own}), frozenset(), (), ())
    )
    return [(each.type, text[slice(*each.name)], each.link) for each in every]


DPA = "The Data Processing Addendum"


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (f"{DPA} is incorporated by reference.", [("dpa", "Data Processing Addendum", "")]),
        ("The Data Processing\nAddendum is incorporated\n by reference.", [("dpa", "Data Processing\nAddendum", "")]),
        ("The BAA (https://x.example/baa) forms part of this.", [("baa", "BAA", "https://x.example/baa")]),
        ("A Business Associate Addendum is incorporated here.", [("baa", "Business Associate Addendum", "")]),
        ("What is at https://x.example/baa forms part of this.", []),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule B\n\nIt binds. It is long.", []),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule C\n\nIt binds. It is long.", [("dpa", "DPA", "")]),
        ("The DPA in Schedule B forms part of this.\n\n# Schedule B\n\nOn our site.", [("dpa", "DPA", "")]),
        ("The [DPA](https://x.example/dpa) forms part of this.", [("dpa", "DPA", "https://x.example/dpa")]),
        ("The [full DPA here](<https://x.example/dpa>) forms part of this.", [("dpa", "DPA", "https://x.example/dpa")]),
        (
            "[This](https://x.example/a) is here; the DPA (https://x.example/dpa), and so on, forms part of it.",
            [("dpa", "DPA", "https://x.example/dpa")],
        ),
        ("The [DPA](dpa.html) forms part of this.", [("dpa", "DPA", "dpa.html")]),
        ("The DPA at https://x.example/X, forms part of this.", [("dpa", "DPA", "https://x.example/X")]),
        ("At https://x.example/a is our DPA, which forms part of this.", [("dpa", "DPA", "")]),
        ("The SLA and the AI Terms form part of this.", [("sla", "SLA", ""), ("ai_terms", "AI Terms", "")]),
        ("The Terms of Service form part of this.", []),  # its own type
        ("The DPA is published.", []),
        ("[See](https://x.example/dpa) what forms part of this.", []),  # an address is no name
        ("[This](https://x.example/forms-part-of) is our DPA.", []),
        ("# The DPA forms part of this", []),
        ("# Beta\n\nThe DPA forms part of this, as is said.", [("dpa", "DPA", "")]),
        ("# Summary\n\nThe DPA forms part of this, as is said.", []),
        (
            "These form part of this:\n\n- the DPA\n- the SLA (https://x.example/sla)",
            [("dpa", "DPA", ""), ("sla", "SLA", "https://x.example/sla")],
        ),
        ("The DPA, which forms part of this:\n\n- is short.", [("dpa", "DPA", "")]),
    ],
)
def test_named_with_where_it_is(text: str, documents: list[tuple[str, str, str]]) -> None:
    assert found(text) == documents


def test_of_several_mentions_the_first_with_a_link() -> None:
    text = "The DPA forms part of this. The DPA (https://x.example/1) forms part of it. The DPA (https://x.example/2) forms part of it."
    assert found(text) == [("dpa", "DPA", "https://x.example/1")]
    text = "We handle data in accordance with the [DPA](https://x.example/1). The DPA forms part of this."
    shown = incorporated(text, clauses(text), LANGUAGES["en"], Calls(frozenset(), frozenset(), (), ()))[0]
    assert (shown.clause.index, shown.link) == (
        1,
        "https://x.example/1",
    )  # the clause that makes it part, the link of the other
    text = "The DPA forms part of this. Our DPA forms part of it."
    assert found(text) == [("dpa", "DPA", "")]
    each = incorporated(text, clauses(text), LANGUAGES["en"], Calls(frozenset(), frozenset(), (), ()))[0]
    assert (each.name, each.clause.index) == ((4, 7), 0)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Use is subject to our [AUP](https://x.example/aup).", [("acceptable_use", "AUP", "https://x.example/aup")]),
        ("You must comply with the Usage Policy.", [("acceptable_use", "Usage Policy", "")]),
        ("Customer agrees to the Product Terms.", [("specific_terms", "Product Terms", "")]),
        ("Betas are governed by supplemental terms.", [("specific_terms", "supplemental terms", "")]),
        ("We keep data in accordance with the DPA.", [("dpa", "DPA", "")]),
        ("The fees are set out in the Order Form.", [("order_form", "Order Form", "")]),
        ("Each Statement of Work becomes part of this.", [("order_form", "Statement of Work", "")]),
        ('"Agreement" means this text and the DPA.', [("dpa", "DPA", "")]),
        ("This text, together with the DPA, is the entire agreement.", [("dpa", "DPA", "")]),
        ('This and the SLA (collectively, the "Agreement") bind.', [("sla", "SLA", "")]),
        ("This Agreement incorporates the DPA.", [("dpa", "DPA", "")]),
        ("Use is not subject to the SLA.", []),
        ("We shall not be bound by the terms of an Order Form.", []),
        (
            "Any other conditions that are printed in a purchase order are subject to our consent, and we accept none.",
            [],
        ),
        ("We comply with further provisions in an Order Form.", [("order_form", "Order Form", "")]),
        ("We comply with no different provisions in an Order Form.", []),
        ("Your purchase is subject to the SLA.", [("sla", "SLA", "")]),  # the purchase is yours, the document is not
        ("The following Usage Policy governs your use of the tools.", []),
        (
            "# Privacy Notice\n\nSee our Privacy Notice, which also governs your use. It is long. It is clear. It is ours. It is short. It is old.",
            [("privacy_policy", "Privacy Notice", "")],
        ),
        ("These terms are additional terms that apply to your use of the tools.", []),
        ("The Usage Policy, which we publish, shall apply.", [("acceptable_use", "Usage Policy", "")]),
        ("Product Terms apply to any purchase.", [("specific_terms", "Product Terms", "")]),
        ("The Usage Policy shall not apply.", []),
        ("The Privacy Policy applies to visitors of the site.", []),
        ("These Terms, the Privacy Policy and our rules are applicable.", [("privacy_policy", "Privacy Policy", "")]),
        (
            'These Terms and any other terms named in them, such as the [Returns Policy](https://x.example/r) ("Terms"), bind.',
            [("other", "Returns Policy", "https://x.example/r")],
        ),
        (
            "Your purchase is subject to the [Shop.example Conditions of Use](https://x.example/c).",
            [("other", "Shop.example Conditions of Use", "https://x.example/c")],
        ),
        ("Read our [Returns Policy](https://x.example/r).", []),
        ("Our Privacy Policy describes what we collect.", []),
        ("We publish an SLA and a DPA.", []),
        ("Use is subject to this Acceptable Use Policy.", []),
        ("It forms part of the Terms of Service.", []),  # which takes it in
        ("Apps are subject to their Privacy Policy.", []),
        ("You will comply with your Privacy Policy.", []),
        ("The content complies with the laws and Customer's Privacy Policy.", []),
        ("You must abide by and publish a Privacy Policy.", []),
        ("You will post a Privacy Policy on your site and adhere to the Privacy Policy.", []),
        ('"Buyer" means the firm, together with those of its affiliates that signed Order Forms.', []),
        ("This text, together with the DPA, forms one agreement.", [("dpa", "DPA", "")]),
        ("We comply with the Data Privacy Addendum.", [("dpa", "Data Privacy Addendum", "")]),
        ("Payment is subject to additional terms imposed by a third party.", []),
        ("Refunds are subject to the specific terms in section 6.", []),
        ("A visit is subject to the merchant's additional terms.", []),
        (
            "You consent to the use of your information in accordance with our Privacy Policy.",
            [("privacy_policy", "Privacy Policy", "")],
        ),
        (
            'You are bound by the [Terms of Service](https://x.example/a/rather/long/address/of/them) ("ToS"), our [AUP](https://x.example/aup) and the rules below.',
            [
                ("acceptable_use", "AUP", "https://x.example/aup"),
                ("terms_of_service", "Terms of Service", "https://x.example/a/rather/long/address/of/them"),
            ],
        ),
        ("Your agreement with us includes these pages and our SLA.", [("sla", "SLA", "")]),
        ("The Software Licence forms part of these pages.", [("other", "Software Licence", "")]),
        (
            "Our EULA and the code of conduct form part of it.",
            [("other", "EULA", ""), ("other", "code of conduct", "")],
        ),
        ("The rules and the AUP are binding on you once you sign up.", [("acceptable_use", "AUP", "")]),
        ("This Agreement and the AUP constitute the complete agreement.", [("acceptable_use", "AUP", "")]),
        ("This Agreement, including the SLA, constitutes the entire agreement.", [("sla", "SLA", "")]),
        ("This Agreement constitutes the entire agreement. We publish an SLA.", []),
        ("Our Refund Policy is incorporated.", [("other", "Refund Policy", "")]),
        ("You will comply with the Code of Conduct.", []),  # whose is not said
        ("Use is subject to the [Product Terms](#product-terms).", []),
        (
            "Use is subject to the Product Terms.\n\n# Product Terms\n\nOne may use it. One may copy it. One may sell it. One may keep it. One may lend it.",
            [],
        ),
    ],
)
def test_what_binds(text: str, documents: list[tuple[str, str, str]]) -> None:
    assert found(text, own="") == documents


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Le service est soumis à la charte d'utilisation.", [("acceptable_use", "charte d'utilisation", "")]),
        ("Le client accepte les conditions particulières.", [("specific_terms", "conditions particulières", "")]),
        ("Les présentes conditions et le bon de commande forment un tout.", [("order_form", "bon de commande", "")]),
        ("Le contrat est composé du devis et des présentes.", [("order_form", "devis", "")]),
        ("La politique de confidentialité décrit nos traitements.", []),
        ("Vous acceptez les présentes conditions particulières.", []),
        ("Elles font partie des conditions d'utilisation.", []),
        ("Ces services sont soumis à la politique de confidentialité de ces tiers.", []),
        ("Les prix sont soumis aux conditions particulières de l'article 6.", []),
        (
            "La politique de remboursement fait partie intégrante du contrat.",
            [("other", "politique de remboursement", "")],
        ),
        (
            "Le contrat de licence utilisateur final fait partie du contrat.",
            [("other", "contrat de licence utilisateur final", "")],
        ),
        ("Vous respectez le code de conduite.", []),
        ("Le prestataire n'accepte pas les clauses figurant sur un bon de commande.", []),
        ("Le prestataire respecte le bon de commande.", [("order_form", "bon de commande", "")]),
    ],
)
def test_what_binds_in_french(text: str, documents: list[tuple[str, str, str]]) -> None:
    assert found(text, own="", code="fr") == documents


def test_a_section_that_tells_of_a_policy_is_not_the_policy() -> None:
    told = "# Privacy Policy\n\nWe care. Our Privacy Policy is incorporated. It binds. One may read it. One may ask. One may go."
    assert found(told, own="") == [("privacy_policy", "Privacy Policy", "")]
    below = "The Privacy Policy forms part of this.\n\n# Privacy Policy\n\nWe care. It binds. One may read it. One may ask. One may go."
    assert found(below, own="") == []


def test_french() -> None:
    text = "L'accord sur le traitement des données (https://x.example/dpa) fait partie intégrante du contrat."
    assert found(text, code="fr") == [("dpa", "accord sur le traitement des données", "https://x.example/dpa")]
