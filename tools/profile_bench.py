"""CPU time to work out a profile: with our hundred occupations, and with a full table of ESCO when one is named.

    .venv/bin/python tools/profile_bench.py [occupations_riasec_nl.csv]

No test: a time counts only beside another of the same run, so a plain loop stands above them.
"""

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import kompas
from kompas.app import our_occupations, our_rules
from kompas.commands.profile import our_flow
from kompas.conversation.answers import given
from kompas.occupations.occupation import LETTERS, Occupation
from kompas.occupations.reading import VALUES
from kompas.profile.heard import hear
from kompas.profile.worked_out import work_out

ROUNDS = 30
LIMIT_MS = {"hundred": 3, "full": 20}
FIELDS = dict(
    zip(
        "SCHOON GROEN BOUW TECHNIEK MAKEN LOGIST RIJDEN KOKEN WINKEL ZORG KIND KANTOOR KLANT VEILIG MOOI ICT".split(),
        "cleaning green building technology making logistics driving cooking shop care children office customers "
        "safety creative computers".split(),
        strict=True,
    )
)


def full_table(file: Path) -> list[Occupation]:
    """Every occupation of a table of ESCO with O*NET figures; it holds no tags."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            Occupation(
                esco=row["esco_uri"].rpartition("/")[2],
                code=row["esco_code"],
                isco=row["isco08"],
                name=row["label_en"],
                label_nl=row["label_nl"],
                field=FIELDS.get(row["werkveld"], ""),
                interests=tuple(float(row[letter]) for letter in LETTERS) if row["R"] else (),
                values={value: float(row[f"wv_{value}"]) for value in VALUES if row[f"wv_{value}"]},
            )
            for row in csv.DictReader(rows)
        ]


def milliseconds(deed: Callable[[], object]) -> float:
    """The median CPU time of one time, after one to warm up."""
    deed()
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        deed()
        times.append(1000 * (process_time() - began))
    return median(times)


def main() -> None:
    flow, rules, chance = our_flow(), our_rules(), Random(7)  # noqa: S311
    said = {
        question.id: given(chance.choice(list(flow.options_of(question))))
        for question in flow.questions.values()
        if question.kind in ("one", "faces", "stairs") and question.for_each is None
    }
    tables = {"hundred": list(our_occupations())}
    if len(sys.argv) > 1:
        tables["full"] = full_table(Path(sys.argv[1]))
    print(f"Kompas in {Path(kompas.__file__).parent}, rules {rules.version}, median of {ROUNDS}, CPU")
    print(f"  a loop of 100,000 steps    {milliseconds(lambda: sum(range(100_000))):7.2f} ms")
    print(f"  hearing {len(said):3} answers        {milliseconds(lambda: hear(flow, said)):7.2f} ms")
    heard = hear(flow, said)
    for name, occupations in tables.items():
        took = milliseconds(lambda occupations=occupations: work_out(rules, occupations, heard))  # type: ignore[misc]
        print(f"  {name:8}{len(occupations):5} occupations {took:7.2f} ms (limit {LIMIT_MS[name]} ms)")


if __name__ == "__main__":
    main()
