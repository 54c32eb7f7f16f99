"""The Rego engines behind one interface, and the subset of Rego that means the same in all of them."""
