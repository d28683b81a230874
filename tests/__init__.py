"""Everything that shows that sosmed-learn works. ``python3 tests`` runs it all."""
