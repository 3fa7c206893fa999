"""What every test shares: how hard Hypothesis looks, and the way to `strategies`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

# pytest imports each file on its own, so a module that tests share has to be on the path.
sys.path.append(str(Path(__file__).parent))

settings.register_profile(
    "fast",
    max_examples=50,
    derandomize=True,  # the same examples on every machine: a failure is never a matter of luck
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", settings.get_profile("fast"), max_examples=1000, derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
