"""The app in the terminal, made with Textual. It is handed a ``Study`` and never learns of YAML or TinyDB.

The app owns what lasts: progress, the language, saving. Screens get values by constructor or ``data_bind`` and send
messages (``messages.py``); none of them imports the app.
"""
