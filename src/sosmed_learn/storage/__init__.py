"""Events kept on disk in TinyDB. The only package that knows TinyDB; it knows nothing of courses or screens."""
