"""Featured makers, collections, bazaars and the review of products."""
