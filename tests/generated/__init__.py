"""Courses that nobody wrote: valid by construction, alike for a seed, for the bench and for walks through the app."""
