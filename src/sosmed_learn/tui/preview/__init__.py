"""The app on courses that are being written: the same screens, with the way back to the files. Keeps nothing."""
