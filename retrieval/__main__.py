"""`python -m retrieval` is `cuttings`."""

import sys

from retrieval.cli import main

sys.exit(main())
