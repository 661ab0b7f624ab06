"""What an administrator types: one module per group of console commands."""
