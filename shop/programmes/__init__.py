"""The restricted records: programmes, beneficiaries, enrolments, trainings, aid, visits."""
