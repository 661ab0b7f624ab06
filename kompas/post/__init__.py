"""What Kompas sends: letters now, mail and text messages later. Pure functions of what is handed in."""
