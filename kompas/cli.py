"""The console script `kompas`: wiring, and nothing else. Each command lives in a module of `kompas.commands`."""

import sys
from importlib import import_module
from importlib.util import find_spec

import click

from kompas.settings import NotConfigured

# Command → (module of kompas.commands, name of the click command in it, what it does in one line). A module is
# imported only when its command is asked for, which keeps `kompas --help` quick.
COMMANDS = {
    "set-up": ("set_up", "set_up", "Write fresh secrets into the instance folder."),
    "migrate": ("migrate", "migrate", "Bring the database to the newest form."),
    "demonstrate": ("demonstrate", "demonstrate", "Fill a fictional municipality, the first time."),
    "serve": ("serve", "serve", "Start the web server."),
    "organisation": ("organisation", "organisation", "Make and change organisations."),
    "team": ("team", "team", "Make teams."),
    "staff": ("staff", "staff", "Say who belongs to a team."),
    "client": ("client", "client", "Give a client what is kept of them, or erase it."),
    "erasures": ("erasures", "erasures", "Keep erased people erased, after a backup."),
    "keys": ("keys", "keys", "Wrap the clients' keys with a new master key."),
    "tidy": ("tidy", "tidy", "Wipe what is kept too long; run it each night."),
    "register": ("register", "register", "Print the register of processing (GDPR article 30)."),
    "audit": ("audit", "audit", "Check the log of what staff did."),
    "check-flows": ("check_flows", "check_flows", "Find mistakes in flow files."),
    "occupations": ("occupations", "occupations", "Import the official lists of ESCO and O*NET."),
    "profile": ("profile", "profile", "Print what the rules make of answers, and why."),
    "rules": ("rules", "rules", "Explain every rule, for the public."),
    "catalogues": ("catalogues", "catalogues", "Bring the translations up to date, or compile them."),
    "check-catalogues": ("catalogues", "check_catalogues", "Find sentences that lack a translation."),
}


class Commands(click.Group):
    """Looks its commands up in COMMANDS when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, (module, *_) in COMMANDS.items() if find_spec(f"kompas.commands.{module}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module, function, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"kompas.commands.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in self.list_commands(ctx)])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kompas", message="Kompas %(version)s")
def kompas() -> None:
    """A conversation before the talk about work, and a profile that client and caseworker confirm together.

    Settings are read from instance/kompas.env (KOMPAS_INSTANCE names another folder) and the environment.
    """


def main() -> None:
    """What the console script calls. A wrong setting is told in sentences, one a line, without a traceback."""
    try:
        kompas()
    except NotConfigured as problem:
        for sentence in problem.sentences:
            click.echo(sentence, err=True)
        sys.exit(78)  # EX_CONFIG of sysexits.h
