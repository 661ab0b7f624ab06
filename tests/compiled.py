"""What every app has alike is made once for each test process: thousands of tests each make an app of their own.

Templates stay compiled, by name and source; what writes the address of a route, by its rule; what a static file is
sent with, by its name, its folder and the moment it was written. Whatever changed is made again.
"""

from collections.abc import Callable, Mapping
from os import stat_result
from types import CodeType
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule
from whitenoise import WhiteNoise

Made = Callable[..., Any]


class Compiled(BytecodeCache):
    """Kept by name and source: a template that was changed is compiled again."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


def once(of_class: type, name: str, told_apart_by: Made) -> None:
    """Lets this method make each thing once; `told_apart_by` takes what it takes and tells what that depends on."""
    make, made = getattr(of_class, name), dict[object, Any]()

    def kept(*told: Any, **known: Any) -> Any:
        key = told_apart_by(*told, **known)
        if key not in made:
            made[key] = make(*told, **known)
        return made[key]

    setattr(of_class, name, kept)


def _rule(rule: Rule, append_unknown: bool = True) -> object:
    return rule.rule, rule.host, rule.subdomain, repr(rule.defaults), append_unknown


def _static_file(server: WhiteNoise, path: str, url: str, stat_cache: Mapping[str, stat_result]) -> object:
    adds, written = server.add_headers_function, stat_cache[path]
    how = (adds.__code__, *(one.cell_contents for one in adds.__closure__ or ())) if adds else None
    return path, url, written.st_mtime_ns, written.st_size, how


Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Compiled()}
once(Rule, "_compile_builder", _rule)
once(WhiteNoise, "get_static_file", _static_file)
