"""Help tasks, complaints, data requests and reports over everything."""
