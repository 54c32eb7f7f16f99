"""What a command does from its input to its result, without a word printed."""
