"""Set the project up with the system's Python: `python3 calculators/dev/bootstrap.py`.

Written so that every Python can read it, to say in one sentence that it is too old.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python 3.11 or newer is needed; you have %d.%d. "
        "Install one and name it, for example: make PYTHON=python3.12 serve" % sys.version_info[:2]
    )

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

from calculators.dev.environment import main

sys.exit(main())
