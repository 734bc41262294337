"""Speed and weight of the shop beside a bare Flask page, measured in one run: python -m tests.bench (docs/bench.md)."""
