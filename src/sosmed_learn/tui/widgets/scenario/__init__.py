"""A scenario on screen: what was said, what can be chosen, how things stand, the map. Plain data in, choices out."""
