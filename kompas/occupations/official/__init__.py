"""The official files of ESCO and O*NET, as their publishers give them out: read, joined, and written as a table."""
