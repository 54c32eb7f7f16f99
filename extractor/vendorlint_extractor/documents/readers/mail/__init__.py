"""Takes mails and saved pages apart: their bodies and attachments, each to be read as what it is."""
