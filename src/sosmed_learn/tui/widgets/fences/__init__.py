"""Chats, posts and charts in a course text, each drawn as lines that fit the width. Imported when a text has one."""
