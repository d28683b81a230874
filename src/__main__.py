"""``python3 src`` sets everything up on the first start and runs sosmed-learn; arguments go to it as they are."""

import os
import sys

import environment


def main():
    """Make sure of the environment, then become the app in it."""
    environment.require_python()
    python = environment.prepare(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    # -P: what lies in the folder where the learner happens to be is never imported.
    environment.start([python, "-P", "-m", "sosmed_learn", *sys.argv[1:]])


if __name__ == "__main__":
    main()
