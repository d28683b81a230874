"""What learning is: modules, questions, grading, sessions, events, progress.

Everything here is a value or a function of values. There is no disk, no clock, no chance, no Textual, TinyDB, YAML or
Click: time and chance come in as arguments, so every rule can be tested in a line and both front ends share it.
"""
