"""Click's own words, listed so that the catalogues translate them too. Only the extraction reads this.

They are those of click 8.1.7 and 8.5 that our commands can bring up; where the two differ, both stand here. gettext
finds a counted pair by its first half, so one pair serves both versions.
"""

from sosmed_learn.i18n import N_, ngettext

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Aborted!"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("Missing parameter"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Choose from:\n\t{choices}"),
    N_("No such option: {name}"),
    N_("file"),
    N_("{name} {filename!r} is a directory."),
    N_("{name} '{filename}' is a directory."),
    N_("{name} {filename!r} is a file."),
    N_("{name} '{filename}' is a file."),
    N_("directory"),
    N_("{name} {filename!r} is not readable."),
    N_("Couldn't detect Bash version, shell completion is not supported."),
    N_("Shell completion is not supported for Bash versions older than 4.4."),
)


def counted(count: int) -> tuple[str, ...]:
    """The words that depend on a number."""
    return (
        ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", count),
        ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", count),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", count),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", count),
    )
