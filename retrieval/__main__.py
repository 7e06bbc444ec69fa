"""`python -m retrieval` is `cuttings`."""

from retrieval.cli import main

main(prog_name="cuttings")
