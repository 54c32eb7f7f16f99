"""Clauses that may take back what others promise, and those that only name them or speak of the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from vendorlint_extractor import parse_document

from ..reading import EXTRACTOR

AGREEMENTS = {
    "en": """\
# Terms of Service

This Agreement is between Orbita Inc. ("Provider") and the customer ("Customer").

## 1. Data

1.1 Provider shall not sell Personal Data.

1.2 Customer may audit Provider once a year.

1.3 Provider shall notify Customer of a personal data breach within 24 hours.

1.4 Provider processes Personal Data only on documented instructions of Customer.

## 2. Liability

2.1 Each party's liability is limited to the fees paid in the 24 months before the claim.

2.2 On termination Provider deletes Customer Data.

""",
    "fr": """\
# Contrat

Le présent contrat lie Orbita SAS (« Prestataire ») et le client (« Client »).

## 1. Données

1.1 Le Prestataire ne vend pas les données personnelles.

1.2 Le Client peut auditer le Prestataire une fois par an.

1.3 Le Prestataire notifie au Client toute violation de données personnelles dans les 24 heures.

""",
}
SALE, AUDIT, HOURS, GONE = "data.sale", "data.audit", "data.breach_notice_hours", "data.deletion_on_termination"


def doubts(language: str, text: str, *others: str) -> dict[str, str]:
    """The facts that clauses may take back, each with the words that do."""
    documents = [
        parse_document(each, path=Path(f"{at}.md"), document_id=f"d{at}")
        for at, each in enumerate([AGREEMENTS[language] + text + "\n", *others])
    ]
    found = EXTRACTOR.extract(documents, vendor="orbita").facts
    return {fact: stated.doubts[0].words[0] for fact, stated in found.items() if stated.doubts}


@pytest.mark.parametrize(
    ("language", "text", "fact", "words"),
    [
        ("en", "2.3 The right of 1.2 rests while Provider holds a certificate.", AUDIT, "rests while"),
        ("en", "2.3 Audits under 1.2 are charged at USD 9,000 a day.", AUDIT, "are charged at"),
        ("en", "2.3 For 2.1, the fees paid are taken to be USD 10.", "liability.cap_months", "are taken to"),
        ("en", "2.3 The time under 1.3 begins with the report of an expert.", HOURS, "time under 1.3 begins"),
        ("en", "2.3 In 1.3, hours are those at the seat of Provider.", HOURS, "1.3"),
        ("en", "2.3 The 24 months of 2.1 begin anew with each payment.", "liability.cap_months", "2.1"),
        ("fr", "1.4 Pour l'article 1.3, seules comptent les heures ouvrées.", HOURS, "1.3"),
        ("en", '2.3 "Documented instructions" includes what Provider reasonably believes Customer to want.', "data.instructions_only", "Provider reasonably believes"),
        ("en", '2.3 To "sell" denotes a transfer for cash consideration only.', SALE, "cash consideration only"),
        ("en", "2.3 Data counts as deleted once nobody can see it.", GONE, "counts as deleted"),
        ("en", "2.3 Provider may commercialise datasets made of Customer Data.", SALE, "commercialise datasets"),
        ("fr", "1.4 Le délai de l'article 1.3 court à compter de la fin de l'enquête.", HOURS, "court à compter"),
        ("fr", "1.4 L'avis de l'article 1.3 est réputé donné par une publication.", HOURS, "est réputé"),
        ("fr", "1.4 Le Prestataire peut valoriser les fichiers issus des données personnelles.", SALE, "valoriser les fichiers"),
    ],
)  # fmt: skip
def test_what_may_take_a_promise_back(language: str, text: str, fact: str, words: str) -> None:
    assert words in doubts(language, text)[fact]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2.3 Customer shall announce audits under 1.2 thirty days before."),
        ("en", "2.3 Notices pursuant to section 1.3 are deemed received on the day after they were sent."),
        ("en", "2.3 Sections 1.1 and 1.2 survive the end of this Agreement."),
        ("en", "2.3 The parties shall comply with 1.4 at all times."),
        ("en", "2.3 The Service has the functions of version 1.2 and is deemed accepted."),
        ("en", "2.3 Section 1.2 survives the end of this Agreement."),
        ("en", "2.3 Obligations under 1.3 are those of Provider alone."),
        ("en", '2.3 "Sell" has the meaning given in the CCPA.'),
        ("en", '2.3 "Documented instructions" means the instructions in this Agreement and later ones in writing.'),
        ("en", "2.3 Customer Data is deleted from backups within 30 days of the end."),
        ("fr", "1.4 Les articles 1.1 et 1.2 survivent à la fin du contrat."),
        ("fr", "1.4 L'audit prévu à l'article 1.2 est annoncé trente jours à l'avance."),
        ("fr", "1.4 Conformément à l'article 1.3, le délai court à compter de la connaissance de la violation."),
    ],
)
def test_what_takes_nothing_back(language: str, text: str) -> None:
    assert doubts(language, text) == {}


def test_what_is_read_as_adverse_is_no_doubt_of_it() -> None:
    assert SALE not in doubts("en", "2.3 Provider may sell Personal Data.")


def test_only_documents_that_have_a_say_in_it() -> None:
    """A privacy policy stands behind the agreement, and is about others."""
    policy = '# Privacy Policy\n\nOrbita Inc. ("we") may commercialise data on visitors of its website.\n'
    assert doubts("en", "", policy) == {}
    order = "# Order Form\n\nProvider may commercialise datasets made of Customer Data.\n"
    assert SALE in doubts("en", "", order)


PROMISES = {
    "en": """\
# Services Agreement

This Agreement is between Orbita Inc. ("Provider") and the customer ("Customer"). Customer owns Customer Content.

## 1. Data

1.1 Provider shall not train artificial intelligence models on Customer Content.

1.2 Provider shall not sell Personal Data or use it for advertising.

1.3 Provider processes Personal Data only on documented instructions of Customer.

1.4 Provider gives 30 days' notice of each new sub-processor.

1.5 Provider shall notify Customer of a personal data breach within 24 hours.

1.6 Customer may audit and inspect Provider.

1.7 Personal Data is stored and processed only in the European Union.

1.8 On termination Provider deletes Customer Content within 30 days.

## 2. Terms

2.1 Fees rise by no more than 3% a year. The subscription does not renew automatically.

2.2 Customer may terminate this Agreement for convenience on 30 days' notice.

2.3 Availability is at least 99.9% a month.

2.4 Each party's liability is limited to the fees paid in the 24 months before the claim.

2.5 This Agreement may be changed only by a written amendment that both parties sign.

2.6 Neither party may assign this Agreement without the prior written consent of the other.

""",
    "fr": """\
# Contrat de services

Le présent contrat lie Orbita SAS (« Prestataire ») et le client (« Client »).

## 1. Données

1.1 Le Prestataire n'utilise pas les Données Client pour entraîner des modèles d'intelligence artificielle.

1.2 Le Prestataire ne vend pas les données personnelles et ne les utilise pas à des fins publicitaires.

1.3 Le Prestataire notifie au Client toute violation de données personnelles dans les 24 heures.

1.4 Le Client peut auditer le Prestataire.

1.5 Les données personnelles sont hébergées et traitées exclusivement dans l'Union européenne.

1.6 À la fin du contrat, le Prestataire supprime les données du Client dans les 30 jours.

1.7 Le Client peut résilier le contrat à tout moment moyennant un préavis de 30 jours.

1.8 Aucune partie ne peut céder le contrat sans l'accord écrit préalable de l'autre.

1.9 Le Prestataire n'utilise pas le nom ni le logo du Client sans son accord écrit préalable.

""",
}
TRAINING = "ai.training.customer_content"


def doubted(language: str, text: str) -> set[str]:
    document = parse_document(PROMISES[language] + text + "\n", path=Path("0.md"), document_id="d0")
    return {fact for fact, stated in EXTRACTOR.extract([document], vendor="orbita").facts.items() if stated.doubts}


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "2.7 Provider's systems improve through practice on live conversations.", TRAINING),
        ("en", "2.7 The fees reflect that Provider learns from prompts.", TRAINING),
        ("en", "2.7 Provider may keep and learn from what is typed into trial features.", TRAINING),
        ("en", "2.7 Messages from users form part of the examples with which Provider teaches its assistants.", TRAINING),
        ("en", "2.7 When a user rates an answer, the conversation is shown to those who design the models.", TRAINING),
        ("en", "2.7 Dialogues picked at random are scored by staff to refine what the model says.", TRAINING),
        ("en", "2.7 In return for rebates on its own tools, Provider gives records of users to their makers.", SALE),
        ("en", "2.7 Provider shares contacts of users with others under a revenue plan.", SALE),
        ("en", "2.7 Email addresses may be uploaded to social networks, to find people who are alike.", "data.advertising"),
        ("en", "2.7 Pixels of third parties on the pages recognise users elsewhere.", "data.advertising"),
        ("en", "2.7 Provider builds similar audiences.", "data.advertising"),
        ("en", "2.7 Sponsors may greet users by what they have worked on.", "data.advertising"),
        ("en", "2.7 An expert looks at each incident first, and the hours begin with the report.", HOURS),
        ("en", "2.7 Incidents that touch fewer than 200 persons are not reported.", "data.breach_notice"),
        ("en", "2.7 Small incidents are logged, and not told to anybody.", "data.breach_notice"),
        ("en", "2.7 The night team, based in Manila, has access to production.", "data.location"),
        ("en", "2.7 When capacity is short, traffic is routed to the nearest region.", "data.location"),
        ("en", "2.7 The premises of Provider are not open to Customer.", AUDIT),
        ("en", "2.7 A yearly report takes the place of any inspection.", AUDIT),
        ("en", "2.7 Provider need not carry out instructions that are unusual.", "data.instructions_only"),
        ("en", "2.7 A copy of each account is held for 5 years in a vault.", "data.retention_days"),
        ("en", "2.7 In urgent cases a sub-processor begins first, and Customer hears of it later.", "data.subprocessor_notice_days"),
        ("en", "2.7 In each August the target is ninety-six in a hundred.", "sla.uptime_percent"),
        ("en", "2.7 For damage by its hosts Provider pays out what it recovers from them.", "liability.cap_months"),
        ("en", "2.7 Cancelling before the end of the year triggers the fees that are left.", "termination.customer_convenience"),
        ("en", "2.7 Accounts with open tickets remain subscribed for another year.", "term.auto_renewal"),
        ("en", "2.7 Fees in an order form hold for the initial term only.", "term.price_cap_percent"),
        ("en", "2.7 Provider may have another company take its place.", "assignment.vendor_without_consent"),
        ("en", "2.7 The limits are set out on the support pages, which change now and then.", "change.unilateral"),
        ("fr", "2.1 Les conversations sont confiées à l'équipe qui développe les modèles.", TRAINING),
        ("fr", "2.1 Les échanges servent de matière aux versions futures.", TRAINING),
        ("fr", "2.1 L'option « Enrichir les modèles » est cochée.", TRAINING),
        ("fr", "2.1 Le Prestataire échange des fichiers contre des services.", SALE),
        ("fr", "2.1 Des balises de régies publicitaires suivent les utilisateurs ailleurs.", "data.advertising"),
        ("fr", "2.1 Le Prestataire constitue des audiences similaires.", "data.advertising"),
        ("fr", "2.1 Les techniciens, basés à Casablanca, interviennent sur la production.", "data.location"),
        ("fr", "2.1 En cas de pointe, les traitements basculent vers une autre région.", "data.location"),
        ("fr", "2.1 Un comité qualifie l'incident, et le délai commence avec sa décision.", HOURS),
        ("fr", "2.1 Une copie des comptes est conservée 6 ans hors ligne.", "data.retention_days"),
        ("fr", "2.1 Les locaux du Prestataire ne se visitent pas.", AUDIT),
        ("fr", "2.1 Un rapport annuel tient lieu de visite.", AUDIT),
        ("fr", "2.1 Toute résiliation anticipée rend exigibles les sommes restant à courir.", "termination.customer_convenience"),
        ("fr", "2.1 Le Prestataire peut se substituer une société de son choix.", "assignment.vendor_without_consent"),
        ("fr", "2.1 Le silence du Client vaut accord pour un témoignage à son nom.", "licence.publicity"),
        ("en", "2.7 Captures of the screen flow into the store from which models are developed.", TRAINING),
        ("en", "2.7 Provider may make artificial twins of Customer Content and use these freely.", TRAINING),
        ("en", "2.7 Scholars may examine the material to further artificial intelligence.", TRAINING),
        ("en", "2.7 Vectors of documents lie in an index shared among all customers.", TRAINING),
        ("en", "2.7 Customer favours research by Provider and makes its documents available.", TRAINING),
        ("en", "2.7 Provider may bring profiles of users into a joint company.", SALE),
        ("en", "2.7 Organisers of events may rent the address book for a fee.", SALE),
        ("en", "2.7 Banners are picked by the interests that the user has shown.", "data.advertising"),
        ("en", "2.7 Further seats cost whatever price is then listed.", "term.price_change"),
        ("en", "2.7 Provider's duty stops with a repeat of the job.", "liability.cap_months"),
        ("en", "2.7 Provider may switch the Service off as often as it likes.", "sla.uptime_percent"),
        ("en", "2.7 Provider may anonymise instead of erasing.", "data.deletion_on_termination"),
        ("en", "2.7 An auditor is named to Provider, which may reject anybody.", AUDIT),
        ("fr", "2.1 Les documents enrichissent le fonds dont sortent les modèles futurs.", TRAINING),
        ("fr", "2.1 Des laboratoires examinent les contenus pour faire avancer la recherche.", TRAINING),
        ("fr", "2.1 Le Prestataire tire des données des jumeaux artificiels et en use librement.", TRAINING),
        ("fr", "2.1 L'annuaire est prêté à des organisateurs moyennant finance.", SALE),
        ("fr", "2.1 Les annonces affichées sont choisies selon l'activité de l'utilisateur.", "data.advertising"),
        ("fr", "2.1 L'auditeur est présenté au Prestataire, qui peut refuser quiconque.", AUDIT),
        ("fr", "2.1 Le Prestataire peut anonymiser plutôt que de supprimer.", "data.deletion_on_termination"),
    ],
)  # fmt: skip
def test_what_states_nothing_and_may_be_about_a_promise(language: str, text: str, fact: str) -> None:
    assert fact in doubted(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2.7 Customer's staff learns from the training that Provider gives."),
        ("en", "2.7 Messages are given to the team that answers them."),
        ("en", "2.7 Provider keeps material for its own training of staff."),
        ("en", "2.7 Tickets are scored by urgency to improve response times."),
        ("en", "2.7 In return for the fees, Provider provides the Service."),
        ("en", "2.7 Provider gives Customer credits in exchange for vouchers."),
        ("en", "2.7 Users may upload their pictures to social networks."),
        ("en", "2.7 Cookies of Provider keep users signed in."),
        ("en", "2.7 Sponsors of the annual conference are named on its website."),
        ("en", "2.7 The period of 24 hours begins when Provider becomes aware of the breach."),
        ("en", "2.7 Incidents are logged in a register that Customer may see."),
        ("en", "2.7 Incidents are recorded and reported to Customer."),
        ("en", "2.7 The support team, based in the European Union, has access to production."),
        ("en", "2.7 Traffic is routed to the nearest region in the European Union."),
        ("en", "2.7 The office of Provider is based in Dublin."),
        ("en", "2.7 The premises of Provider are not open to the public."),
        ("en", "2.7 This Agreement takes the place of any earlier one."),
        ("en", "2.7 Provider need not carry out instructions that infringe the law."),
        ("en", "2.7 Copies of invoices are kept for 10 years."),
        ("en", "2.7 The source code is held for 2 years by an escrow agent."),
        ("en", "2.7 Customer may later object to a sub-processor."),
        ("en", "2.7 In each month Provider measures availability and reports it."),
        ("en", "2.7 Provider pays taxes on what it receives."),
        ("en", "2.7 Customer pays the fees before the end of each month."),
        ("en", "2.7 Accounts remain open until the end of the term."),
        ("en", "2.7 Users may take their place at the training of Provider."),
        ("en", "2.7 The functions are set out in the documentation."),
        ("fr", "2.1 Les messages sont transmis à l'équipe qui y répond."),
        ("fr", "2.1 Les échanges entre les parties servent de preuve."),
        ("fr", "2.1 L'option d'assistance est activée à la commande."),
        ("fr", "2.1 Le Prestataire fournit le service contre paiement du prix."),
        ("fr", "2.1 Des cookies du Prestataire maintiennent la session."),
        ("fr", "2.1 Les techniciens, basés en France, accèdent aux serveurs."),
        ("fr", "2.1 Le délai de 24 heures court dès la connaissance de la violation."),
        ("fr", "2.1 Les factures sont conservées 10 ans."),
        ("fr", "2.1 Le bon de commande tient lieu de conditions particulières."),
        ("fr", "2.1 Les sites du Client sont ouverts au Prestataire."),
        ("fr", "2.1 Le silence du Client ne vaut pas accord."),
        ("fr", "2.1 Le Prestataire peut remplacer un consultant absent."),
        ("en", "2.7 The captures from which the manual was made belong to Provider."),
        ("en", "2.7 Artificial data may be used in tests."),
        ("en", "2.7 Provider may examine the material to find a fault."),
        ("en", "2.7 The index of the documentation is shared with Customer."),
        ("en", "2.7 Provider brings records of its work to each meeting."),
        ("en", "2.7 Customer may rent further storage for a fee."),
        ("en", "2.7 Offers are shown to Customer on request."),
        ("en", "2.7 Customer pays whatever fee the order form states."),
        ("en", "2.7 Provider's duty of confidence ends three years after the term."),
        ("en", "2.7 Provider may switch off a faulty server at any time."),
        ("en", "2.7 Provider may anonymise data for tests on instruction of Customer."),
        ("en", "2.7 An auditor signs an undertaking of confidentiality first."),
        ("en", "2.7 Provider takes instructions from Customer alone."),
        ("fr", "2.1 Les documents rejoignent le dossier du Client."),
        ("fr", "2.1 Le Prestataire examine les contenus signalés."),
        ("fr", "2.1 Des données fictives servent aux tests."),
        ("fr", "2.1 L'annuaire est mis à jour chaque année."),
        ("fr", "2.1 Les annonces du Prestataire paraissent sur son site."),
        ("fr", "2.1 L'auditeur remet son rapport au Prestataire."),
    ],
)
def test_what_only_sounds_like_it(language: str, text: str) -> None:
    assert doubted(language, text) == set()
