"""Finds the Chromium that the browser tests drive; on Debian, as root, installs it when there is none.

python tools/find_browser.py
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core")


def browser() -> str | None:
    """Path of a Chromium: KOMPAS_CHROMIUM, or one of the usual names. None when there is none."""
    told = os.environ.get("KOMPAS_CHROMIUM")
    if told:
        return shutil.which(told)
    return next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(
            ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *step], env=quiet, stdin=subprocess.DEVNULL, check=False
        )


def main() -> int:
    if not browser() and "KOMPAS_CHROMIUM" not in os.environ and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Chromium yet: installing it with apt-get.", flush=True)
        install()
    found = browser()
    if found:
        print(f"Browser tests use {found}.")
        return 0
    print("No Chromium found: install it or name it in KOMPAS_CHROMIUM. Without it the browser tests are left out.")
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
