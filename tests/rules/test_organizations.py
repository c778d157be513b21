"""Organizations in author fields, also those that BibTeX divides at "and"."""

from __future__ import annotations

import pytest

from ieeelint.paper.typed_names import _names_organization
from ieeelint.readers.bibtex import read
from ieeelint.rules.support.organizations import unbraced_organizations
from ieeelint.rules.support.works import places_of_names
from ieeelint.vocabulary import Vocabulary

STANDARDS = "National Institute of Standards and Technology"


def organizations(names: str) -> list[tuple[str, bool]]:
    """What the fixes write, and whether they are safe."""
    draft = read("refs.bib", f"@misc{{a, author = {{{names}}}, title = {{Flow}}, year = 2024}}")
    (entry,) = draft.paper.works
    field = entry.fields["author"]
    places = places_of_names(field.inside.text)
    found = unbraced_organizations(field, places, Vocabulary().citations)
    return [(finding.fix.edits[0].text, finding.fix.safe) for finding in found]


@pytest.mark.parametrize(
    ("names", "braced"),
    [
        (STANDARDS, STANDARDS),
        (f"Ana Lima and {STANDARDS} and Bo Wu", STANDARDS),
        ("Institute of Electrical and Electronics Engineers", None),
        ("Committee for Educational and Mental Zyx", None),
        ("National Aeronautics and Space Administration", None),
        ("Food and Agriculture Organization", None),
        ("Centre for Sand and Water and Society", None),
        ("Ministry of Sand\n  and Technology", None),
        ("World Health Organization and Rita Sand", "World Health Organization"),
        ("World Health Organization and Bo Science", "World Health Organization"),
        ("Ministry of Sand and Lima, Ana", "Ministry of Sand"),
        ("Ministry of Sand and A. Science", "Ministry of Sand"),
        ("Ministry of Sand and {Porto} Science", "Ministry of Sand"),
        ("Ministry of Sand and others", "Ministry of Sand"),
        ("Ministry of Sand and Office of Science", "Ministry of Sand"),
        ("Bo Wu and Sand Organization", "Sand Organization"),
        ("Bo Food and Carl Wu", ""),
        ("Inc. Sandflow", "Sandflow Inc."),
        ("Incas Organization", None),
        ("{Sand Organization} and Bo Wu and SandOrganization", ""),
        ("Sand Organization, Inc", ""),
    ],
)
def test_the_braces_are_around_the_whole_name(names, braced):
    expected = names if braced is None else braced
    assert organizations(names) == ([(f"{{{expected}}}", True)] if expected else [])


def test_two_organizations_are_two_authors():
    names = "University of Sand and World Bank Group"
    assert organizations(names) == [("{University of Sand}", True), ("{World Bank Group}", True)]


def test_a_fix_is_not_safe_if_the_end_of_the_name_is_not_certain():
    assert organizations("Ministry of Sand and Dune Zyx") == [("{Ministry of Sand}", False)]
    assert organizations(f"{STANDARDS} and Dune Zyx") == [(f"{{{STANDARDS}}}", True)]


def test_a_typed_organization_is_not_a_list_of_names():
    assert _names_organization("World Health Organization.")
    assert not _names_organization("Ana Lima")
