"""What an organisation requires: rules, packs, the requirements in force, waivers."""
