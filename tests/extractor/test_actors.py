"""Who acts: asides, third parties that are let, licensors, grantees."""

from __future__ import annotations

from typing import Any

import pytest

from ..reading import HEADS, stated

CASES: list[tuple[str, str, dict[str, Any]]] = [
    ('en', 'Provider shall not, nor shall it permit any third party to, train its models on Customer Data.', {'ai.training.customer_content': 'prohibited'}),
    ('en', 'We will not train (nor permit our subcontractors to train) AI models on Your Content.', {'ai.training.customer_content': 'prohibited'}),
    ('en', 'Vendor shall not use Customer Data, and shall not allow any third party to use it, for training AI models.', {'ai.training.customer_content': 'prohibited', 'ai.training.third_parties': 'prohibited'}),
    ('en', 'Provider and its subcontractors (including any third party that hosts the Service) may use Customer Data to train AI models.', {'ai.training.customer_content': 'permitted'}),
    ('en', 'Customer Content provided by Customer may be used by Provider to train its AI models.', {'ai.training.customer_content': 'permitted'}),
    ('en', 'You may not (and may not let anyone else) use the Output to develop AI models that compete with ours.', {'ai.competing_models_ban': True}),
    ('en', 'Customer shall not use, nor permit any user or third party to use, Output to build a competing model.', {'ai.competing_models_ban': True}),
    ('en', 'Except as permitted by law, Client must not, directly or through others, use the Output to train any machine learning model.', {'ai.competing_models_ban': True}),
    ('en', 'Customer and its licensors retain all right, title and interest in Customer Data.', {'licence.ownership_retained': True}),
    ('en', 'As between the parties, Client (or its third-party licensors) owns all Customer Content.', {'licence.ownership_retained': True}),
    ('en', 'You or your licensors remain the owners of Your Content.', {'licence.ownership_retained': True}),
    ('en', 'Ownership of Customer Content stays with Customer and with the third parties that license it to Customer.', {'licence.ownership_retained': True}),
    ('en', 'We grant you a worldwide, non-exclusive licence to use the content of the platform.', {'licence.granted': None, 'licence.worldwide': None}),
    ('en', 'Customer is hereby given a non-exclusive, perpetual right to use the Software and to reproduce its documentation.', {'licence.granted': None, 'licence.duration': None}),
    ('en', 'Provider grants Customer a limited licence to use the Service and to store Customer Content in it.', {'licence.granted': None}),
    ('en', 'The licence granted to Customer under this Agreement is worldwide and royalty-free.', {'licence.granted': None, 'licence.worldwide': None}),
    ('en', 'Auditor may not be a competitor of Provider, and Customer may audit the compliance of Provider once a year.', {'ai.competing_models_ban': None}),
    ('fr', "Orbita n'utilisera pas (et ne laissera aucun tiers utiliser) les Contenus du Client pour entraîner ses modèles d'IA.", {'ai.training.customer_content': 'prohibited'}),
    ('fr', "Le Prestataire s'interdit d'utiliser, et de permettre à un tiers d'utiliser, les Données Client pour entraîner des modèles d'IA.", {'ai.training.customer_content': 'prohibited', 'ai.training.third_parties': 'prohibited'}),
    ('fr', "Nous n'utilisons pas vos contenus, ni n'autorisons un tiers à les utiliser, pour entraîner des modèles d'IA.", {'ai.training.customer_content': 'prohibited'}),
    ('fr', "Le Client ne doit pas, ni permettre à un tiers de, utiliser les Résultats générés pour entraîner un modèle d'IA concurrent.", {'ai.competing_models_ban': True}),
    ('fr', 'Vous et, le cas échéant, vos concédants tiers conservez tous les droits de propriété intellectuelle sur vos contenus.', {'licence.ownership_retained': True}),
    ('fr', 'Le Client (ou ses concédants tiers) reste titulaire des droits sur les Données Client.', {'licence.ownership_retained': True}),
    ('fr', "Il vous est concédé une licence mondiale, gratuite et non exclusive d'utilisation de l'application.", {'licence.granted': None, 'licence.worldwide': None, 'licence.exclusive': None}),
    ('fr', 'Nous vous concédons une licence non exclusive pour utiliser le Service.', {'licence.granted': None, 'licence.exclusive': None}),
    ('fr', "Le Client se voit accorder un droit d'usage mondial et gratuit du Logiciel.", {'licence.granted': None, 'licence.worldwide': None}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_is_stated(language: str, text: str, expected: dict[str, Any]) -> None:
    found = stated(HEADS[language] + text.replace(" // ", "\n\n"), language)
    assert {fact: found.get(fact) for fact in expected} == expected
