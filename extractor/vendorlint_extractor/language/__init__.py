"""The words of a language: phrases that become tags, cues, dates, places."""
