"""Where Node lies: beside this Python, as the set-up puts it, or wherever the machine has it."""

import shutil
import sys
from pathlib import Path

NODE = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
