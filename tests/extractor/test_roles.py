"""The two parties of a contract, by what it calls them."""

from __future__ import annotations

import pytest

from ..reading import tagged

CASES = [
    ("en", 'This Services Agreement is made between Northbank plc (the "Bank") and Larkspur Ltd (the "Supplier").', "The Bank may audit the Supplier.", "CUSTOMER may audit VENDOR."),
    ("en", 'This Agreement is entered into by and between Larkspur Inc. ("Licensor") and the buyer named in the order ("Recipient").', "Recipient shall pay Licensor.", "CUSTOMER shall pay VENDOR."),
    ("en", 'This agreement is between Acme Corp. (the "Company") and Larkspur Ltd ("Consultant"). Consultant shall provide advice.', "The Company shall pay Consultant.", "CUSTOMER shall pay VENDOR."),
    ("en", 'This agreement is between Acme Corp. (the "Company") and the buyer named in the order ("Purchaser"). Company shall provide advice.', "Purchaser shall pay Company.", "CUSTOMER shall pay VENDOR."),
    ("en", 'This Agreement is between Riverside University (the "Institution") and Quill Learning Inc. ("Quill"). Quill will host the platform.', "The Institution trusts Quill.", "CUSTOMER trusts VENDOR."),
    ("en", 'This contract is between Acme Corp. ("Acme") and Larkspur Ltd ("Larkspur").', "Acme may disclose it to Larkspur.", "acme may disclose it to larkspur."),
    ("en", 'These Terms are between you and Larkspur Ltd ("Larkspur") or Larkspur GmbH ("Larkspur Europe").', "Larkspur helps you.", "VENDOR helps CUSTOMER."),
    ("en", 'Terms are entered into by Larkspur Inc. ("Larkspur") and the entity that signs the order ("Hotel Partner"). Hotel Partner will provide data.', "Hotel Partner helps Larkspur.", "CUSTOMER helps VENDOR."),
    ("en", 'AGREEMENT BETWEEN LARKSPUR LTD. AND ACME CORP.\n\nThis agreement is made by and between Larkspur Ltd. ("Larkspur") and Acme Corp. ("Acme"). Larkspur shall host the site.', "Acme helps Larkspur.", "CUSTOMER helps VENDOR."),
    ("en", "Between Acme Corp. (hereinafter referred to as ACME) and Larkspur Ltd. (hereinafter called the LARKSPUR). LARKSPUR shall host the site.", "ACME helps Larkspur.", "CUSTOMER helps VENDOR."),
    # A role's word tells, though nobody is said to provide anything; what is named twice is one party.
    ("en", 'This agreement is between Acme Inc. ("Acme") and Larkspur Ltd. ("Manager").', "Acme pays Manager.", "CUSTOMER pays VENDOR."),
    ("en", 'This agreement is between Acme LP ("Shipper") and Larkspur LLC ("LPL").', "Shipper pays LPL.", "CUSTOMER pays VENDOR."),
    ("en", 'This agreement is by and between Larkspur Corp. (hereinafter, the "Consultant"), with an office in Bath (the "Consultant"), and Acme Corp. ("Company").', "The Company pays the Consultant.", "CUSTOMER pays VENDOR."),
    # 'Between' is left out, or a heading.
    ("en", 'HOSTING AGREEMENT\n\nThis Hosting Agreement is entered into and effective as of the date of signature (the "Effective Date") ACME CORPORATION ("Acme"), of Bath, and LARKSPUR CORPORATION ("Larkspur"), of Wells. Larkspur shall host the site.', "Acme pays Larkspur.", "CUSTOMER pays VENDOR."),
    ("en", 'BETWEEN:\n\nACME LTD. of Bath ("Acme") - and -\n\nLARKSPUR LTD. of Wells ("Larkspur")\n\nLarkspur shall provide the service.', "Acme pays Larkspur.", "CUSTOMER pays VENDOR."),
    ("en", 'Acme Inc. ("Acme") and its parent Zed Inc. ("Zed") run the site. You use it.', "Zed helps you.", "VENDOR helps CUSTOMER."),
    # Names that a law gives the two: who acts under the one is the vendor, whatever else is said of them.
    ("en", 'This Agreement is between Halden Clinic ("Covered Entity"), which provides care, and Merrow Inc. ("Business Associate"). Business Associate shall act. Business Associate may act.', "Covered Entity pays Business Associate.", "CUSTOMER pays VENDOR."),
    ("en", 'This Agreement is between Merrow Inc. ("Business Associate") and Corvid LLC ("Subcontractor"). Covered Entity is another.', "Subcontractor tells Business Associate.", "VENDOR tells CUSTOMER."),
    ("en", "The Operator must act. The Operator shall act. A person other than the Responsible Party may not.", "The Operator tells the Responsible Party. An operator is at work.", "an operator is at work."),
    ("en", "The Operator must act. The Operator shall act. A person other than the Responsible Party may not.", "The Operator tells the Responsible Party", "VENDOR tells CUSTOMER"),
    ("en", "An Operator tells. The Operator shall act. A person other than the Responsible Party may not.", "The Operator tells the Responsible Party", "the operator tells the responsible party"),
    ("fr", "Le Mandataire doit agir pour l'Organisation. Le Mandataire ne traite rien d'autre.", "Le Mandataire informe l'Organisation.", "le VENDOR informe l'CUSTOMER."),
    # Public contracts, whose standard clauses need no capital, and which call themselves by what elsewhere is a market.
    ("fr", "Le titulaire assure le service. Le titulaire informe le pouvoir adjudicateur. L'acheteur notifie le marché.", "Le titulaire aide l'acheteur aux termes du marché.", "le VENDOR aide l'CUSTOMER aux termes du AGREEMENT."),
    ("fr", "La Collectivité confie au Titulaire du présent marché un service. Le Titulaire remet un rapport. Le Titulaire n'est pas propriétaire.", "La Collectivité reste titulaire des droits.", "la CUSTOMER reste titulaire des droits."),
    ("fr", "Le titulaire doit montrer sa carte. Le titulaire peut annuler. L'acheteur paie au prix du marché.", "Le titulaire aide l'acheteur.", "le titulaire aide l'acheteur."),
    ("en", "The Operator shall act. The Operator may act for the Contracting Authority.", "The Operator tells the Contracting Authority and the Supervisory Authority.", "VENDOR tells CUSTOMER and the supervisory authority."),
    # Whoever terms that say 'you' are of, under a name of either side, with an article or without.
    ("en", "You agree. The Group may act, you see. The Group will act. You let it. The Group shall act. The Operator may not. You pay. You win.", "The Group helps you, and you join a group.", "VENDOR helps CUSTOMER, and CUSTOMER join a group."),
    ("fr", "Vous acceptez. Le Groupe peut agir. Le Groupe doit agir. Vous savez que le Groupe peut agir. Vous payez. Vous gagnez. Vous sortez.", "Le Groupe aide, et vous créez un groupe.", "le VENDOR aide, et CUSTOMER creez un groupe."),
    # A helper's name is the vendor's of whoever it has a contract with, and only 'hereinafter' may stand before a name.
    ("en", 'This Rider is made by and between Gantry LLC ("Contractor") and Holm Industries, Inc. ("Company").', "Contractor helps Company, and no contractors do.", "VENDOR helps CUSTOMER, and no SUBCONTRACTOR do."),
    ("en", 'This is between Holm AG - hereinafter "Client" - and Gantry GmbH - hereinafter "Contractor".', "The Contractor helps the Client.", "VENDOR helps CUSTOMER."),
    ("en", 'This Agreement is between Larkspur Pay ("Larkspur") and the shop ("Merchant").', "Larkspur tells Merchant.", "VENDOR tells CUSTOMER."),
    # Parties one below the other, and the one who does something to the other's data.
    ("en", '(1) Windrush Trust (the "Trust"); and\n\n(2) Marlowe Ltd (the "Processor").', "The Trust pays the Processor.", "CUSTOMER pays VENDOR."),
    ("en", 'This Agreement is between Hopewell Center ("Program") and Sable Labs LLC ("QSO"). QSO shall protect patient data.', "Program trusts QSO.", "CUSTOMER trusts VENDOR."),
    ("fr", "Entre Acme SA (« Acme ») et Larkspur SAS (« Larkspur »). Larkspur traitera les données.", "Acme aide Larkspur.", "CUSTOMER aide VENDOR."),
    ("en", 'This is between Northbank plc ("the Bank") and Larkspur Ltd ("the Supplier").', "The Bank pays the Supplier.", "CUSTOMER pays VENDOR."),
    ("fr", "ENTRE Meuse SA, ci-après dénommée le « Responsable », ET Orbis SRL, ci-après dénommée le « Sous-traitant »", "Le Sous-traitant aide le Responsable.", "VENDOR aide le CUSTOMER."),
    ("fr", "Entre Lichen SCOP (« Lichen ») et l'association (« l'Abonnée »). Lichen fournit un site.", "Lichen aide l'Abonnée.", "VENDOR aide l'CUSTOMER."),
    # One party's two names, and the one who is taken on.
    ("en", 'This Agreement is between Larkspur Creative, LLC ("Larkspur"), a company of Bath with its office in Wells ("Reseller") and the company below ("Company").', "Reseller and Larkspur pay the Company.", "CUSTOMER and CUSTOMER pay VENDOR."),
    ("en", 'This Agreement is between Elm Inc. ("Elm") and Larkspur Ltd. ("Developer"). Elm desires to retain Developer. As payment for Developer\'s work Elm grants shares.', "Elm pays Developer.", "CUSTOMER pays VENDOR."),
    ("fr", "Entre Orme SA (« Orme ») et Larkspur SAS (« Larkspur »). Orme souhaite mandater Larkspur.", "Orme paie Larkspur.", "CUSTOMER paie VENDOR."),
    ("en", 'This is between Larkspur Inc. ("Larkspur"), of Bath, and Elm Ltd ("Elm"). WHEREAS Larkspur provides a site (the "Site") for Elm ("Elm Site").', "Elm pays Larkspur.", "CUSTOMER pays VENDOR."),
    # Several companies are one party, and one has two names without brackets.
    ("en", 'This Agreement is among Elm LLC ("Elm"), Oak Inc. ("Oak" and, together with Elm, the "Buyers") and Larkspur Inc. ("Larkspur"). Larkspur shall provide power.', "Elm, Oak and the Buyers pay Larkspur.", "CUSTOMER, CUSTOMER and CUSTOMER pay VENDOR."),
    ("en", 'This Agreement is between Larkspur Inc. ("Larkspur"), Oak Inc. (collectively with Larkspur, the "Makers") and Elm LLC ("Elm"). The Makers shall provide power.', "Elm pays Larkspur and the Makers.", "CUSTOMER pays VENDOR and VENDOR."),
    ("fr", "Entre Orme SA (« Orme »), Hêtre SA (« Hêtre » et, ensemble avec Orme, les « Investisseurs ») et Larkspur SAS (« Larkspur »). Larkspur fournit le site.", "Orme paie Larkspur.", "CUSTOMER paie VENDOR."),
    ("en", 'License between\n\nLarkspur AG of Bath "Licensor" / "Larkspur"\n\nand\n\nElm S.A. of Wells "Licensee" / "Elm"\n\n(each a "Party")', "Elm pays Larkspur.", "CUSTOMER pays VENDOR."),
    # Three parties, of whom one works for the others, or who is granted shares and paid.
    ("en", 'This Agreement is by and between Elm Inc. ("Elm"), Oak Inc. ("Oak"), and Dr. Anna Larkspur ("Dr. Larkspur"). Elm will grant Dr. Larkspur options. Oak and Elm will pay Dr. Larkspur. Dr. Larkspur shall provide advice. Oak shall pay. Elm shall pay.', "Oak and Elm pay Dr. Larkspur.", "CUSTOMER and CUSTOMER pay VENDOR."),
    ("en", 'This Agreement is among Elm Inc. ("Elm"), Larkspur Ltd ("Larkspur") and Anna Osk ("Osk"). Larkspur shall provide the site. Elm shall pay. Osk shall receive a monthly fee. Osk shall be paid.', "Elm pays Osk and Larkspur.", "CUSTOMER pays VENDOR and VENDOR."),
    ("en", 'This Agreement is between Elm Inc. ("Elm") and Larkspur Ltd ("Larkspur"), who gives it hosting services ("Hosting Services"). Larkspur shall provide the site. Hosting Services will perform.', "Elm uses Hosting Services.", "CUSTOMER uses SERVICE."),
    # What the customer has by its name.
    ("en", 'This Rider is between Gantry LLC ("Vendor") and Holm Bank ("Bank").', "Vendor keeps Bank Data, Bank Personal Information and the bank's doors.", "VENDOR keeps CONTENT, PERSONAL and CUSTOMER's doors."),
    # What a name tells comes before what is told of a party.
    ("en", 'Terms are entered into by the buyer of the service who signed the order ("Customer") and the company identified in it ("Larkspur"). Customer provides data.', "Larkspur helps Customer.", "VENDOR helps CUSTOMER."),
    ("fr", "Contrat entre Larkspur SAS (« Larkspur ») et la société désignée au bon (« Acheteur »). Acheteur fournit les données.", "Larkspur aide Acheteur.", "VENDOR aide CUSTOMER."),
    ("fr", "Entre Acme SA (ci-après dénommée ACME) et Larkspur SAS (ci-après LARKSPUR). LARKSPUR fournit des conseils.", "ACME aide Larkspur.", "CUSTOMER aide VENDOR."),
    ("fr", "Entre la Banque du Nord SA (la « Banque ») et Larkspur SAS (le « Prestataire »).", "La Banque audite le Prestataire.", "la CUSTOMER audite le VENDOR."),
    ("fr", "Le contrat est conclu entre Acme SA (la « Société ») et Larkspur SAS (« Larkspur »). Larkspur fournit des conseils.", "La Société paie Larkspur.", "CUSTOMER paie VENDOR."),
    ("fr", "Le contrat est conclu entre Acme SA (« Acme ») et Larkspur SAS (« Larkspur »).", "Acme parle avec Larkspur.", "acme parle avec larkspur."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "preamble", "text", "expected"), CASES)
def test_who_takes_the_service_is_the_customer(language: str, preamble: str, text: str, expected: str) -> None:
    assert tagged(f"{preamble}\n\n{text}", language)[-1] == expected
