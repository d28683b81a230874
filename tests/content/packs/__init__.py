"""Packs: made, read, forged and put in place."""
