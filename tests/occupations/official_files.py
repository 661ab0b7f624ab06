"""Small files in the shape in which ESCO and O*NET give theirs out, made up."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.cli import kompas

OCCUPATION = "http://data.europa.eu/esco/occupation/"
BAKER = "00000000-0000-4000-8000-00000000000a"
MILLER = "00000000-0000-4000-8000-00000000000b"
CLERK = "00000000-0000-4000-8000-00000000000c"
OFFICER = "00000000-0000-4000-8000-00000000000d"

ESCO_HEADER = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,"
    "scopeNote,definition,inScheme,description,code"
)
NAMES = "Realistic Investigative Artistic Social Enterprising Conventional".split()
VALUES = ("Achievement", "Working Conditions", "Recognition", "Relationships", "Support", "Independence")
ONET_HEADER = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source"


def esco_line(esco: str, isco: str, label: str, code: str | None = None) -> str:
    """With other labels on lines of their own, as ESCO has them."""
    also = '"also called\nby this name"'
    code = code or f"{isco}.1"
    return f'Occupation,{OCCUPATION}{esco},{isco},"{label}",{also},,released,2024-01-01,,,,x,"About, it",{code}'


def onet_lines(code: str, names: tuple[str, ...] | list[str], scale: str, *figures: float) -> list[str]:
    return [
        f"{code}\t1.B\t{name}\t{scale}\t{value}\t02/2026\tAnalyst" for name, value in zip(names, figures, strict=True)
    ]


def crosswalk_line(onet: str, esco: str, match: str = "exactMatch") -> str:
    return f'{onet},A title,"Long, description",{OCCUPATION}{esco},Title,About,{match}'


class Files:
    """A folder with all that an import reads; tests change one file at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.esco, self.onet = folder / "esco", folder / "onet"
        self.esco.mkdir()
        self.onet.mkdir()
        self.crosswalk, self.table = folder / "crosswalk.csv", folder / "table.csv"
        self.write_esco(
            esco_line(BAKER, "7512", "bakker"),
            esco_line(MILLER, "7512", "molenaar", "7512.2"),
            esco_line(CLERK, "4110", "klerk"),
            esco_line(OFFICER, "0110", "officier"),
        )
        self.write_onet(
            *onet_lines("51-3011.00", NAMES, "OI", 6, 1, 3, 1, 2, 4),
            *onet_lines("51-3012.00", NAMES, "OI", 7, 2, 4, 2, 3, 5),
            *onet_lines("43-9061.00", NAMES, "OI", 2, 2, 1, 3, 3, 7),
            "51-3011.00\t1.B.1.g\tFirst Interest High-Point\tIH\t1.00\t02/2026\tAnalyst",
        )
        (self.onet / "Work Values.txt").write_text(
            "\n".join([ONET_HEADER, *onet_lines("51-3011.00", VALUES, "EX", 3, 2, 3, 4, 5, 6)]), encoding="utf-8"
        )
        self.write_crosswalk(
            crosswalk_line("51-3011.00", BAKER),
            crosswalk_line("51-3012.00", BAKER),
            crosswalk_line("43-9061.00", BAKER, "broadMatch"),
            crosswalk_line("43-9061.00", CLERK, "closeMatch"),
            "43-9061.00,T,D,http://data.europa.eu/esco/isco/C4110,T,D,exactMatch",
        )

    def write_esco(self, *lines: str, header: str = ESCO_HEADER, name: str = "occupations_nl.csv") -> None:
        (self.esco / name).write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")

    def write_onet(self, *lines: str, header: str = ONET_HEADER) -> None:
        (self.onet / "Interests.txt").write_text("\r\n".join((header, *lines)), encoding="utf-8")

    def write_crosswalk(self, *lines: str) -> None:
        about = ["Mapping set,O*NET to ESCO", "Version,1.1", ""]
        header = (
            "O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,"
            "Type of Match"
        )
        self.crosswalk.write_text("\ufeff" + "\n".join((*about, header, *lines)), encoding="utf-8")

    def imported(self, *more: str) -> Result:
        words = ["--esco", self.esco, "--onet", self.onet, "--crosswalk", self.crosswalk, "--to", self.table]
        return CliRunner().invoke(kompas, ["occupations", "import", *map(str, words), *more])


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)
