"""Which occupations of O*NET stand for one of ESCO: the official crosswalk, or a table of one's own of that shape."""

from collections.abc import Collection, Mapping

from kompas.occupations.official.esco import ADDRESS, GROUP
from kompas.occupations.official.tables import OfficialFile, rows

MATCHES = ("exactMatch", "closeMatch", "narrowMatch", "broadMatch")
"""The best first; any other word stands after them."""


def links(file: OfficialFile, known: Collection[str], figured: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """By ESCO id the O*NET codes of its best kind of match.

    `known` are the ids, `figured` the codes that have figures. Groups of ISCO stand in the official file too: those
    are passed over. In a table of one's own a cell may hold several codes, parted by `|`.
    """
    found: dict[str, dict[str, int]] = {}
    address, codes, kind = (
        ("ESCO or ISCO URI", "esco_uri"),
        ("O*NET Id", "onet_codes"),
        ("Type of Match", "riasec_method"),
    )
    for line, row in rows(file, address, codes, kind):
        where, esco = row[address[0]], row[address[0]].removeprefix(ADDRESS)
        if where.startswith(GROUP):
            continue
        if esco not in known:
            file.refuse(line, f"“{where}” is no occupation in the file of ESCO.")
            continue
        for code in filter(None, row[codes[0]].split("|")):
            if code in figured:
                rank = _rank(row[kind[0]])
                mine = found.setdefault(esco, {})
                mine[code] = min(rank, mine.get(code, rank))
            else:
                file.refuse(line, f"O*NET has no figures for “{code}”.")
    return {esco: _best(ranks) for esco, ranks in found.items()}


def _rank(match: str) -> int:
    kind = match.rpartition(":")[2]
    return MATCHES.index(kind) if kind in MATCHES else len(MATCHES)


def _best(ranks: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(code for code, rank in ranks.items() if rank == min(ranks.values())))
