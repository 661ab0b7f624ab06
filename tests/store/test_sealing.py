"""Sealing: what was edited, moved or sealed by another hand does not open."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.store.sealing import KeyGone, OwnerKeys, SealBroken, place, session_open, session_seal

HERE = place("maasstad", "answer", "sealed", "samira", 1)
SAMIRA = OwnerKeys({1: b"s" * 32})


@given(st.binary(max_size=600))
def test_what_was_sealed_opens_again(value: bytes) -> None:
    assert SAMIRA.open(HERE, SAMIRA.seal(HERE, value)) == value


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_changed_bit_anywhere_is_found(where: int, change: int) -> None:
    sealed = bytearray(SAMIRA.seal(HERE, b"I like to cook"))
    sealed[where % len(sealed)] ^= change
    with pytest.raises((SealBroken, KeyGone)):
        SAMIRA.open(HERE, bytes(sealed))


@given(st.integers(min_value=0))
def test_a_value_that_was_cut_off_is_found(length: int) -> None:
    sealed = SAMIRA.seal(HERE, b"I like to cook")
    with pytest.raises(SealBroken):
        SAMIRA.open(HERE, sealed[: length % len(sealed)])


@pytest.mark.parametrize(
    "elsewhere",
    [
        place("rijnmond", "answer", "sealed", "samira", 1),
        place("maasstad", "verdict", "sealed", "samira", 1),
        place("maasstad", "answer", "choices", "samira", 1),
        place("maasstad", "answer", "sealed", "yusuf", 1),
        place("maasstad", "answer", "sealed", "samira", 2),
    ],
)
def test_a_value_moved_elsewhere_is_found(elsewhere: bytes) -> None:
    with pytest.raises(SealBroken):
        SAMIRA.open(elsewhere, SAMIRA.seal(HERE, b"I like to cook"))


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_no_two_places_look_alike(one: list[str], other: list[str]) -> None:
    assert (place(*one) == place(*other)) == (one == other)


def test_the_key_of_another_opens_nothing() -> None:
    with pytest.raises(SealBroken):
        OwnerKeys({1: b"y" * 32}).open(HERE, SAMIRA.seal(HERE, b"I like to cook"))


def test_an_older_key_still_opens_and_the_newest_one_seals() -> None:
    both = OwnerKeys({1: b"s" * 32, 2: b"t" * 32})
    assert both.open(HERE, SAMIRA.seal(HERE, b"said long ago")) == b"said long ago"
    with pytest.raises(KeyGone):
        SAMIRA.open(HERE, both.seal(HERE, b"said today"))


def test_the_length_of_a_choice_does_not_give_it_away() -> None:
    sealed = {len(SAMIRA.seal(HERE, choice)) for choice in (b"", b"yes", b"not_yet", b"other_country" * 9)}
    assert len(sealed) == 1


def test_the_same_words_never_look_the_same() -> None:
    assert len({SAMIRA.seal(HERE, b"yes") for _ in range(100)}) == 100


def test_fingerprints_of_different_purposes_differ() -> None:
    assert SAMIRA.fingerprint("account", b"x") == SAMIRA.fingerprint("account", b"x")
    assert SAMIRA.fingerprint("account", b"x") != SAMIRA.fingerprint("audit", b"x")


def test_a_session_opens_only_with_its_own_id_and_the_servers_secret() -> None:
    sealed = session_seal("the server's secret", "a session id", b'{"language": "ar"}')
    assert session_open(b"the server's secret", "a session id", sealed) == b'{"language": "ar"}'
    for secret, session_id in (("another secret", "a session id"), ("the server's secret", "another id")):
        with pytest.raises(SealBroken):
            session_open(secret, session_id, sealed)


def test_rubbish_for_a_session_is_refused() -> None:
    for rubbish in (b"", b"\x01", os.urandom(200)):
        with pytest.raises(SealBroken):
            session_open("secret", "id", rubbish)
