"""What people do: one verb-named function per deed, one transaction each, which checks who may do it."""
