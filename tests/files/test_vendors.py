import pytest

import vendorlint_extractor
from vendorlint.errors import InputError, InputErrors, NothingToCheckError
from vendorlint.project import vendors
from vendorlint.project.config import find_config
from vendorlint.project.declared import Declaration
from vendorlint.project.vendors import Vendor, find_vendors, read_vendor
from vendorlint_extractor.customer import Customer


@pytest.fixture
def acme(tmp_path):
    folder = tmp_path / "vendors" / "acme"
    folder.mkdir(parents=True)
    (folder / "terms.md").write_text("Terms")
    return folder


def test_suffixes_are_those_that_the_extractor_reads():
    assert vendors.DOCUMENT_SUFFIXES == vendorlint_extractor.DOCUMENT_SUFFIXES


def test_what_is_declared_and_what_stands_beside_it(acme):
    (acme / "vendor.yaml").write_text(
        "version: 1\nname: Acme Ltd\nowner: legal@example.org\ntier: critical\n"
        'data: [personal, confidential]\ncustomer: {region: [EEA, "NO"], plan: free, products: [Atlas]}\nrenewal_date: "2027-03-31"\n'
    )
    for name in ("dpa.TXT", "README.md", ".draft.md", "terms.odt"):
        (acme / name).write_text("x")
    vendor = read_vendor(acme)
    assert vendor == Vendor(
        id="acme",
        name="Acme Ltd",
        owner="legal@example.org",
        tier="critical",
        data=("personal", "confidential"),
        customer=Customer(("EEA", "NO"), "free", ("Atlas",)),
        renewal_date="2027-03-31",
        folder=acme,
        documents=(acme / "dpa.TXT", acme / "terms.md", acme / "terms.odt"),
        facts_path=acme / "facts.yaml",
        declared=(),
        declared_place=(acme / "vendor.yaml", 1, 1),
    )
    assert vendor.to_dict() == {
        "name": "Acme Ltd",
        "owner": "legal@example.org",
        "tier": "critical",
        "data": ["personal", "confidential"],
        "customer": {"region": ["EEA", "NO"], "plan": "free", "products": ["Atlas"]},
        "renewal_date": "2027-03-31",
    }


@pytest.mark.parametrize(
    "name",
    [
        ".draft.doc",
        "_logo.png",
        "~$terms.docx",
        "README.rtf",
        "export.json",
        "policy.rego",
        "terms.docx.sig",
        "terms.md.bak",
        "list.YML",
    ],
)
def test_what_is_no_terms_by_its_name(acme, name):
    (acme / name).write_text("x")
    assert read_vendor(acme).documents == (acme / "terms.md",)


@pytest.mark.parametrize(
    "name", ["amendment.doc", "annex.rtf", "scan.png", "mail.eml", "mail.msg", "ANNEX", "terms.md.old"]
)
def test_what_may_be_terms_is_a_document_though_nothing_reads_it(acme, name):
    (acme / name).write_text("x")
    assert read_vendor(acme).documents == tuple(sorted([acme / "terms.md", acme / name]))


@pytest.mark.parametrize("declared", [None, "version: 1\n", "version: 1\nowner: ann\n"])
def test_what_is_not_declared_counts_as_the_most_demanding(acme, declared):
    if declared:
        (acme / "vendor.yaml").write_text(declared)
    vendor = read_vendor(acme)
    assert (vendor.tier, vendor.data) == ("critical", ("personal", "special_category", "confidential", "public"))


def test_declared_is_what_it_says(acme):
    (acme / "vendor.yaml").write_text("version: 1\ntier: low\ndata: []\n")
    assert read_vendor(acme).to_dict() == {"name": "acme", "tier": "low", "data": []}


def test_a_region_may_stand_without_a_list(acme):
    (acme / "vendor.yaml").write_text("version: 1\ncustomer: {region: UK}\n")
    assert read_vendor(acme).customer == Customer(regions=("UK",))


def test_provisions_that_a_person_has_looked_up(acme):
    path = acme / "vendor.yaml"
    path.write_text(
        "version: 1\ndeclared:\n"
        '  exit_transition: {agreed: true, where: "Annex 5 section 2", by: legal, date: "2026-10-01"}\n'
        '  penetration_tests:\n    agreed: false\n    where: Annex 7\n    by: security\n    date: "2026-10-02"\n'
    )
    vendor = read_vendor(acme)
    exit_transition, tests = vendor.declared
    assert exit_transition == Declaration(
        fact="declared.exit_transition",
        agreed=True,
        where="Annex 5 section 2",
        by="legal",
        date="2026-10-01",
        place=(path, 3, 20),
    )
    assert (tests.fact, tests.agreed, tests.place) == ("declared.penetration_tests", False, (path, 4, 3))
    assert (vendor.declaration("declared.exit_transition"), vendor.declaration("declared.x")) == (exit_transition, None)
    assert vendor.declared_place == (path, 2, 1)
    assert vendor.to_dict()["declared"] == {
        "exit_transition": {"agreed": True, "where": "Annex 5 section 2", "by": "legal", "date": "2026-10-01"},
        "penetration_tests": {"agreed": False, "where": "Annex 7", "by": "security", "date": "2026-10-02"},
    }


def test_all_vendors_by_id(acme):
    root = acme.parent.parent
    for name in ("zeta", "beta-2", ".cache", "_templates"):
        (root / "vendors" / name).mkdir()
    assert [vendor.id for vendor in find_vendors(find_config(root, environ={}))] == ["acme", "beta-2", "zeta"]


def test_a_folder_whose_name_is_no_id(acme):
    wrong = acme.parent / "Acme Ltd"
    wrong.mkdir()
    with pytest.raises(InputError) as caught:
        find_vendors(find_config(acme.parent.parent, environ={}))
    assert str(caught.value) == f"{wrong}: the name of a vendor's folder has lower-case letters, digits and '-' only"


def test_a_wrong_declaration(acme):
    path = acme / "vendor.yaml"
    path.write_text("version: 1\nteir: low\n")
    with pytest.raises(InputErrors) as caught:
        read_vendor(acme)
    assert str(caught.value) == f"{path}:2:1: unknown key 'teir' (did you mean 'tier'?)"


def test_nothing_to_check(tmp_path):
    config = find_config(tmp_path, environ={})
    with pytest.raises(NothingToCheckError, match="no such folder; expected one folder per vendor in it"):
        find_vendors(config)
    config.vendors.mkdir()
    with pytest.raises(NothingToCheckError, match="holds no vendor; expected one folder per vendor"):
        find_vendors(config)


def test_a_vendor_that_is_not_there(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="no such folder"):
        read_vendor(tmp_path / "none")
    with pytest.raises(InputError, match="is a file; expected a vendor's folder"):
        read_vendor(tmp_path / "file")


def test_a_link_out_of_the_folder_is_no_document(acme, tmp_path):
    (tmp_path / "elsewhere.md").write_text("Secret")
    (acme / "more.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(InputError) as caught:
        read_vendor(acme)
    message = "is a link that leaves the vendor's folder; expected the document itself"
    assert str(caught.value) == f"{acme / 'more.md'}: {message}"
