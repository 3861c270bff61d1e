"""``python -m dastarkhan``: the same as the command ``dastarkhan``."""

import sys

from dastarkhan.cli import main

if __name__ == "__main__":
    sys.exit(main())
