"""A page to review in: requests become jobs, and what comes of these becomes HTML."""
