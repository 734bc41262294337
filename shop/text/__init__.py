"""Every sentence the shop says, and how it writes dates and sums."""
