"""People who sign in, offices, memberships, devices, notices."""
