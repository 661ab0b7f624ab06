"""What every test can ask for. Each fixture lives in the module named after what it gives."""

pytest_plugins = [
    "tests.any_case",
    "tests.nothing_skipped",
    "tests.counted",
    "tests.compiled",
    "tests.together",
    "tests.databases",
    "tests.browsers",
    "tests.web.tables",
]
