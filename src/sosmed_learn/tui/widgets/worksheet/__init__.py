"""The parts of a worksheet: a card for each field, the rubric, and the task as it stands in its lesson."""
