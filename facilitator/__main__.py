"""Lets ``python -m facilitator`` and the frozen program start the command line."""

import sys

from facilitator.cli import main

sys.exit(main())
