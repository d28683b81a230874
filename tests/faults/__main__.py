"""``python3 tests faults``: all of this folder in its full form, which takes minutes; its figures stand at the end."""

import os
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    here = Path(__file__).parent
    command = [sys.executable, "-m", "pytest", str(here), "-o", "faulthandler_timeout=0", *sys.argv[1:]]
    surroundings = {**os.environ, "SOSMED_LEARN_FULL": "1"}
    sys.exit(subprocess.run(command, cwd=here.parents[1], env=surroundings, check=False).returncode)
