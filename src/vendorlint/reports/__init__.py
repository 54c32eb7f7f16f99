"""Results as people and services read them: one module per format."""
