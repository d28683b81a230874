"""The rules against a labelled set of our own: ``python -m tests.content.lint`` prints how often each is right."""
