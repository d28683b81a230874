"""The diagnosis behind the blind-spot map: what to ask next, what follows from the answers, and what to study.

``diagnosis`` is a sitting, ``asking`` chooses the next probe, ``blindspots`` draws the map and compares two of them,
and ``studypath`` finds the lessons; ``conceptgraph``, ``beliefs``, ``evidence`` and ``probe`` are what these stand on.
"""
