"""Modules as single files: packing, reading a pack that anybody may have made, and the folder of installed modules.

A pack is data, never code. It holds the files of one module, the facts that it cites and a manifest; nothing in it is
compressed, and there is one way only to write a pack of the same files, so whatever is written otherwise is refused.
"""
