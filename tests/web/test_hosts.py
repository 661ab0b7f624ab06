"""Which organisation answers on which name, and that no name is guessed."""

import pytest

from kompas.usecases.hosts import organisation_at
from tests.store.people import a_municipality


@pytest.fixture
def maasstad(archive):
    return a_municipality(archive, host="kompas.maasstad.example", issuer="").organisation


@pytest.mark.parametrize("host", ["kompas.maasstad.example", "KOMPAS.Maasstad.example", "kompas.maasstad.example:8443"])
@pytest.mark.parametrize("demonstration", [False, True])
def test_an_organisation_is_found_by_its_name_in_any_case_and_at_any_port(archive, maasstad, host, demonstration):
    assert organisation_at(archive, host, demonstration=demonstration) == maasstad


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "localhost:5000", "192.168.1.20", "[::1]:5000"])
def test_a_demonstration_also_answers_on_addresses_that_nobody_claimed(archive, maasstad, host):
    assert organisation_at(archive, host, demonstration=True) == maasstad
    assert organisation_at(archive, host, demonstration=False) is None


def test_an_address_that_somebody_claimed_is_theirs(archive, maasstad):
    own = a_municipality(archive, host="localhost").organisation
    assert organisation_at(archive, "localhost:5000", demonstration=True) == own


def test_the_organisation_of_this_machine_goes_before_the_others(archive, maasstad):
    own = a_municipality(archive, name="Zuidstad", host="127.0.0.1").organisation
    assert organisation_at(archive, "192.168.1.20", demonstration=True) == own


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "maasstad.example",
        "kompas.maasstad.example.evil.example",
        "localhost.evil.example",
        "[",
        "[::1",
    ],
)
@pytest.mark.parametrize("demonstration", [False, True])
def test_no_other_name_is_anybodys(archive, maasstad, host, demonstration):
    assert organisation_at(archive, host, demonstration=demonstration) is None
