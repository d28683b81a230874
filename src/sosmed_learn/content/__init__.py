"""Course files on disk <-> core values: reading with line and column, problems, references, the library.

Knows YAML, files and core. Knows no Textual, TinyDB or Click, and decides nothing about learning. The way of a file:

    source    bytes -> checked text
    nodes     text -> small nodes with line and column          (syntax: what to say when YAML gives up)
    reading   nodes + the declaration in ``format`` -> values of the format, and every problem of shape
    meaning   checks over several values                        (relations: over several files)
    build     values of the format -> core values
"""
