"""All versions of a vendor's terms in git, and each fact over time."""
