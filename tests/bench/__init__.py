"""How fast the app is, as ratios to a bare Textual app within one run. ``python3 tests bench``; no part of the gate."""
