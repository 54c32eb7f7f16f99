"""What a second reader, a language model, is asked of a document: prompts, and the passages that an answer may quote."""
