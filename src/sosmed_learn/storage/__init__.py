"""The learner's events on disk. The only package that knows TinyDB; it knows nothing of courses or screens.

One page on how it works, for a stranger.

**What is where.** The folder ``progress`` holds everything, as text that a person can read::

    journal-3fa91c.jsonl            what this machine has saved lately, one event a line
    events-0193...-8c1d22e7.json    what was saved before, a few hundred events a file, as TinyDB tables
    lock                            held while something is written
    ....damaged-2026-11-26-201500   a file that could not be read whole, kept as it was found

**Saving** appends one line to the journal and syncs it (``journal``). That costs the same after a million events as
after one. When the journal has grown to a fixed size it is *sealed*: its events become the tables of a new TinyDB file,
written beside its name, synced and put in place in one step (``segments``, ``wholefile``), and only then is it removed.
Sealed files are never changed again. Their names carry their first event and a checksum of what is in them, and a
journal the machine that writes it, so two machines never write the same name: a synced folder, a USB stick or git can
lay the files of both side by side, and the union of the files is the union of the events.

**Reading** never needs the lock: journals are read first and sealed files after them, so an event that is being moved
from one to the other is seen twice rather than not at all, and an event counts once however often it is found. Every
event carries a checksum (``rows``).

**Starting** does not read the past. ``snapshot`` keeps, in the cache folder, the progress that follows from the sealed
files by name, size and time; the few events behind it are applied on top. When anything does not match, the snapshot
is forgotten and everything is folded anew, a few files in memory at a time (``following``): nothing that is derived is
ever believed against the events.

**Damage.** A file that cannot be read whole is kept aside as it was, whatever in it has a right checksum is written
back in its place, and the learner is told (``mending``). A file of a newer app is left alone.

**Many windows.** Writers take ``lock``, which belongs to the operating system and is gone with a killed owner. Each
window asks for ``news`` before it needs the others' events.

**Around it**: ``migrations`` from older layouts; ``backups`` (a day's, a week's, and before anything that could lose)
and ``restoring`` them; ``merging`` of what ``sources`` finds in any file of ours; ``doctor``, which reads everything
and says what is wrong or ``waiting`` (``findings``), and ``repairing``, which mends it. All writing goes through
``disk``, where the tests make each call to the system fail or be the last.
"""
