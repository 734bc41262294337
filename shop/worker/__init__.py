"""The worker: handlers of what the outbox tells, and the clocks."""
