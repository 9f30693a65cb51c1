"""``python -m matchmaker.cli``."""

from matchmaker.cli import main

main(prog_name="matchmaker")
