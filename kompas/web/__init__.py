"""What people see. Flask lives here and nowhere else."""
