"""One command a file. stdout is the answer, stderr the narration."""
