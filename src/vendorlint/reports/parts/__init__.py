"""What several formats share: escaping, quotes, regions of files, words."""
