"""Tests of reading, checking and building courses."""
