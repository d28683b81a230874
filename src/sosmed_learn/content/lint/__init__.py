"""The second reader: rules from the published lists of item-writing flaws, each one small function with its source.

Knows questions as the format has them and says what is doubtful; never fails a course by itself, since every finding
is a warning. Reads no file and knows no learner.

    words     the word lists of each language
    reading   text -> words, and what can be asked of them
    items     a question as it is read in one language
    stems, negation, options, sameness, clues, reasons    the rules over one question
    balance   the rules over all questions of a file or a module
    judge     runs them and puts what they find on the sheet

Sources, as the rules name them:

- HDR 2002: Haladyna, Downing & Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines for Classroom
  Assessment", Applied Measurement in Education 15(3), 2002.
- The 19 flaws: the item-writing-flaw rubric that Moore and colleagues apply automatically to multiple-choice questions.
"""
