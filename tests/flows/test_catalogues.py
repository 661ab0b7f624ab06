"""A translation that is missing, doubtful or broken is found before anyone meets it, and said with file and line."""

import re
from pathlib import Path

import pytest
from babel.support import Translations
from click.testing import CliRunner

import kompas
from kompas.commands.catalogues import check_catalogues, compiled, mistakes, updated
from kompas.commands.sentences import extracted

FLOW = """
chapters:
  - id: helps
    title: What helps you?
    questions:
      - id: needs
        ask: What can help you?
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small program of its own: one flow, one screen for each side, one module without gettext."""
    folder = tmp_path / "kompas"
    real = Path(kompas.__file__).parent / "translations"
    for name in ("translations", "flows", "templates/conversation", "templates/casework", "conversation"):
        (folder / name).mkdir(parents=True)
    for name in ("client.cfg", "desk.cfg"):
        (folder / "translations" / name).write_text((real / name).read_text())
    (folder / "flows/small.yaml").write_text(FLOW)
    (folder / "templates/conversation/welcome.html").write_text(
        '<p>{{ _("Hello %(name)s", name=name) }}</p>{{ _("Back") }}'
    )
    (folder / "templates/casework/caseload.html").write_text('{{ _("My clients") }}{{ _("Back") }}')
    (folder / "conversation/accepting.py").write_text(
        '"""No words here."""\n\nTOO_LONG = "Make it shorter."\nKEY = "no sentence"\n'
    )
    list(updated(folder, new="nl"))
    return folder


def translate(package: Path, domain: str, **dutch: str) -> None:
    """Writes the Dutch for sentences, each named by its first word."""
    file = package / f"translations/nl/LC_MESSAGES/{domain}.po"
    blocks = file.read_text().split("\n\n")
    for first_word, text in dutch.items():
        place = next(number for number, block in enumerate(blocks) if f'msgid "{first_word}' in block)
        blocks[place] = blocks[place].replace('msgstr ""', f'msgstr "{text}"')
    file.write_text("\n\n".join(blocks))


def translate_all(package: Path) -> None:
    translate(package, "client", Hello="Dag %(name)s", Back="Terug", Make="Maak het korter.")
    file = package / "translations/nl/LC_MESSAGES/client.po"
    for english, dutch in (("What helps you?", "Wat helpt jou?"), ("What can help you?", "Wat kan jou helpen?")):
        file.write_text(
            file.read_text().replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{dutch}"')
        )
    translate(package, "desk", My="Mijn klanten")


def test_a_sentence_of_a_flow_is_found_with_its_file_and_line(package: Path) -> None:
    message = extracted("client", package).get("What can help you?")
    assert message is not None
    assert message.locations == [("kompas/flows/small.yaml", 7)]
    assert message.auto_comments == ["In “needs”."]


def test_a_named_sentence_of_a_package_without_gettext_is_found(package: Path) -> None:
    found = {message.id for message in extracted("client", package)}
    assert "Make it shorter." in found
    assert not {"no sentence", "No words here."} & found


def test_the_desk_keeps_only_what_no_client_reads(package: Path) -> None:
    assert {message.id for message in extracted("desk", package) if message.id} == {"My clients"}


def test_a_complete_language_has_no_mistakes(package: Path) -> None:
    translate_all(package)
    assert list(mistakes(package)) == []


def test_every_untranslated_sentence_is_said_at_once_with_its_line(package: Path) -> None:
    found = list(mistakes(package))
    assert len(found) == 6
    file, line, said = found[0].split(":", 2)
    assert file == "kompas/translations/nl/LC_MESSAGES/client.po"
    assert "msgid" in (package.parent / file).read_text().splitlines()[int(line) - 1]
    assert said == " “Make it shorter.” has no translation."


def test_a_new_sentence_is_missing_where_it_is_written(package: Path) -> None:
    translate_all(package)
    (package / "flows/small.yaml").write_text(FLOW + "        help: Choose everything that fits.\n")
    [found] = mistakes(package)
    assert found.startswith("kompas/flows/small.yaml:8: “Choose everything that fits.” is not in the catalogue of nl")


def test_a_sentence_that_is_gone_is_stale(package: Path) -> None:
    translate_all(package)
    (package / "templates/casework/caseload.html").write_text('{{ _("Back") }}')
    [found] = mistakes(package)
    assert found.endswith("“My clients” is used nowhere any more; update the catalogues.")


def test_a_doubtful_translation_is_not_shown_to_anyone(package: Path) -> None:
    translate_all(package)
    file = package / "translations/nl/LC_MESSAGES/desk.po"
    file.write_text(file.read_text().replace('msgid "My clients"', '#, fuzzy\nmsgid "My clients"'))
    [found] = mistakes(package)
    assert "“My clients” is marked fuzzy" in found


@pytest.mark.parametrize(
    ("dutch", "complaint"),
    [("Dag", "the translation lost “%(name)s”"), ("Dag %(name)s %(naam)s", "“%(naam)s” is in the translation alone")],
)
def test_a_value_that_gets_lost_in_translation_is_found(package: Path, dutch: str, complaint: str) -> None:
    translate_all(package)
    file = package / "translations/nl/LC_MESSAGES/client.po"
    file.write_text(file.read_text().replace("Dag %(name)s", dutch))
    [found] = mistakes(package)
    assert complaint in found


def test_a_changed_sentence_takes_no_old_translation_along(package: Path) -> None:
    translate_all(package)
    (package / "flows/small.yaml").write_text(FLOW.replace("What can help you?", "What could help you?"))
    list(updated(package))
    written = (package / "translations/nl/LC_MESSAGES/client.po").read_text()
    assert 'msgid "What could help you?"\nmsgstr ""' in written
    assert "What can help you?" not in written


def test_another_language_needs_no_desk(package: Path) -> None:
    list(updated(package, new="fr"))
    assert sorted(file.name for file in (package / "translations/fr/LC_MESSAGES").iterdir()) == ["client.po"]


def test_an_update_that_changes_nothing_leaves_the_files_alone(package: Path) -> None:
    translate_all(package)
    list(updated(package))
    file = package / "translations/nl/LC_MESSAGES/client.po"
    before = file.read_text()
    list(updated(package))
    assert file.read_text() == before


def test_a_catalogue_that_does_not_say_who_read_it_is_not_shipped(package: Path) -> None:
    translate_all(package)
    file = package / "translations/nl/LC_MESSAGES/client.po"
    file.write_text(re.sub(r'"X-Reviewed-By: .*\n', "", file.read_text()))
    [found] = mistakes(package)
    assert found.startswith("kompas/translations/nl/LC_MESSAGES/client.po:1: the header doesn't say who reviewed it")


def test_who_read_a_language_stays_in_its_catalogue_and_reaches_the_program(package: Path) -> None:
    file = package / "translations/nl/LC_MESSAGES/client.po"
    assert "X-Reviewed-By: not yet reviewed by a native speaker" in file.read_text()
    file.write_text(file.read_text().replace("not yet reviewed by a native speaker", "Amal Haddad, 3 May"))
    list(updated(package))
    list(compiled(package))
    read = Translations.load(package / "translations", ["nl"], "client").info()
    assert read["x-reviewed-by"] == "Amal Haddad, 3 May"


def test_every_shipped_language_is_complete() -> None:
    assert list(mistakes(Path(kompas.__file__).parent)) == []


def test_the_check_fails_aloud(package: Path) -> None:
    result = CliRunner().invoke(check_catalogues, [str(package)])
    assert result.exit_code == 1
    assert result.output.count(" has no translation.") == 6
