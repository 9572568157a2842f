"""The list of workshops: begins, resumes, closes and forgets them, and lists what is left."""
