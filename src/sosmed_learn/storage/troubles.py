"""The system's errors in the words of ``core.errors``."""

import errno

from sosmed_learn.core.errors import StoreTrouble

_BY_NUMBER: dict[int | None, StoreTrouble] = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",  # not known to Windows
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
}


def trouble_of(error: OSError) -> StoreTrouble:
    """Why the system refused, in a word."""
    if type(error).__name__ == "Timeout":  # of the lock, whose library is not imported for this
        return "locked"
    return _BY_NUMBER.get(error.errno, "other")
