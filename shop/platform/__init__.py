"""Machinery the features stand on: database, outbox, mail, storage, images, search index."""
