"""What changed between two versions of terms, one module per format."""
