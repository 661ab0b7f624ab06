"""Lighthouse itself: the packages of tools/lighthouse.txt, each checked against its hash, in build/lighthouse/.

A line of the list is `PLACE@VERSION HASH`, where PLACE is the name, or for a package that another one keeps for itself
`OTHER/node_modules/NAME`. npm takes a lock file; it is written out of the list, since npm's own holds addresses.
Nothing that a package would run at its installation is run.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

LIST = Path(__file__).with_name("lighthouse.txt")
FOLDER = Path(__file__).parent.parent / "build" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error")


def lighthouse() -> Path:
    """The program, installed when it is not there as the list says. Raises CalledProcessError on a wrong hash."""
    installed = FOLDER / "installed.txt"
    if not (shutil.which("node") and shutil.which("npm")):
        sys.exit("Lighthouse needs Node 18.20 or newer, with npm; nothing else in Kompas does.")
    if not installed.exists() or installed.read_text() != LIST.read_text():
        print("Installing Lighthouse (once, a minute) …", flush=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        packages = locked(LIST.read_text().splitlines())
        root = {"private": True, "dependencies": packages[""]["dependencies"]}
        (FOLDER / "package.json").write_text(json.dumps(root))
        (FOLDER / "package-lock.json").write_text(json.dumps({"lockfileVersion": 3, "packages": packages}))
        subprocess.run(INSTALL, cwd=FOLDER, check=True)
        installed.write_text(LIST.read_text())
    return PROGRAM


def locked(lines: list[str]) -> dict[str, dict[str, Any]]:
    """The packages of a lock file. Each is wanted by the one whose folder it lies in, or npm would leave it out."""
    packages: dict[str, dict[str, Any]] = {"": {"dependencies": {}}}
    for line in lines:
        place, integrity = line.split()
        path, _, version = place.rpartition("@")
        inside, _, name = path.rpartition("/node_modules/")
        packages.setdefault(f"node_modules/{path}", {}).update({"version": version, "integrity": integrity})
        holder = packages.setdefault(f"node_modules/{inside}" if inside else "", {})
        holder.setdefault("dependencies", {})[name] = version
    return packages
