"""What people type: one module per command, which asks a job and hands its result to a report."""
