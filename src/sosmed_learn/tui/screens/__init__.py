"""One file a screen. Screens are handed values and send messages; they never import the app."""
