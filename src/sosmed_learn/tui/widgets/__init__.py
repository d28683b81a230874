"""Parts of screens: plain data in, messages out."""
