"""Kompas: a conversation before the talk about work, and a profile that client and caseworker confirm together."""
