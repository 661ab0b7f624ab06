"""A fictional municipality to try Kompas in: its people are made up, its conversations are walked for real."""
