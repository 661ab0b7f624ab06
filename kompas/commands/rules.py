"""`kompas rules`: the rules as they stand in their file, or as a page that everybody can read."""

from pathlib import Path

import click
from jinja2 import Environment, FileSystemLoader

import kompas
from kompas.app import our_rules
from kompas.commands.profile import our_flow
from kompas.conversation.flow import Flow
from kompas.profile.rules import Rules
from kompas.web.rules_told import rules_in_each

PACKAGE = Path(kompas.__file__).parent


@click.command()
@click.option("--as-page", is_flag=True, help="As a page of HTML, in Dutch and English.")
def rules(as_page: bool) -> None:
    """Show every rule that the program works with, and why it is as it is."""
    if as_page:
        click.echo(page(our_rules(), our_flow()))
    else:
        click.echo((PACKAGE / "profile" / "rules.yaml").read_text(encoding="utf-8"), nl=False)


def page(ours: Rules, flow: Flow) -> str:
    """A page by itself, for a site of one's own. In the product the same stands at `/rules`."""
    templates = Environment(loader=FileSystemLoader(PACKAGE / "templates"), autoescape=True)
    return templates.get_template("about/rules_alone.html").render(told=rules_in_each(ours, flow))
