"""What the words of specifications mean, in Vietnamese and English: a table of meanings, and its reader."""
