"""So that `python -m goldthread` is the command line too."""

import sys

from goldthread.cli import main

sys.exit(main())
