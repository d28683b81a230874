"""What a preview needs of the world around it: the place that is meant, files that change, and an editor."""
