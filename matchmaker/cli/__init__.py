"""The commands. Each lives in its own file as a click command named ``command``, loaded when it is called,
so that ``matchmaker route`` does not pay for the web framework or the database."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

_HERE = Path(__file__).parent
_NOT_COMMANDS = {"__init__", "__main__", "application", "rank_blocks", "rank_processes", "rank_records"}


class Commands(click.Group):
    """A group whose commands are the files beside it (``create_user.py`` is ``create-user``)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        names = {path.stem for path in _HERE.glob("*.py")} - _NOT_COMMANDS
        return sorted(name.rstrip("_").replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = cmd_name.replace("-", "_")
        stem = stem if (_HERE / f"{stem}.py").exists() else f"{stem}_"
        module = importlib.import_module(f"matchmaker.cli.{stem}")
        command: click.Command = module.command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Ghép nối cung cầu · Brings remote producers and buyers together, and says why."""
