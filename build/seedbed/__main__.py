"""`python -m seedbed`."""

from seedbed.cli import main

main()
