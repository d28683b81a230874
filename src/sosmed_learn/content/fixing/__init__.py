"""Mending what is mechanical in course files, without touching any other byte: ``check --fix``.

``files`` finds what can be mended in files on disk and writes it, ``mender`` mends one text, ``showing`` draws the
difference. The others mend one kind of thing each. What to do about a problem is tried on a copy and only kept when
reading the copy again proves that it helped; where there are two ways to mend it, the author decides.
"""
