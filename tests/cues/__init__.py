"""What a reader who knows tests but not the subject could get right: ``python3 tests cues``.

asking     course files -> the questions with one right option, each with its place
cues       what can be seen of an option without knowing anything
figures    how often each cue leads to the key, beside what chance gives, and over which limit that is too much
guesser    learns from some questions which cues to trust and answers the others
amounts    how much the bundled courses must have of everything
copies     runs of words that stand in two places
telling    lines for people
"""
