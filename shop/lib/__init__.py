"""Pure helpers without Flask or a database."""
