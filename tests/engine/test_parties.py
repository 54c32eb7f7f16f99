"""Who is vendor and customer, and what a document's own terms mean."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from vendorlint_extractor.clauses.parties import COMPANY, read_parties
from vendorlint_extractor.language.lexicon import Concept

from .make import LANGUAGES, clauses


def tag(words: str, *texts: str, code: str = "en") -> str | None:
    """What the words become in a document of these paragraphs, if they are no words of the language."""
    language = LANGUAGES[code]
    form = language.tokens.words(words)
    found = read_parties(list(texts), language).tag_of(form)
    return None if found == language.phrases.tag_of(form) else found


VENDOR = 'This is between Larkspur Hosting, Inc. ("Larkspur", "we" or "us") and you.'


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        # Quoted terms that stand together with a pronoun.
        (VENDOR, "larkspur", "VENDOR"),
        ('Acme ("Acme," "we," "us" or "our") is it.', "acme", "VENDOR"),
        ('The tenant ("Tenant", "you") is it.', "tenant", "CUSTOMER"),
        ('The tenant ("Tenant" or "your") is it.', "tenant", "CUSTOMER"),
        ('Acme ("Acme") and, as is said of it, "we" are two.', "acme", None),
        ('Acme ("Acme"' + " and" * 20 + ' "we") is it.', "acme", None),  # not together
        ('The "Works" or "Goods" are sold.', "works", None),
        # A company's short name.
        ('Acme Hosting Ltd. ("Acme") runs it.', "acme", "VENDOR"),
        ('Acme Hosting Ltd., "Acme", runs it.', "acme", "VENDOR"),
        ('Acme Hosting Ltd. called "Acme" runs it.', "acme", None),
        ('Acme Hosting Ltd. ("Zed") runs it.', "zed", None),  # its name has no such word
        ('Acme Hosting ("Acme") runs it.', "acme", None),  # no company
        ('Acme Ltd. ("Acme", "Acme Two", "Acme Three") runs it.', "acme", None),
        ('Acme Hosting Ltd., hereinafter called the "Acme", runs it.', "acme", "VENDOR"),
        ('Acme Ltd. ("Acme") runs it with Zed Ltd. hereinafter "Zed".', "zed", None),  # the first is the vendor's
        ('Acme Ltd. runs a site for sellers, hereinafter the "Site".', "site", None),  # a word of the language
        ('Acme Ltd., formed in a far country under No. 77 and seated there ("Acme") runs it.', "acme", "VENDOR"),
        ('Acme Hosting Ltd., of the Zed house in a far country ("Zed") runs it.', "zed", None),
        ('The fees Acme Company asks for ("Fees") are due.', "fees", None),  # written otherwise before
        # It is made of the letters of the registered name.
        ('Acmeworld Ltd. ("AW") runs it.', "aw", "VENDOR"),
        ('Acmeworld Ltd. ("WA") runs it.', "wa", None),
        ('Acmeworld Ltd. ("Aw") runs it.', "aw", None),
        ('Acme Excellent Works and Offers Ltd. ("AEWOOF") runs it.', "aewoof", None),
        # The registered name without its form.
        ('Red Larkspur, Inc. ("Company" or "we") runs it.', "red larkspur", "VENDOR"),
        ('Zed Inc. sold it to Red Larkspur, Inc. ("we").', "zed", None),
        # Other names of the company.
        ('Acme Ltd. ("Acme" or the "Organizer") runs it.', "organizer", "VENDOR"),
        ('Acme Ltd. ("Acme" or the "Lark") runs it.', "lark", "VENDOR"),
        ('Acme Ltd. ("Acme" or the "Account") runs it.', "account", None),
        # A brand that begins with a pronoun.
        ('It ("We Mend It", "we") is it.', "we mend it", "VENDOR"),
        ('It ("We mend it", "we") is it.', "we mend it", None),
        ('It ("We Mend It All Day", "we") is it.', "we mend it all day", None),
        # Names that are none.
        ('The ("The Firm", "we") is it.', "the firm", None),
        ('It ("Agreement of Acme", "we") is it.', "agreement of acme", None),
        ('It ("One Two Three Four Five", "we") is it.', "one two three four five", None),
        ('It ("One Two Three Four", "we") is it.', "one two three four", "VENDOR"),
        # The preamble.
        ("Entered into between Acme Cloud and Customer.", "acme cloud", "VENDOR"),
        ("Entered into between Acme Cloud (the host) and the client.", "acme cloud", "VENDOR"),
        ("Entered into between The Firm and Customer.", "the firm", None),
        ("Entered into between Acme Cloud and Zed.", "acme cloud", None),
        # What has an article twice is a role, of which there are many.
        ("A contract between Weaver and Customer. The Weaver weaves; this Weaver weaves.", "weaver", None),
        ("A contract between Weaver and Customer. The Weaver weaves; a Weaver weaves.", "weaver", "VENDOR"),
        # 'between' in the middle of a text, with terms that the sentences behind it define.
        (
            'Acme Ltd. ("Acme") links Zed and Wye. It is between Zed and Wye. If a day passes (the "Gap Time") or a night'
            ' (the "Dark Time"), all ends.',
            "acme",
            "VENDOR",
        ),
    ],
)
def test_names(text: str, words: str, found: str | None) -> None:
    assert tag(words, text) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("La carte est émise par la société Les Halles France SAS (ci-après « Halles »).", "halles", "VENDOR"),
        (
            "La société Halles France SAS, enregistrée au registre de Lille sous le numéro 999 999 999 et dont le siège social se"
            " situe 3 rue du Puits 59000 Lille, joignable par courriel ou au 03 99 99 99 99 du lundi au samedi, ci-après désignée"
            " « Halles ».",
            "halles",
            "VENDOR",
        ),
        ("La société Halles France SAS édite le site (ci-après « le Site »).", "halles", None),
        ("Quai du Sel peut agir. Quai du Sel peut agir. Quai du Sel peut agir.", "quai du sel", "VENDOR"),
        ("Quai du Sel peut agir. Quai du Sel peut agir. Quai du Sel peut agir.", "sel", None),
        # A market has many sellers, and a shop is one.
        ("Quai du Sel peut agir. " * 3 + "Le Vendeur paie. " + "Les Vendeurs paient. " * 4, "vendeur", "CUSTOMER"),
        ("Quai du Sel peut agir. " * 3 + "Le Vendeur paie. " + "Les Vendeurs paient. " * 3, "vendeur", None),
        ("Le Vendeur peut agir. Les Vendeurs paient. " * 4, "vendeur", None),
    ],
)
def test_french_names(text: str, words: str, found: str | None) -> None:
    assert tag(words, text.replace("« ", '"').replace(" »", '"'), code="fr") == found


@pytest.mark.parametrize(
    ("texts", "words", "found"),
    [
        (["Les Halles Larkspur peuvent le faire."] * 3, "halles larkspur", "VENDOR"),
        (["Le Larkspur peut le faire."] * 3, "larkspur", None),
        (["Les Larkspur Halles se réservent ce droit."] * 3, "larkspur halles", "VENDOR"),
    ],
)
def test_french_names_with_an_article(texts: list[str], words: str, found: str | None) -> None:
    assert tag(words, *texts, code="fr") == found


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('Acme.org Ltd. ("Acme.org", "we") is it. See Acme.org now.', "see VENDOR now."),
        ('Acme.org Limited ("AO") is it. See Acme.org now.', "see VENDOR now."),
        ('Acme Ltd. ("Company", "we") is it. See Company or a company.', "see VENDOR or a company."),
        ('The buyer ("Company", "you") is it. See Company\'s or a company\'s.', "see CUSTOMER's or a company's."),
        ("You are you, and you, you, you. " + "Company may act. " * 3 + "See Company.", "see VENDOR."),
        ("You are you, and you, you. " + "Company may act. " * 3 + "See Company.", "see company."),
        ("You are you, and you, you, you. " + "Company may act. " * 2 + "See Company.", "see company."),
    ],
)
def test_roles_on_either_side_have_a_capital(text: str, seen: str) -> None:
    assert clauses(text)[-1].text == seen


MAY = "Zephyr may do it."


@pytest.mark.parametrize(
    ("texts", "words", "found"),
    [
        ([MAY] * 3, "zephyr", "VENDOR"),
        ([MAY] * 2, "zephyr", None),
        ([f"{MAY} {MAY} {MAY}"], "zephyr", "VENDOR"),
        ([VENDOR, *[MAY] * 7], "zephyr", None),  # where the vendor is known a name must be more frequent
        ([VENDOR, *[MAY] * 8], "zephyr", "VENDOR"),
        ([MAY] * 3 + ["Borealis may do it."] * 4, "zephyr", None),  # the most frequent alone
        ([MAY] * 3 + ["Borealis may do it."] * 4, "borealis", "VENDOR"),
        (["Zephyr AI will do it."] * 3, "zephyr ai", "VENDOR"),  # names end so
        (["Zephyr Member will do it."] * 3, "zephyr member", None),
        (["Nothing may do it."] * 3, "nothing", None),
        (["EU SCCs shall prevail."] * 3, "eu sccs", None),  # what is never a name of this document's
        (["Customer may do it."] * 3, "customer", None),
        (["ZEPHYR MAY DO IT, AND ZEPHYR may do it."] * 3, "zephyr", None),  # all is in capitals
        (["ZEPHYR may do it."] * 3, "zephyr", "VENDOR"),
        (["Zephyr Red Sea Group may do it."] * 3, "zephyr red sea group", "VENDOR"),
        (["The Zephyr Group GmbH may do it."] * 3, "zephyr group gmbh", "VENDOR"),  # an article makes no role of it
        (["The Zephyr may do it."] * 3, "zephyr", None),
        (["The ZPH may do it."] * 3, "zph", "VENDOR"),
        (["The ZP may do it."] * 3, "zp", None),
        (["While Zephyr may do it, so be it."] * 3, "zephyr", "VENDOR"),
        (["We Zephyr may do it."] * 3, "zephyr", None),
        # A title's first words, which one act is enough for.
        (["Zephyr Maps Terms", MAY, "Borealis may do it.", "Borealis may do it."], "zephyr", "VENDOR"),
        (["Maps of Zephyr", MAY], "zephyr", None),
        (["Entered into between Acme Cloud and Customer.", *[MAY] * 8], "zephyr", "VENDOR"),
        (["Participant may do it."] * 12, "participant", "CUSTOMER"),
        (["Publisher may do it."] * 12 + ["Zephyr may do it."] * 3, "zephyr", "VENDOR"),  # the other is the customer
        (["IBM may do it."] * 3, "ibm", "VENDOR"),
    ],
)
def test_the_most_frequent_actor(texts: list[str], words: str, found: str | None) -> None:
    assert tag(words, *texts) == found


@pytest.mark.parametrize(
    ("texts", "code", "words", "found"),
    [
        (["The Partner shall pay."] * 5, "en", "partner", "CUSTOMER"),
        (["The Partner shall pay."] * 5, "en", "partners", "CUSTOMER"),
        (["The Partner shall pay."] * 4, "en", "partner", None),
        (["The partner shall pay."] * 5, "en", "partner", None),  # of no role
        (["The Partner shall pay you."] * 5, "en", "partner", None),  # you are the customer
        (["The Content Provider may object."] * 5, "en", "content provider", "CUSTOMER"),
        (["Le Partenaire doit payer."] * 5, "fr", "partenaire", "CUSTOMER"),
        (["Nos partenaires peuvent payer."] * 5, "fr", "partenaire", None),
    ],
)
def test_a_counterpart_acts_where_nobody_is_addressed(
    texts: list[str], code: str, words: str, found: str | None
) -> None:
    assert tag(words, *texts, code=code) == found


def test_in_a_text_of_capitals_a_name_is_short() -> None:
    shouted = "ALL OF IT IS IN CAPITALS " * 8
    assert tag("zephyr", *[f"{shouted}. ZEPHYR may do it."] * 3) is None
    assert tag("ibm", *[f"{shouted}. IBM may do it."] * 3) == "VENDOR"
    assert tag("ibmx", *[f"{shouted}. IBMX may do it."] * 3) is None
    assert tag("zephyr", *["A" * 199 + "b, ZEPHYR may do it."] * 3) == "VENDOR"


@pytest.mark.parametrize(
    ("texts", "words", "found"),
    [
        (['Larkspur Hosting ("Larkspur Hosting", "we") is it.', "Larkspur will."], "larkspur", "VENDOR"),
        (['Larkspur Hosting ("Larkspur Hosting", "we") is it.', "LARKSPUR will."], "larkspur", "VENDOR"),
        (['Larkspur Hosting ("Larkspur Hosting", "we") is it.', "A larkspur is a flower."], "larkspur", None),
        (['Zed Hosting ("Zed Hosting", "we") is it.', "Zed will."], "zed", None),  # too short
        (['Zedd Hosting ("Zedd Hosting", "we") is it.', "Zedd will."], "zedd", "VENDOR"),
        (['Provider One ("Provider One", "we") is it.'], "provider", None),
    ],
)
def test_the_first_word_of_a_longer_name(texts: list[str], words: str, found: str | None) -> None:
    assert tag(words, *texts) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ('"Widgets" means all files that you upload.', "widgets", "CONTENT"),
        ('"Widget" means all files that you upload.', "widgets", "CONTENT"),
        ('"Widget" (in plural too) shall mean all files that you upload.', "widget", "CONTENT"),
        ('All files that you upload (the "Widgets") are yours.', "widgets", "CONTENT"),
        ('All files that you upload (together, the "Widgets" or "Wodgets") are yours.', "wodgets", "CONTENT"),
        ('All files that you upload. More (the "Widgets") are yours.', "widgets", None),
        ('All files that you upload; more (the "Widgets") are yours.', "widgets", None),
        ('All files that you upload (as is) and "Widgets" are yours.', "widgets", None),
        ('"Widgets" means our tools. We keep files that you upload.', "widgets", None),
        ('"widgets" means all files that you upload.', "widgets", None),  # no capital
        ('"One Two Three Four Five" means all files that you upload.', "one two three four five", "CONTENT"),
        ('"One Two Three Four Five Six" means all files that you upload.', "one two three four five six", None),
        ('"Law" means all files that you upload.', "law", None),  # keeps its plain meaning
        ('"Agreement" means all files that you upload.', "agreement", None),  # keeps its tag
        ('"Your Content" means our services.', "your content", None),
        ("Widgets: all files that you upload.", "widgets", "CONTENT"),
        ("So, Widgets: all files that you upload.", "widgets", None),
        ("Widgets: red files that you upload.", "widgets", None),
    ],
)
def test_defined_terms(text: str, words: str, found: str | None) -> None:
    assert tag(words, text) == found


def test_content_may_turn_out_to_be_the_vendor_s() -> None:
    def concept(name: str) -> Concept:
        return Concept(name, (re.compile("goods"),), (), ())

    def found(name: str, term: str) -> str | None:
        language = replace(LANGUAGES["en"], concepts=(concept(name),))
        return read_parties([f'"{term}" means goods.'], language).tag_of(language.tokens.words(term))

    assert found("VENDOR_CONTENT", "Content") == "VENDOR_CONTENT"
    assert found("VENDOR_CONTENT", "Your Content") == "VENDOR_CONTENT"
    assert [found("PERSONAL", term) for term in ("Content", "Our Content")] == ["CONTENT", None]
    assert [found("CONTENT", term) for term in ("Content", "Red Content", "Goods")] == ["CONTENT"] * 3
    assert [found("CONTENT", term) for term in ("Service", "Red Service", "Customer", "Provider", "Agreement")] == [
        "SERVICE",
        None,
        "CUSTOMER",
        "VENDOR",
        "AGREEMENT",
    ]


def test_definitions_know_this_document_s_customer() -> None:
    text = '"Widgets" means all files that Tenant uploads.'
    assert tag("widgets", text) is None
    assert tag("widgets", 'The tenant ("Tenant", "you") is it.', text) == "CONTENT"
    assert (
        tag("widgets", 'The tenant ("Tenant", "you") is it.', '"Widgets" means Tenant\'s files and data.') == "CONTENT"
    )


def test_what_is_the_customer_s_by_its_name() -> None:
    assert [tag(f"tenant {word}", 'The tenant ("Tenant", "you") is it.') for word in ("files", "lamp")] == [
        "CONTENT",
        None,
    ]
    usage = '"Tenant Data" means telemetry, diagnostics and logs.'
    assert tag("tenant data", 'The tenant ("Tenant", "you") is it.', usage) == "USAGE"


@pytest.mark.parametrize(
    ("texts", "words", "found"),
    [
        (["Larkspur SAS (« Larkspur », « nous »)".replace("« ", '"').replace(" »", '"')], "larkspur", "VENDOR"),
        (['L\'abonné ("Abonné", "vous") est'], "abonné", None),
        (['Le locataire ("Locataire" ou "vous") est'], "locataire", "CUSTOMER"),
        (["Entre Larkspur et le Client, il est convenu."], "larkspur", "VENDOR"),
        (['Larkspur SAS, au capital de 5 euros ("Larkspur"), le fait.'], "larkspur", "VENDOR"),
        (['La société Larkspur, au capital de 5 euros ("Larkspur"), le fait.'], "larkspur", "VENDOR"),
        (["Zéphyr peut le faire."] * 3, "zephyr", "VENDOR"),
        (['"Bidules" désigne tous les fichiers que vous téléversez.'], "bidules", "CONTENT"),
    ],
)
def test_french(texts: list[str], words: str, found: str | None) -> None:
    assert tag(words, *texts, code="fr") == found


def test_limits_of_what_is_looked_at() -> None:
    far = "x" * 290
    assert tag("acme", f'Acme Hosting Ltd. {far} ("Acme") runs it.') is None
    for gap, found in ((300, "CONTENT"), (360, None)):
        assert tag("widgets", f'All files that you upload{" ," * (gap // 2)} (the "Widgets")') == found
    for gap, found in ((470, "CONTENT"), (510, None)):
        assert tag("widgets", f'"Widgets" means {"," * gap} files that you upload') == found
        assert tag("widgets", f"Widgets: all {',' * gap} files that you upload") == found
    for gap, found in ((40, "CONTENT"), (60, None)):
        assert tag("widgets", f'All files that you upload ({"," * gap} "Widgets") are yours.') == found


def test_the_vendor_s_name_is_its_service() -> None:
    for words, found in (
        ("use acme", "use SERVICE"),
        ("access to acme", "access to SERVICE"),
        ("acme app", "SERVICE"),
        ("acme tools", "SERVICE"),
        ("sell acme", None),
    ):
        assert tag(words, 'Acme ("Acme", "we") is it.') == found
    assert tag("use tenant", 'The tenant ("Tenant", "you") is it.') is None
    assert tag("use acme", "Entered into between Acme and Customer.") == "use SERVICE"


def test_a_company_s_registered_name_is_a_name() -> None:
    assert tag("zed ai inc", "It is by Zed AI Inc and more.") == COMPANY == "COMPANY"
    assert tag("zed gpt-4 ltd", "It is by Zed GPT-4 Ltd and more.") in (None, COMPANY)
    assert tag("zed hosting inc", "It is by Zed Hosting Inc and more.") is None
    assert tag("acme ai inc", 'Acme ("Acme", "we") is it.', "It is by Acme AI Inc and more.") == "VENDOR"


def test_names_are_no_longer_than_five_words() -> None:
    text = 'It ("Acme Red-Blue Cloud Hosting", "we") is it.'
    assert tag("acme red-blue cloud hosting", text) == "VENDOR"
    assert tag("a&b c&d e&f g&h", 'It ("A & B & C D", "we") is it.') is None


def test_a_bracket_or_a_comma_stands_before_a_short_name() -> None:
    assert tag("acme", 'Acme Hosting LtdX "Acme" runs it.') is None
    assert tag("acme", 'Acme Hosting Ltd X "Acme" runs it.') is None


@pytest.mark.parametrize(
    ("text", "code", "tagged"),
    [
        ("The Participant shall pay. " * 10, "en", "CUSTOMER shall pay."),
        ("The Participant shall pay. " * 9, "en", "participant shall pay."),
        ("The participant shall pay. " * 10, "en", "participant shall pay."),
        ("Les Participants règlent le prix. " * 10, "fr", "CUSTOMER reglent le PRICE."),
    ],
)
def test_what_a_service_calls_its_customers_where_it_often_does(text: str, code: str, tagged: str) -> None:
    assert clauses(text, code)[0].text.removeprefix("the ").removeprefix("les ") == tagged


def test_classes_of_customers_are_no_vendor() -> None:
    text = "L'accord passé entre Conseillers et Utilisateurs est écrit. Larkspur peut agir. Larkspur peut lire. Larkspur peut dire."
    assert [each.text for each in clauses(text, "fr")][1] == "VENDOR peut agir."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Lark" means Acme Ltd. and its affiliates.', "VENDOR"),
        ('"Lark" refers to Acme, together with Zed Inc. and its staff.', "VENDOR"),
        ('"Lark" means Acme and any bird.', None),
    ],
)
def test_another_name_of_the_vendor_and_who_belongs_to_it(text: str, found: str | None) -> None:
    assert tag("lark", VENDOR.replace("Larkspur", "Acme"), text) == found
