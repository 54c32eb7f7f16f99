"""What the rules answered, tied to the vendor, the clause, the waiver and the baseline that it is about."""
